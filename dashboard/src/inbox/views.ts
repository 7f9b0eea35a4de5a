import type {
  ClaimStance,
  ReviewTaskFilter,
  ReviewTaskKind,
  ReviewTaskOrder,
  ReviewTaskOrderField,
  ReviewTaskStatus,
} from '../generated/documents';

/** In the order in which they are offered; the first is where everybody begins. */
export const VIEWS = ['worth', 'mine', 'review', 'free', 'urgent', 'denied', 'anonymous', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const KINDS: readonly ReviewTaskKind[] = ['CLAIM', 'QUOTE'];
export const STANCES: readonly ClaimStance[] = ['DENIED', 'ASSERTED', 'REPORTED', 'PREDICTED'];
export const LANGUAGES = ['ar', 'en', 'fr'] as const;
export const ORDERS: readonly ReviewTaskOrderField[] = [
  'PRIORITY',
  'CHECK_WORTHINESS',
  'UPDATED_AT',
  'CREATED_AT',
  'TEXT_POSITION',
];

const URGENT = 80;

/** What is still to be decided. */
const UNDECIDED: ReviewTaskStatus[] = ['OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED'];

/** What each view means, as the service filters. */
export const VIEW_FILTERS: Readonly<Record<View, ReviewTaskFilter>> = {
  // At or above the threshold that the newsroom has set.
  worth: { status: UNDECIDED, inbox: true },
  mine: { mine: true },
  review: { status: ['IN_REVIEW'] },
  free: { status: ['OPEN'], unassigned: true },
  urgent: { status: UNDECIDED, priorityAtLeast: URGENT },
  denied: { status: UNDECIDED, stance: 'DENIED' },
  anonymous: { status: UNDECIDED, anonymousSpeaker: true },
  all: {},
};

/** What still waits below the first view's threshold is the difference of these two. */
export const UNDECIDED_FILTER: ReviewTaskFilter = { status: UNDECIDED };

/** All that an address of the inbox says. Empty strings mean: not asked for. */
export interface InboxQuery {
  readonly view: View;
  readonly kind: ReviewTaskKind | '';
  readonly stance: ClaimStance | '';
  readonly language: string;
  readonly speaker: string;
  readonly text: string;
  readonly article: string;
  readonly order: ReviewTaskOrderField;
}

const oneOf = <T extends string, D>(value: string | null, all: readonly T[], otherwise: D): T | D =>
  all.find((each) => each === value) ?? otherwise;

/** Reads an address; what it says wrongly counts as not said. */
export function readInboxQuery(search: URLSearchParams): InboxQuery {
  return {
    view: oneOf(search.get('view'), VIEWS, VIEWS[0]),
    kind: oneOf(search.get('kind'), KINDS, ''),
    stance: oneOf(search.get('stance'), STANCES, ''),
    language: oneOf(search.get('language'), LANGUAGES, ''),
    speaker: search.get('speaker') ?? '',
    text: search.get('text') ?? '',
    article: search.get('article') ?? '',
    order: oneOf(search.get('order'), ORDERS, ORDERS[0]!),
  };
}

/** The address of a query, without what is as it would be anyway. */
export function writeInboxQuery(query: InboxQuery): URLSearchParams {
  const usual = readInboxQuery(new URLSearchParams());
  const said = Object.entries(query).filter(
    ([name, value]) => value !== '' && value !== usual[name as keyof InboxQuery],
  );
  return new URLSearchParams(said as [string, string][]);
}

/** The service's filter of a query: the view's conditions and those of the chips together. */
export function filterOf({ view, kind, stance, language, speaker, text, article }: InboxQuery): ReviewTaskFilter {
  const chips: ReviewTaskFilter = {
    kind: kind || undefined,
    stance: stance || undefined,
    language: language || undefined,
    speaker: speaker.trim() || undefined,
    text: text.trim() || undefined,
    articleId: article || undefined,
  };
  const said = Object.fromEntries(Object.entries(chips).filter(([, value]) => value !== undefined));
  return { ...VIEW_FILTERS[view], ...said };
}

/** Words and worth begin with the highest, a place in the text with the first. */
export const orderOf = ({ order }: InboxQuery): ReviewTaskOrder => ({
  field: order,
  direction: order === 'TEXT_POSITION' ? 'ASC' : 'DESC',
});
