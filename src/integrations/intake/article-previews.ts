import { Inject, Injectable } from '@nestjs/common';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import {
  type ArticleRow,
  findArticleByExternalId,
  findArticleByFetchUrl,
  findArticleByTextHash,
} from '../../articles/articles.store.js';
import { isAddress, readAddress } from '../../articles/read-address.js';
import { readHtml, withDocument } from '../../articles/read-html.js';
import { readSubmission, type Submission } from '../../articles/read-submission.js';
import { hashText } from '../../articles/text-hash.js';
import { identifyLanguage } from '../../core/extraction/stages/identify-language.js';
import type { SubmitArticleInput } from '../../generated/graphql.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { UnreadableDocument } from '../../platform/documents/document.js';
import { FetchRefused } from '../../platform/guarded-fetcher/fetch-refused.js';
import { RequestError } from '../../platform/request-error.js';
import { RobotsRefused } from '../pages/check-robots.js';
import { fetchDocument } from '../pages/fetch-document.js';

export interface ArticlePreview extends Pick<
  Submission,
  'title' | 'byline' | 'language' | 'publishedAt' | 'sourceUrl'
> {
  /** Of the whole text, in UTF-16 code units. */
  readonly length: number;
  readonly beginning: string;
  /** The article that the newsroom has already, where submitting this would give that one. */
  readonly known: ArticleRow | null;
}

const LONGEST_BEGINNING = 2_000;
/** Somebody waits for the answer: a site that is slower than this is left to the queue. */
const LONGEST_FETCH_MS = 12_000;
const FETCHES_AT_ONCE = 2;

/** Reads what is handed in just as it would be read to be stored, and stores nothing. */
@Injectable()
export class ArticlePreviews {
  /** Pages that are being fetched, by who waits for them. Each process holds its own people to the limit. */
  private readonly fetching = new Map<string, number>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'fetchAllow'>) {}

  /** Throws FORBIDDEN, BAD_USER_INPUT (with `reason` where a document or address is the trouble), RATE_LIMITED. */
  async preview(viewer: Viewer, input: SubmitArticleInput): Promise<ArticlePreview> {
    requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
    const fetchUrl = isAddress(input) ? readAddress(input).fetchUrl : null;
    const read = fetchUrl === null ? await readHtml(input) : await this.fetch(viewer, input, fetchUrl);
    const submission = readSubmission(read);
    const { text, title, byline, publishedAt, sourceUrl, externalId } = submission;
    const language = identifyLanguage(text, submission.language).code;
    const { newsroomId } = viewer.newsroom;
    const known = await viewer.newsroom.transaction(
      async (tx) =>
        (externalId && (await findArticleByExternalId(tx, newsroomId, externalId))) ||
        (await findArticleByTextHash(tx, newsroomId, hashText(text))) ||
        (fetchUrl && (await findArticleByFetchUrl(tx, newsroomId, fetchUrl))) ||
        null,
    );
    return {
      ...{ title, byline, language, publishedAt, sourceUrl, known },
      length: text.length,
      beginning: beginningOf(text),
    };
  }

  private async fetch(viewer: Viewer, input: SubmitArticleInput, address: string): Promise<SubmitArticleInput> {
    const who = `${viewer.newsroom.newsroomId} ${viewer.memberId ?? viewer.apiKeyId ?? ''}`;
    const under = this.fetching.get(who) ?? 0;
    if (under >= FETCHES_AT_ONCE) {
      throw new RequestError('RATE_LIMITED', 'Two pages are being fetched for you: wait for one', { retryAfter: 5 });
    }
    this.fetching.set(who, under + 1);
    try {
      const document = await fetchDocument(address, this.config.fetchAllow, { timeoutMs: LONGEST_FETCH_MS });
      return { ...withDocument({ ...input, sourceUrl: input.sourceUrl ?? address }, document), url: null };
    } catch (error) {
      throw asRefusal(error);
    } finally {
      const left = this.fetching.get(who)! - 1;
      if (left > 0) this.fetching.set(who, left);
      else this.fetching.delete(who);
    }
  }
}

/** Cut before a surrogate pair rather than within. */
function beginningOf(text: string): string {
  const cut = text.slice(0, LONGEST_BEGINNING);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** An address that gave no article, as BAD_USER_INPUT whose `reason` says why in one word. */
function asRefusal(error: unknown): unknown {
  const reason =
    error instanceof UnreadableDocument || error instanceof FetchRefused
      ? error.reason
      : error instanceof RobotsRefused
        ? 'ROBOTS'
        : null;
  if (reason === null) return error;
  const { message } = error as Error;
  return new RequestError('BAD_USER_INPUT', `url: ${message}`, { fields: { url: message }, reason });
}
