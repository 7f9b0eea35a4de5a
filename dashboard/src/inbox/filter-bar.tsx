import { Button, NativeSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import type { WordId } from '../generated/word-ids';
import { useWords } from '../words/words';
import { type InboxQuery, KINDS, LANGUAGES, ORDERS, STANCES } from './views';
import styles from './inbox.module.css';

interface FilterBarProps {
  readonly query: InboxQuery;
  readonly change: (part: Partial<InboxQuery>) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly articleTitle: string | null;
}

/** Waits until somebody has stopped writing before it asks. */
const WRITING_MS = 250;

export function FilterBar({ query, change, searchField, articleTitle }: FilterBarProps) {
  const say = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles.chips} role="search">
      <WrittenFilter name="text" value={query.text} change={change} field={searchField} className={styles.search} />
      <Button
        className={styles.more}
        size="xs"
        variant="default"
        aria-expanded={opened}
        aria-controls="more-conditions"
        onClick={() => setOpened(!opened)}
      >
        {say('inbox.conditions')}
      </Button>
      <div id="more-conditions" className={styles.others} data-opened={opened || undefined}>
        <WrittenFilter name="speaker" value={query.speaker} change={change} />
        <Choice name="kind" all={KINDS} word={(each) => `kind.${each}`} query={query} change={change} />
        <Choice name="stance" all={STANCES} word={(each) => `stance.${each}`} query={query} change={change} />
        <Choice name="language" all={LANGUAGES} word={(each) => `language.${each}`} query={query} change={change} />
        <NativeSelect
          size="xs"
          aria-label={say('inbox.order')}
          value={query.order}
          onChange={(event) => change({ order: event.currentTarget.value as InboxQuery['order'] })}
          data={ORDERS.map((value) => ({ value, label: say(`inbox.order.${value}`) }))}
        />
      </div>
      {query.article && (
        <Pill
          withRemoveButton
          size="md"
          onRemove={() => change({ article: '' })}
          removeButtonProps={{ 'aria-label': say('inbox.clear'), 'aria-hidden': false, tabIndex: 0 }}
        >
          <bdi>{articleTitle ?? say('inbox.one-article')}</bdi>
        </Pill>
      )}
    </div>
  );
}

interface WrittenFilterProps {
  readonly name: 'text' | 'speaker';
  readonly value: string;
  readonly change: (part: Partial<InboxQuery>) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}

function WrittenFilter({ name, value, change, field, className }: WrittenFilterProps) {
  const say = useWords();
  const [written, setWritten] = useState(value);
  const [known, setKnown] = useState(value);
  // Another view or the browser's way back has changed it from outside.
  if (value !== known) {
    setKnown(value);
    setWritten(value);
  }
  const ask = useDebouncedCallback((next: string) => {
    setKnown(next);
    change({ [name]: next });
  }, WRITING_MS);
  return (
    <TextInput
      ref={field}
      size="xs"
      className={className}
      aria-label={say(`inbox.${name}`)}
      placeholder={say(`inbox.${name}`)}
      value={written}
      onChange={(event) => {
        setWritten(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

interface ChoiceProps<Name extends 'kind' | 'stance' | 'language', Value extends string> {
  readonly name: Name;
  readonly all: readonly Value[];
  readonly word: (value: Value) => WordId;
  readonly query: InboxQuery;
  readonly change: (part: Partial<InboxQuery>) => void;
}

function Choice<Name extends 'kind' | 'stance' | 'language', Value extends string>(props: ChoiceProps<Name, Value>) {
  const { name, all, word, query, change } = props;
  const say = useWords();
  return (
    <NativeSelect
      size="xs"
      aria-label={say(`inbox.${name}`)}
      value={query[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={[
        { value: '', label: say(`inbox.any-${name}`) },
        ...all.map((value) => ({ value, label: say(word(value)) })),
      ]}
    />
  );
}
