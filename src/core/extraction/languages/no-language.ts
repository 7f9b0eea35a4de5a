import { type Language } from './language.js';

/** Stands in for a language of which nothing is known: only marks, colons and turns can be read. */
export const noLanguage: Language = {
  code: 'und',
  script: 'latin',
  markers: '',
  words: {},
  cues: [],
  conjunctions: [],
  prefixes: [],
  article: '',
  elisions: '',
  subject: 'before',
  links: '',
  withheld: '',
  objectHeads: '',
  matters: '',
  claims: { signs: {}, guess: () => 0 },
  topics: {},
  abbreviations: '',
  bylines: '',
  credits: '',
  turns: 'q a',
  governs: () => false,
  guess: () => 0,
};
