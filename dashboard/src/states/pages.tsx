import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { useWords } from '../words/words';

/** Asks for the page after a cursor; null on every page but the last that is shown. */
export type More = ((cursor: string) => void) | null;

/** Pages under one another: the last has a button for the next. */
export function Pages({ children }: { readonly children: (after: string | null, more: More) => ReactNode }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, index) => (
    <Fragment key={after ?? ''}>
      {children(after, index === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null)}
    </Fragment>
  ));
}

interface MoreButtonProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly more: More;
}

export function MoreButton({ pageInfo: { hasNextPage, endCursor }, more }: MoreButtonProps) {
  const say = useWords();
  if (!more || !hasNextPage || !endCursor) return null;
  return (
    <Button variant="default" onClick={() => more(endCursor)}>
      {say('article.more')}
    </Button>
  );
}
