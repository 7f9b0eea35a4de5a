import type { MailLanguage } from '../../accounts/mail-texts.js';
import type { Rating } from '../../core/workflow/rating-scale.js';
import { isolated } from '../../platform/isolated.js';
import { NOTICE_WORDS } from './notice-words.js';
import type { Payload } from './payloads.js';

/** What is told of an event, in one sentence, and where more of it stands; null for a ping. */
export interface Notice {
  readonly text: string;
  readonly url: string | null;
}

/** The rating of a verdict, with its labels; null where its scale has none such. */
export type RatingOf = (verdict: { scaleCode: string; scaleVersion: number; rating: string }) => Rating | null;

/** The sentence of an event. A rating that `ratingOf` does not know is told by its code. */
export function noticeOf(payload: Payload, language: MailLanguage, ratingOf: RatingOf): Notice {
  const words = NOTICE_WORDS[language];
  const kindOf = (kind: 'QUOTE' | 'CLAIM') => (kind === 'QUOTE' ? words.quoteTask : words.claimTask);
  switch (payload.type) {
    case 'article.ready': {
      const { title, tasks, deskUrl } = payload.data;
      const count = String(tasks);
      return { text: words.articleReady(isolated(title ?? words.untitled), isolated(count)), url: deskUrl };
    }
    case 'task.changed': {
      const { kind, from, to, deskUrl } = payload.data;
      return { text: words.taskChanged(kindOf(kind), words.statuses[from], words.statuses[to]), url: deskUrl };
    }
    case 'verdict.approved': {
      const { kind, rating, deskUrl } = payload.data;
      const label = ratingOf(payload.data)?.labels[language] ?? rating;
      return { text: words.verdictApproved(kindOf(kind), isolated(label)), url: deskUrl };
    }
    case 'factcheck.published':
    case 'factcheck.corrected': {
      const { title, rating, url } = payload.data;
      const tell = payload.type === 'factcheck.published' ? words.published : words.corrected;
      return { text: tell(isolated(title), isolated(rating.labels[language] ?? rating.code)), url };
    }
    case 'factcheck.retracted':
      return { text: words.retracted(isolated(payload.data.title)), url: payload.data.url };
    case 'ping':
      return { text: words.ping, url: null };
  }
}

/**
 * A notice as Slack's incoming webhooks take it, and those who follow them. Whatever a title holds is text: the signs with
 * which a link or a mention begins are escaped, and an at sign or a bracket that others would read as one is broken by a
 * sign without width.
 */
export function chatMessage({ text, url }: Notice): { readonly text: string } {
  const plain = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .replaceAll('](', ']\u200b(');
  return { text: url === null ? plain : `${plain}\n<${url}>` };
}
