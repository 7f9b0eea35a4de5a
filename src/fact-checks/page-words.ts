import type { LabelLanguage } from '../core/workflow/rating-scale.js';
import type { CorrectionClass, EvidenceStance } from '../generated/prisma/client.js';
import type { Part } from './edition.js';

/** The fixed words of the public page. */
export interface PageWords {
  readonly factCheck: string;
  readonly claim: string;
  readonly saidBy: string;
  readonly appearedIn: string;
  readonly rating: string;
  readonly summary: string;
  readonly rationale: string;
  readonly evidence: string;
  readonly stances: Readonly<Record<EvidenceStance, string>>;
  readonly corrections: string;
  readonly classes: Readonly<Record<CorrectionClass, string>>;
  readonly retracted: string;
  readonly method: string;
  readonly methodNote: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly follow: string;
  readonly published: string;
  readonly updated: string;
  readonly notFound: string;
  readonly all: string;
  readonly older: string;
  readonly none: string;
  readonly methodOf: string;
  readonly correctionsPolicy: string;
  readonly correctionsNote: string;
  readonly contact: string;
  readonly noContact: string;
  readonly readMore: string;
}

export const PAGE_WORDS: Readonly<Record<LabelLanguage, PageWords>> = {
  ar: {
    factCheck: 'تحقّق',
    claim: 'الادعاء',
    saidBy: 'صاحب الادعاء',
    appearedIn: 'ورد في',
    rating: 'التقدير',
    summary: 'الخلاصة',
    rationale: 'التعليل',
    evidence: 'الأدلة',
    stances: { SUPPORTS: 'يؤيد', REFUTES: 'يدحض', CONTEXT: 'سياق' },
    corrections: 'التصحيحات',
    classes: {
      TYPO: 'خطأ طباعي',
      RATING_UNCHANGED: 'تصحيح في المضمون والتقدير باقٍ',
      RATING_CHANGED: 'تغيير في التقدير',
      RETRACTION: 'سحب',
    },
    retracted: 'سُحب هذا التحقّق.',
    method: 'كيف تحقّقنا',
    methodNote: 'جمع مدقق الأدلة واقترح التقدير، وراجعه شخص آخر واعتمده قبل النشر. ولا يُصحَّح المنشور إلا بموافقة شخصين.',
    parts: { PROPOSED: 'اقترحه', APPROVED: 'اعتمده', PUBLISHED: 'نشره' },
    follow: 'تابع تحقّقاتنا (RSS)',
    published: 'نُشر',
    updated: 'حُدِّث',
    notFound: 'لا توجد صفحة هنا',
    all: 'التحقّقات المنشورة',
    older: 'الأقدم',
    none: 'لم يُنشر شيء بعد.',
    methodOf: 'كيف نعمل',
    correctionsPolicy: 'كيف نصحّح',
    correctionsNote: 'كل تصحيح أو سحب يُذكر في صفحة التحقّق مع تاريخه وسببه.',
    contact: 'اتصل بنا',
    noContact: 'لم تُذكر وسيلة اتصال بعد.',
    readMore: 'اقرأ التحقّق',
  },
  en: {
    factCheck: 'Fact-check',
    claim: 'Claim',
    saidBy: 'Claimed by',
    appearedIn: 'Appeared in',
    rating: 'Rating',
    summary: 'Summary',
    rationale: 'Rationale',
    evidence: 'Evidence',
    stances: { SUPPORTS: 'Supports', REFUTES: 'Refutes', CONTEXT: 'Context' },
    corrections: 'Corrections',
    classes: {
      TYPO: 'Typo',
      RATING_UNCHANGED: 'The content changes, the rating stays',
      RATING_CHANGED: 'The rating changes',
      RETRACTION: 'Retraction',
    },
    retracted: 'This fact-check has been retracted.',
    method: 'How it was checked',
    methodNote:
      'One person gathered the evidence and proposed the rating; another reviewed and approved it before it was published. What is published is corrected only when two people agree.',
    parts: { PROPOSED: 'Proposed by', APPROVED: 'Approved by', PUBLISHED: 'Published by' },
    follow: 'Follow our fact-checks (RSS)',
    published: 'Published',
    updated: 'Updated',
    notFound: 'There is no page here',
    all: 'Published fact-checks',
    older: 'Older',
    none: 'Nothing has been published yet.',
    methodOf: 'How we work',
    correctionsPolicy: 'How we correct',
    correctionsNote:
      'Each correction or retraction is told on the page of the fact-check, with its date and its reason.',
    contact: 'Contact us',
    noContact: 'No way to reach us is given yet.',
    readMore: 'Read the fact-check',
  },
  fr: {
    factCheck: 'Vérification',
    claim: 'Affirmation',
    saidBy: 'Auteur de l’affirmation',
    appearedIn: 'Parue dans',
    rating: 'Évaluation',
    summary: 'Résumé',
    rationale: 'Justification',
    evidence: 'Preuves',
    stances: { SUPPORTS: 'Confirme', REFUTES: 'Réfute', CONTEXT: 'Contexte' },
    corrections: 'Corrections',
    classes: {
      TYPO: 'Coquille',
      RATING_UNCHANGED: 'Le contenu change, l’évaluation reste',
      RATING_CHANGED: 'L’évaluation change',
      RETRACTION: 'Retrait',
    },
    retracted: 'Cette vérification a été retirée.',
    method: 'Comment nous avons vérifié',
    methodNote:
      'Une personne a réuni les preuves et proposé l’évaluation ; une autre l’a relue et approuvée avant publication. Ce qui est publié n’est corrigé que si deux personnes sont d’accord.',
    parts: { PROPOSED: 'Proposée par', APPROVED: 'Approuvée par', PUBLISHED: 'Publiée par' },
    follow: 'Suivre nos vérifications (RSS)',
    published: 'Publié le',
    updated: 'Mis à jour le',
    notFound: 'Il n’y a pas de page ici',
    all: 'Vérifications publiées',
    older: 'Plus anciennes',
    none: 'Rien n’est encore publié.',
    methodOf: 'Comment nous travaillons',
    correctionsPolicy: 'Comment nous corrigeons',
    correctionsNote:
      'Chaque correction ou retrait est signalé sur la page de la vérification, avec sa date et sa raison.',
    contact: 'Nous contacter',
    noContact: 'Aucun moyen de nous joindre n’est encore indiqué.',
    readMore: 'Lire la vérification',
  },
};
