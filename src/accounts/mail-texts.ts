import { isolated } from '../platform/isolated.js';
import type { Mail } from '../platform/mail/mailer.js';

export const MAIL_LANGUAGES = ['ar', 'en', 'fr'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export const isMailLanguage = (value: string): value is MailLanguage =>
  (MAIL_LANGUAGES as readonly string[]).includes(value);

/** The language of a mail or message to somebody who has this one set; English where nothing is written in it. */
export const mailLanguageOf = (language: string | null | undefined): MailLanguage =>
  language != null && isMailLanguage(language) ? language : 'en';

interface Words {
  invitation(newsroom: string): { subject: string; before: string; after: string };
  reset: { subject: string; before: string; after: string };
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  ar: {
    invitation: (newsroom) => ({
      subject: `دعوة للانضمام إلى ${newsroom}`,
      before: `تدعوك غرفة الأخبار «${newsroom}» للعمل معها على منصة إسناد. افتح هذا الرابط لقبول الدعوة:`,
      after: 'يعمل الرابط سبعة أيام ولمرة واحدة. إن لم تكن تنتظر هذه الدعوة فتجاهل الرسالة.',
    }),
    reset: {
      subject: 'اختيار كلمة مرور جديدة',
      before: 'طُلب تغيير كلمة مرورك في إسناد. افتح هذا الرابط لاختيار كلمة جديدة:',
      after: 'يعمل الرابط ساعة واحدة ولمرة واحدة. إن لم تطلب ذلك فتجاهل الرسالة، وتبقى كلمة مرورك كما هي.',
    },
  },
  en: {
    invitation: (newsroom) => ({
      subject: `You are invited to ${newsroom}`,
      before: `The newsroom “${newsroom}” invites you to work with it in Isnad. Open this link to accept:`,
      after: 'The link works for seven days, and once. If you did not expect it, leave this mail alone.',
    }),
    reset: {
      subject: 'Choose a new password',
      before: 'Somebody asked for a new password for you in Isnad. Open this link to choose one:',
      after: 'The link works for an hour, and once. If it was not you, leave this mail alone: your password stays.',
    },
  },
  fr: {
    invitation: (newsroom) => ({
      subject: `Invitation à rejoindre ${newsroom}`,
      before: `La rédaction « ${newsroom} » vous invite à travailler avec elle dans Isnad. Ouvrez ce lien pour accepter :`,
      after: 'Le lien reste valable sept jours et ne sert qu’une fois. Si vous ne l’attendiez pas, ignorez ce message.',
    }),
    reset: {
      subject: 'Choisir un nouveau mot de passe',
      before: 'Un nouveau mot de passe a été demandé pour vous dans Isnad. Ouvrez ce lien pour le choisir :',
      after: 'Le lien reste valable une heure et ne sert qu’une fois. Si ce n’était pas vous, ignorez ce message.',
    },
  },
};

const compose = (to: string, words: { subject: string; before: string; after: string }, link: string): Mail => ({
  to,
  subject: words.subject,
  text: `${words.before}\n\n${link}\n\n${words.after}\n`,
});

export const invitationMail = (language: MailLanguage, to: string, newsroom: string, link: string): Mail =>
  compose(to, WORDS[language].invitation(isolated(newsroom)), link);

export const resetMail = (language: MailLanguage, to: string, link: string): Mail =>
  compose(to, WORDS[language].reset, link);
