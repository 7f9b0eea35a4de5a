import { memo, type MouseEvent, type RefObject, useMemo } from 'react';
import type { ReviewTaskKind } from '../generated/documents';
import { cutIntoSegments } from './cut-into-segments';
import styles from './article.module.css';

export interface Mark {
  readonly id: string;
  readonly kind: ReviewTaskKind;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

interface ArticleTextProps {
  readonly text: string;
  readonly language: string;
  readonly marks: readonly Mark[];
  /** Words that somebody has put aside to make something of. */
  readonly held: readonly { readonly start: number; readonly end: number }[];
  readonly element: RefObject<HTMLElement | null>;
  readonly lit: string | null;
  readonly hover: (id: string | null) => void;
  readonly choose: (id: string) => void;
}

const HELD = 'held';

/**
 * The text as it was published. Marks are flat inline pieces with nothing in them but text, so that no letter of an Arabic
 * word loses its joining. Pointer only: with keys and screen readers one uses the list of tasks beside it, and a field in
 * which the text can be selected.
 */
export const ArticleText = memo(function ArticleText(props: ArticleTextProps) {
  const { text, language, marks, held, element, lit, hover, choose } = props;
  const kinds = useMemo(() => new Map(marks.map(({ id, kind }) => [id, kind])), [marks]);
  const segments = useMemo(
    () =>
      cutIntoSegments(text, [
        ...marks.flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end }))),
        ...held.map(({ start, end }) => ({ id: HELD, start, end })),
      ]),
    [text, marks, held],
  );
  /** The innermost of what lies under the pointer: what is inside another can be reached only so. */
  const idAt = (event: MouseEvent) =>
    (event.target as Element)
      .closest<HTMLElement>('mark')
      ?.dataset.ids?.split(' ')
      .findLast((id) => id !== HELD) ?? null;
  const begun = new Set<string>();
  return (
    <article
      ref={element}
      dir="auto"
      lang={language}
      className={styles.text}
      onMouseOver={(event) => hover(idAt(event))}
      onMouseLeave={() => hover(null)}
      onClick={(event) => {
        const id = idAt(event);
        if (id && getSelection()?.isCollapsed !== false) choose(id);
      }}
    >
      {segments.map(({ start, text: words, ids }) => {
        if (!ids.length) return words;
        const first = ids.find((id) => !begun.has(id));
        for (const id of ids) begun.add(id);
        const has = (kind: ReviewTaskKind) => ids.some((id) => kinds.get(id) === kind) || undefined;
        return (
          <mark
            key={start}
            id={first && `mark-${first}`}
            data-start={start}
            data-ids={ids.join(' ')}
            data-quote={has('QUOTE')}
            data-claim={has('CLAIM')}
            data-held={ids.includes(HELD) || undefined}
            data-lit={(lit !== null && ids.includes(lit)) || undefined}
            className={styles.mark}
          >
            {words}
          </mark>
        );
      })}
    </article>
  );
});
