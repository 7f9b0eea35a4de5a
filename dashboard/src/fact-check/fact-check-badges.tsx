import { Badge } from '@mantine/core';
import type { FactCheckLineFragment, FactCheckStatus } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { useWords } from '../words/words';

const PLAIN = { tt: 'none', fw: 600, variant: 'light', radius: 'sm' } as const;
const COLOURS: Record<FactCheckStatus, string> = { PUBLISHED: 'isnad', CORRECTED: 'blue', RETRACTED: 'red' };

export function FactCheckStatusBadge({ status }: { readonly status: FactCheckStatus }) {
  return (
    <Badge {...PLAIN} color={COLOURS[status]}>
      {useWords()(`fact-check.status.${status}`)}
    </Badge>
  );
}

export function PendingBadge() {
  return (
    <Badge {...PLAIN} color="orange">
      {useWords()('fact-check.pending')}
    </Badge>
  );
}

/** A rating's name in the language of the desk. */
export function RatingName({ labels }: { readonly labels: Pick<FactCheckLineFragment['labels'], 'ar' | 'en' | 'fr'> }) {
  const { language } = usePreferences();
  return <bdi>{labels[language]}</bdi>;
}
