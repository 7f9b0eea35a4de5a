import { WordClass } from '../../languages/word-class.js';

/** Nouns for whoever can speak: offices, groups, bodies, media, documents. */
export const HEADS = WordClass.role | WordClass.group | WordClass.organization | WordClass.media | WordClass.document;
/** Common nouns that a phrase is built from. */
export const NOUNS = HEADS | WordClass.noun | WordClass.occasion | WordClass.anonymous | WordClass.allegation;
/** Nouns after which a name may stand in marks: «صحيفة "الفجر"». */
export const NAMERS = WordClass.organization | WordClass.media | WordClass.document | WordClass.noun | WordClass.group;
/** Small words that no phrase runs over. */
export const STOPS =
  WordClass.complementiser |
  WordClass.relative |
  WordClass.negation |
  WordClass.contrast |
  WordClass.auxiliary |
  WordClass.pronoun;
