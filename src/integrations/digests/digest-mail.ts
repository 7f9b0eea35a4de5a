import type { MailLanguage } from '../../accounts/mail-texts.js';
import type { Mail } from '../../platform/mail/mailer.js';
import { NOTICE_WORDS } from '../webhooks/notice-words.js';
import { isolated } from '../../platform/isolated.js';
import type { Notice } from '../webhooks/notice-text.js';
import type { WaitingTask } from './digests.store.js';

/** What one digest tells. */
export interface DigestContent {
  readonly newsroom: string;
  readonly waiting: readonly WaitingTask[];
  readonly decided: readonly Notice[];
  readonly published: readonly Notice[];
  /** Whether more happened than is told here; the next digest tells it. */
  readonly more: boolean;
}

interface Words {
  subject(newsroom: string): string;
  waiting: string;
  decided: string;
  published: string;
  more: string;
  desk: string;
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  ar: {
    subject: (newsroom) => `ملخص ${newsroom}`,
    waiting: 'بانتظارك',
    decided: 'أحكام اعتُمدت',
    published: 'نُشر أو صُوِّب أو سُحب',
    more: 'حدث أكثر من ذلك، ويأتيك في الملخص التالي.',
    desk: 'افتح إسناد:',
  },
  en: {
    subject: (newsroom) => `Digest of ${newsroom}`,
    waiting: 'Waiting for you',
    decided: 'Verdicts approved',
    published: 'Published, corrected or retracted',
    more: 'More has happened; the next digest tells of it.',
    desk: 'Open Isnad:',
  },
  fr: {
    subject: (newsroom) => `Résumé de ${newsroom}`,
    waiting: 'En attente de vous',
    decided: 'Verdicts approuvés',
    published: 'Publié, corrigé ou retiré',
    more: 'Il s’est passé davantage ; le prochain résumé vous le dira.',
    desk: 'Ouvrir Isnad :',
  },
};

/** `base` is the service's own address. */
export function digestMail(language: MailLanguage, to: string, base: string, content: DigestContent): Mail {
  const words = WORDS[language];
  const notices = NOTICE_WORDS[language];
  const waiting = content.waiting.map(({ id, kind, status, text }) => {
    const name = kind === 'QUOTE' ? notices.quoteTask : notices.claimTask;
    return { text: `${name}, ${notices.statuses[status]}: ${isolated(text)}`, url: `${base}/tasks/${id}` };
  });
  const parts = [
    section(words.waiting, waiting),
    section(words.decided, content.decided),
    section(words.published, content.published),
    ...(content.more ? [words.more] : []),
    `${words.desk} ${base}/`,
  ];
  return { to, subject: words.subject(isolated(content.newsroom)), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}

const section = (title: string, notices: readonly Notice[]): string =>
  notices.length === 0
    ? ''
    : [`${title} (${notices.length})`, ...notices.map(({ text, url }) => `• ${text}${url ? `\n  ${url}` : ''}`)].join(
        '\n',
      );
