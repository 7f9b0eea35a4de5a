import type { MailLanguage } from '../../accounts/mail-texts.js';
import type { TaskStatus } from '../../core/workflow/model.js';

/** The fixed words of chat notices and digests. Names that come in between are isolated by whoever puts them there. */
export interface NoticeWords {
  articleReady(title: string, tasks: string): string;
  untitled: string;
  quoteTask: string;
  claimTask: string;
  taskChanged(kind: string, from: string, to: string): string;
  verdictApproved(kind: string, rating: string): string;
  published(title: string, rating: string): string;
  corrected(title: string, rating: string): string;
  retracted(title: string): string;
  ping: string;
  statuses: Readonly<Record<TaskStatus, string>>;
}

export const NOTICE_WORDS: Readonly<Record<MailLanguage, NoticeWords>> = {
  ar: {
    articleReady: (title, tasks) => `مقال جاهز للعمل: «${title}»، عدد مهامه ${tasks}`,
    untitled: 'بلا عنوان',
    quoteTask: 'مهمة اقتباس',
    claimTask: 'مهمة ادعاء',
    taskChanged: (kind, from, to) => `${kind}: من «${from}» إلى «${to}»`,
    verdictApproved: (kind, rating) => `اعتُمد حكم، ${kind}: ${rating}`,
    published: (title, rating) => `نُشر تدقيق: «${title}»، التقييم: ${rating}`,
    corrected: (title, rating) => `صُوِّب تدقيق منشور: «${title}»، التقييم: ${rating}`,
    retracted: (title) => `سُحب تدقيق: «${title}»`,
    ping: 'تجربة من إسناد: تصل الإشعارات إلى هنا.',
    statuses: {
      ...{ PENDING: 'قيد التجهيز', OPEN: 'مفتوحة', IN_PROGRESS: 'قيد العمل', IN_REVIEW: 'قيد المراجعة' },
      ...{ CHANGES_REQUESTED: 'طُلب تعديلها', APPROVED: 'معتمدة', PUBLISHED: 'منشورة', DISMISSED: 'مستبعدة' },
    },
  },
  en: {
    articleReady: (title, tasks) => `Article ready: “${title}”, tasks: ${tasks}`,
    untitled: 'untitled',
    quoteTask: 'Quote task',
    claimTask: 'Claim task',
    taskChanged: (kind, from, to) => `${kind}: from “${from}” to “${to}”`,
    verdictApproved: (kind, rating) => `Verdict approved, ${kind}: ${rating}`,
    published: (title, rating) => `Fact-check published: “${title}”, rating: ${rating}`,
    corrected: (title, rating) => `Published fact-check corrected: “${title}”, rating: ${rating}`,
    retracted: (title) => `Fact-check retracted: “${title}”`,
    ping: 'A trial from Isnad: notices arrive here.',
    statuses: {
      ...{ PENDING: 'Preparing', OPEN: 'Open', IN_PROGRESS: 'In progress', IN_REVIEW: 'In review' },
      ...{ CHANGES_REQUESTED: 'Changes requested', APPROVED: 'Approved', PUBLISHED: 'Published' },
      DISMISSED: 'Dismissed',
    },
  },
  fr: {
    articleReady: (title, tasks) => `Article prêt : « ${title} », tâches : ${tasks}`,
    untitled: 'sans titre',
    quoteTask: 'Tâche de citation',
    claimTask: 'Tâche d’affirmation',
    taskChanged: (kind, from, to) => `${kind} : de « ${from} » à « ${to} »`,
    verdictApproved: (kind, rating) => `Verdict approuvé, ${kind} : ${rating}`,
    published: (title, rating) => `Vérification publiée : « ${title} », évaluation : ${rating}`,
    corrected: (title, rating) => `Vérification publiée corrigée : « ${title} », évaluation : ${rating}`,
    retracted: (title) => `Vérification retirée : « ${title} »`,
    ping: 'Un essai d’Isnad : les notifications arrivent ici.',
    statuses: {
      ...{ PENDING: 'En préparation', OPEN: 'Ouverte', IN_PROGRESS: 'En cours', IN_REVIEW: 'En relecture' },
      ...{ CHANGES_REQUESTED: 'Modifications demandées', APPROVED: 'Approuvée', PUBLISHED: 'Publiée' },
      DISMISSED: 'Écartée',
    },
  },
};
