import { FACT_CHECK_STATUSES, TASK_STATUSES } from '../../core/workflow/model.js';
import type { ClaimStance, FactCheckStatus, ReviewTaskKind, ReviewTaskStatus } from '../../generated/graphql.js';
import type { ExportSubject } from '../../integrations/exports/export-filter.js';
import { UsageError } from './fail.js';

/** As they are typed: a filter's value is text until it is read. */
export interface ExportOptions {
  readonly format: string;
  readonly newsroom?: string;
  readonly out?: string;
  readonly byteOrderMark?: boolean;
  readonly status?: string;
  readonly language?: string;
  readonly text?: string;
  readonly updatedAfter?: string;
  readonly article?: string;
  readonly taskKind?: string;
  readonly stance?: string;
  readonly speaker?: string;
  readonly priorityAtLeast?: string;
  readonly rating?: string;
  readonly action?: string;
  readonly member?: string;
  readonly since?: string;
  readonly until?: string;
}

const STANCES: readonly ClaimStance[] = ['ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED'];
const KINDS: readonly ReviewTaskKind[] = ['QUOTE', 'CLAIM'];

const LISTED = ['status', 'language', 'text', 'updatedAfter', 'article'] as const;
/** The filters of each kind. */
const FILTERS = {
  tasks: [...LISTED, 'taskKind', 'stance', 'speaker', 'priorityAtLeast'],
  'fact-checks': [...LISTED, 'rating'],
  audit: ['article', 'action', 'member', 'since', 'until'],
} as const;
const BESIDE_FILTERS: readonly string[] = ['format', 'newsroom', 'out', 'byteOrderMark'];

/** What is to be exported. Throws UsageError for what is unknown, and for a filter of another kind. */
export function readExportOptions(kind: string, options: ExportOptions): ExportSubject {
  if (!isKind(kind)) throw new UsageError(`There is no export of ${kind}: tasks, fact-checks or audit`);
  const own: readonly string[] = FILTERS[kind];
  const stray = Object.keys(options).find((name) => !own.includes(name) && !BESIDE_FILTERS.includes(name));
  if (stray) throw new UsageError(`${flagOf(stray)} is not for ${kind}`);
  const { language, text, rating, speaker, article: articleId, member: memberId } = options;
  const updatedAfter = timeOf('updatedAfter', options);
  switch (kind) {
    case 'tasks': {
      const status = listOf<ReviewTaskStatus>('status', options, TASK_STATUSES);
      const [only] = listOf('taskKind', options, KINDS) ?? [];
      const [stance] = listOf('stance', options, STANCES) ?? [];
      const priorityAtLeast = numberOf(options.priorityAtLeast);
      const filter = { status, language, text, speaker, articleId, updatedAfter, kind: only, stance, priorityAtLeast };
      return { kind: 'TASKS', filter };
    }
    case 'fact-checks': {
      const status = listOf<FactCheckStatus>('status', options, FACT_CHECK_STATUSES);
      return { kind: 'FACT_CHECKS', filter: { status, language, text, rating, articleId, updatedAfter } };
    }
    case 'audit': {
      const [since, until] = [timeOf('since', options), timeOf('until', options)];
      return { kind: 'AUDIT', filter: { articleId, memberId, action: options.action?.split(','), since, until } };
    }
  }
}

const isKind = (kind: string): kind is keyof typeof FILTERS => Object.hasOwn(FILTERS, kind);

const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function listOf<Word extends string>(
  name: 'status' | 'taskKind' | 'stance',
  options: ExportOptions,
  known: readonly Word[],
): Word[] | undefined {
  return options[name]?.split(',').map((given) => {
    const word = known.find((each) => each === given.trim().toUpperCase());
    if (!word) throw new UsageError(`${flagOf(name)} knows ${known.join(', ')}, but not ${given}`);
    return word;
  });
}

function timeOf(name: 'updatedAfter' | 'since' | 'until', options: ExportOptions): Date | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  const time = new Date(given);
  if (Number.isNaN(time.getTime())) throw new UsageError(`${flagOf(name)} must be an ISO 8601 time`);
  return time;
}

function numberOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,3}$/.test(given)) throw new UsageError('--priority-at-least must be a number from 0 to 100');
  return Number(given);
}
