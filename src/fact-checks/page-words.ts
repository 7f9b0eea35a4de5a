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
}

export const PAGE_WORDS: Readonly<Record<LabelLanguage, PageWords>> = {
  ar: {
    factCheck: 'تدقيق',
    claim: 'الادعاء',
    saidBy: 'صاحب الادعاء',
    appearedIn: 'ورد في',
    rating: 'التقييم',
    summary: 'الخلاصة',
    rationale: 'التعليل',
    evidence: 'الأدلة',
    stances: { SUPPORTS: 'يؤيد', REFUTES: 'ينقض', CONTEXT: 'سياق' },
    corrections: 'التصويبات',
    classes: {
      TYPO: 'تصويب لغوي',
      RATING_UNCHANGED: 'تصويب لا يغيّر التقييم',
      RATING_CHANGED: 'تصويب غيّر التقييم',
      RETRACTION: 'سحب',
    },
    retracted: 'سُحب هذا التدقيق.',
    method: 'كيف دُقِّق',
    methodNote: 'جمع مدقق الأدلة واقترح التقييم، وراجعه شخص آخر واعتمده قبل النشر. ولا يُصحَّح المنشور إلا بموافقة شخصين.',
    parts: { PROPOSED: 'اقترحه', APPROVED: 'اعتمده', PUBLISHED: 'نشره' },
    follow: 'تابع تدقيقاتنا (RSS)',
    published: 'نُشر',
    updated: 'حُدِّث',
    notFound: 'لا توجد صفحة هنا',
  },
  en: {
    factCheck: 'Fact-check',
    claim: 'Claim',
    saidBy: 'Claimed by',
    appearedIn: 'Appeared in',
    rating: 'Rating',
    summary: 'Summary',
    rationale: 'Why',
    evidence: 'Evidence',
    stances: { SUPPORTS: 'Supports', REFUTES: 'Refutes', CONTEXT: 'Context' },
    corrections: 'Corrections',
    classes: {
      TYPO: 'Correction of a slip',
      RATING_UNCHANGED: 'Correction; the rating stays',
      RATING_CHANGED: 'Correction; the rating has changed',
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
  },
  fr: {
    factCheck: 'Vérification',
    claim: 'Affirmation',
    saidBy: 'Auteur de l’affirmation',
    appearedIn: 'Parue dans',
    rating: 'Évaluation',
    summary: 'Résumé',
    rationale: 'Pourquoi',
    evidence: 'Preuves',
    stances: { SUPPORTS: 'Confirme', REFUTES: 'Réfute', CONTEXT: 'Contexte' },
    corrections: 'Rectifications',
    classes: {
      TYPO: 'Rectification d’une coquille',
      RATING_UNCHANGED: 'Rectification, évaluation inchangée',
      RATING_CHANGED: 'Rectification, évaluation modifiée',
      RETRACTION: 'Retrait',
    },
    retracted: 'Cette vérification a été retirée.',
    method: 'Comment nous avons vérifié',
    methodNote:
      'Une personne a réuni les preuves et proposé l’évaluation ; une autre l’a relue et approuvée avant publication. Ce qui est publié n’est rectifié que si deux personnes sont d’accord.',
    parts: { PROPOSED: 'Proposée par', APPROVED: 'Approuvée par', PUBLISHED: 'Publiée par' },
    follow: 'Suivre nos vérifications (RSS)',
    published: 'Publié le',
    updated: 'Mis à jour le',
    notFound: 'Il n’y a pas de page ici',
  },
};
