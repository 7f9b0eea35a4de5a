import { Button, NativeSelect, Pill } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { SearchField } from '../fields/search-field';
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

export function FilterBar({ query, change, searchField, articleTitle }: FilterBarProps) {
  const say = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles.chips} role="search">
      <SearchField
        label={say('inbox.text')}
        value={query.text}
        change={(text) => change({ text })}
        field={searchField}
        className={styles.search}
      />
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
        <SearchField label={say('inbox.speaker')} value={query.speaker} change={(speaker) => change({ speaker })} />
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
