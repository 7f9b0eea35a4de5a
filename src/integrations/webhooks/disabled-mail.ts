import type { MailLanguage } from '../../accounts/mail-texts.js';
import type { Mail } from '../../platform/mail/mailer.js';
import { isolated } from '../../platform/isolated.js';

interface Words {
  subject(host: string): string;
  failing: string;
  gone: string;
  after(days: string): string;
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  ar: {
    subject: (host) => `أُوقف إرسال الإشعارات إلى ${host}`,
    failing: 'تعذّر تسليم أي إشعار إلى هذا العنوان ثلاثة أيام، فأُوقف الإرسال إليه.',
    gone: 'ردّ المستقبِل بأنه لم يعد قائما (410)، فأُوقف الإرسال إليه.',
    after: (days) => `ما يحدث من الآن يُحفظ ${days}، ويُرسل بترتيبه حين تعيدون تفعيله في إسناد:`,
  },
  en: {
    subject: (host) => `Notices to ${host} were stopped`,
    failing: 'For three days nothing could be delivered to this address, so that sending to it was stopped.',
    gone: 'The receiver answered that it is gone (410), so that sending to it was stopped.',
    after: (days) =>
      `What happens from now on is kept for ${days} and sent in order once you enable it again in Isnad:`,
  },
  fr: {
    subject: (host) => `Les notifications vers ${host} sont arrêtées`,
    failing: 'Depuis trois jours, rien n’a pu être remis à cette adresse ; les envois y sont arrêtés.',
    gone: 'Le destinataire a répondu qu’il n’existe plus (410) ; les envois y sont arrêtés.',
    after: (days) =>
      `Ce qui se passe désormais est gardé ${days} et envoyé dans l’ordre dès que vous la réactivez dans Isnad :`,
  },
};

/** Tells an ADMIN that a webhook was disabled, and how long what happens meanwhile is kept. Its host alone is named: the address may be a credential. */
export function disabledMail(
  language: MailLanguage,
  to: string,
  { host, reason, url, keptDays }: { host: string; reason: 'FAILING' | 'GONE'; url: string; keptDays: number },
): Mail {
  const words = WORDS[language];
  const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(keptDays);
  const why = reason === 'GONE' ? words.gone : words.failing;
  return {
    to,
    subject: words.subject(isolated(host)),
    text: `${why}\n\n${isolated(host)}\n\n${words.after(days)}\n\n${url}\n`,
  };
}
