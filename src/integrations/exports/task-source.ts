import { type ArticleRow, readArticles } from '../../articles/articles.store.js';
import { type ClaimRow, type QuoteRow, readClaims, readQuotes } from '../../claims/claims.store.js';
import { findClaimant } from '../../core/claim-review/find-claimant.js';
import { pageUrl } from '../../fact-checks/claim-review-of.js';
import { type FactCheckRow, readFactChecksOfTasks } from '../../fact-checks/fact-checks.store.js';
import type { ReviewTaskFilter, ReviewTaskOrder } from '../../generated/graphql.js';
import type { Transaction } from '../../platform/database/database.js';
import { readPolicies } from '../../tasks/newsroom-policy.store.js';
import { standingAt } from '../../tasks/standing.js';
import { type Asker, countTasks, cursorOf, pageOfTasks } from '../../tasks/task-list.js';
import type { TaskRow } from '../../tasks/tasks.store.js';
import { readVerdicts, verdictInForce, type VerdictRow } from '../../tasks/verdicts.store.js';
import type { ExportSetting, ExportSource } from './export-source.js';

/** By a time that never changes: a task that moves while the export is written is in it once all the same. */
const ORDER: ReviewTaskOrder = { field: 'CREATED_AT', direction: 'ASC' };

const COLUMNS = [
  ...['type', 'id', 'kind', 'status', 'version', 'priority', 'language', 'text', 'proposition', 'stance', 'quoteType'],
  ...['checkWorthiness', 'spans', 'speaker', 'speakerKind', 'unnamedSource', 'articleId', 'articleTitle'],
  ...['articleExternalId', 'articleUrl', 'articlePublishedAt', 'rating', 'verdictStatus', 'rationale'],
  ...['factCheckUrl', 'createdAt', 'updatedAt'],
] as const;

/** All that is known of a task when it is written. */
interface KnownTask {
  readonly task: TaskRow;
  readonly subject: QuoteRow | ClaimRow;
  readonly article: ArticleRow;
  readonly verdict: VerdictRow | null;
  readonly factCheck: FactCheckRow | undefined;
}

export function taskSource(filter: ReviewTaskFilter, setting: ExportSetting): ExportSource {
  const asker = async (tx: Transaction): Promise<Asker> => {
    const { memberId, askedAt: now, newsroom } = setting;
    const policy = filter.inbox == null ? null : (await readPolicies(tx, [newsroom.id])).get(newsroom.id);
    return { memberId, now, worthAtLeast: policy?.checkWorthinessThreshold ?? 0 };
  };
  return {
    columns: COLUMNS,
    count: async (tx) => countTasks(tx, filter, await asker(tx)),
    async read(tx, after, limit) {
      // One more than a page holds is what lists read, to know whether there are more.
      const page = { first: limit - 1, after, list: '' };
      const known = await readKnown(tx, await pageOfTasks(tx, filter, ORDER, page, await asker(tx)));
      return known.map((each) => ({
        record: recordOf(each, setting),
        feedItem: feedItemOf(each),
        place: cursorOf(ORDER, each.task),
      }));
    },
  };
}

async function readKnown(tx: Transaction, tasks: readonly TaskRow[]): Promise<KnownTask[]> {
  const idsOf = (pick: (task: TaskRow) => string | null) => [...new Set(tasks.flatMap((task) => pick(task) ?? []))];
  const articles = await readArticles(
    tx,
    idsOf((task) => task.articleId),
  );
  const quotes = await readQuotes(
    tx,
    idsOf((task) => task.quoteId),
  );
  const claims = await readClaims(
    tx,
    idsOf((task) => task.claimId),
  );
  const ids = tasks.map((task) => task.id);
  const [verdicts, factChecks] = [await readVerdicts(tx, ids), await readFactChecksOfTasks(tx, ids)];
  return tasks.map((task) => ({
    task,
    subject: task.quoteId ? quotes.get(task.quoteId)! : claims.get(task.claimId!)!,
    article: articles.get(task.articleId)!,
    verdict: verdictInForce(verdicts.get(task.id) ?? []),
    factCheck: factChecks.get(task.id),
  }));
}

function recordOf(
  { task, subject, article, verdict, factCheck }: KnownTask,
  { base, newsroom, askedAt }: ExportSetting,
): Record<(typeof COLUMNS)[number], unknown> {
  const { speaker } = subject;
  const claim = 'proposition' in subject ? subject : null;
  return {
    type: 'ReviewTask',
    id: task.id,
    kind: task.kind,
    status: standingAt(task, askedAt).status,
    version: task.version,
    priority: task.priority,
    language: task.language,
    text: subject.text,
    proposition: claim?.proposition ?? null,
    stance: task.stance,
    quoteType: 'type' in subject ? subject.type : null,
    checkWorthiness: claim?.checkWorthiness ?? null,
    spans: subject.spans.map(({ start, end }) => ({ start, end })),
    // How an article describes a source that it does not name is no name.
    speaker: speaker?.anonymous ? null : (speaker?.name ?? null),
    speakerKind: speaker?.kind ?? null,
    unnamedSource: speaker?.anonymous ? (speaker.name ?? '') : null,
    articleId: article.id,
    articleTitle: article.title,
    articleExternalId: article.externalId,
    articleUrl: article.sourceUrl,
    articlePublishedAt: article.publishedAt,
    rating: verdict?.rating ?? null,
    verdictStatus: verdict?.status ?? null,
    rationale: verdict?.rationale ?? null,
    factCheckUrl: factCheck ? pageUrl({ base, newsroom, slug: factCheck.slug }) : null,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
  };
}

/** As schema.org tells of what somebody said or claims: who is not named has no name here, and no verdict is told. */
function feedItemOf({ task, subject, article }: KnownTask): object {
  const { speaker } = subject;
  const common = {
    '@id': `urn:uuid:${task.id}`,
    inLanguage: task.language,
    isPartOf: {
      '@type': 'NewsArticle',
      '@id': `urn:uuid:${article.id}`,
      ...(article.title === null ? {} : { headline: article.title }),
      ...(article.sourceUrl === null ? {} : { url: article.sourceUrl }),
      ...(article.publishedAt === null ? {} : { datePublished: article.publishedAt.toISOString() }),
    },
  };
  return {
    '@type': 'DataFeedItem',
    dateCreated: task.createdAt.toISOString(),
    dateModified: task.updatedAt.toISOString(),
    item: [
      'proposition' in subject
        ? { '@type': 'Claim', ...common, text: subject.proposition, ...claimantOf(task, speaker) }
        : {
            '@type': 'Quotation',
            ...common,
            text: subject.text,
            ...(speaker?.name && !speaker.anonymous ? { spokenByCharacter: agentOf(speaker.kind, speaker.name) } : {}),
          },
    ],
  };
}

/** Whoever denies a claim is never told to have made it. */
function claimantOf({ stance }: TaskRow, speaker: ClaimRow['speaker']): object {
  const claimant = findClaimant({ kind: 'CLAIM', speaker, stance, denied: null, outlet: null });
  return claimant ? { author: { '@type': claimant.type, name: claimant.name } } : {};
}

const agentOf = (kind: string | null, name: string) => ({
  '@type': kind === 'PERSON' ? 'Person' : 'Organization',
  name,
});
