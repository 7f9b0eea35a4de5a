import { Badge } from '@mantine/core';
import type { ClaimStance, ReviewTaskKind, ReviewTaskStatus } from '../generated/documents';
import { useWords } from '../words/words';

const STATUS_COLOURS: Record<ReviewTaskStatus, string> = {
  PENDING: 'gray',
  OPEN: 'gray',
  IN_PROGRESS: 'blue',
  IN_REVIEW: 'violet',
  CHANGES_REQUESTED: 'orange',
  APPROVED: 'isnad',
  PUBLISHED: 'isnad',
  DISMISSED: 'gray',
};

/** Letter spacing and capitals would tear Arabic letters apart and shout in French. */
const PLAIN = { tt: 'none', fw: 600, variant: 'light', radius: 'sm' } as const;

export function StatusBadge({ status }: { readonly status: ReviewTaskStatus }) {
  return (
    <Badge {...PLAIN} color={STATUS_COLOURS[status]}>
      {useWords()(`status.${status}`)}
    </Badge>
  );
}

export function KindBadge({ kind }: { readonly kind: ReviewTaskKind }) {
  return (
    <Badge {...PLAIN} variant="outline" color="gray" className="kind-badge">
      {useWords()(`kind.${kind}`)}
    </Badge>
  );
}

const STANCE_COLOURS: Record<ClaimStance, string> = {
  ASSERTED: 'gray',
  DENIED: 'red',
  REPORTED: 'blue',
  PREDICTED: 'violet',
};

export function StanceBadge({ stance }: { readonly stance: ClaimStance }) {
  return (
    <Badge {...PLAIN} color={STANCE_COLOURS[stance]}>
      {useWords()(`stance.${stance}`)}
    </Badge>
  );
}
