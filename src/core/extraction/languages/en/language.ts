import { type Language } from '../language.js';
import { WordClass } from '../word-class.js';
import { englishClaims } from './claims.js';
import { englishCues } from './cues.js';
import { englishMen, englishWomen } from './given-names.js';
import { englishBodies, englishSynonyms } from './synonyms.js';
import { englishTopics } from './topics.js';
import { englishWords } from './words.js';

/** Regular past forms and "-ly" adverbs that no list has. */
function guess(key: string): number {
  if (
    /^[a-z]{2,}ly$/u.test(key) &&
    !/^(?:family|early|daily|weekly|italy|july|ally|rally|supply|reply|apply|assembly|only)$/u.test(key)
  )
    return WordClass.adverb;
  if (
    /^[a-z]{2,}ed$/u.test(key) &&
    !/^(?:united|hundred|indeed|need|speed|seed|feed|armed|alleged|based|related)$/u.test(key)
  )
    return WordClass.verb;
  return 0;
}

/** English, as written in news. */
export const english: Language = {
  code: 'en',
  script: 'latin',
  markers: 'the of and to in a that is was for on with as it by at from are be has have said not this',
  words: englishWords,
  cues: englishCues,
  conjunctions: [],
  prefixes: [],
  article: '',
  elisions: '',
  subject: 'before',
  grammar: {
    passives: 'is was were are be been being get got',
    reflexives: '',
    genitives: 'of',
    agents: 'by',
    modals: 'could can may might should must cannot',
    infinitives: 'to',
    continuations: 'on continued proceeded',
    participleLeads: 'while before after by and in without also but even',
    infinitiveHeads: '',
    questionHeads: 'if whether why what how who when where which about for',
    pronounsFeminine: 'she her hers',
    pronounsMasculine: 'he him his',
    pronounsPlural: 'they them their we',
    female: englishWomen,
    male: englishMen,
    plural: 'two three four five several many some these those most',
    indefinites: 'a an some several many two three four five another any no one',
    numerals: 'two three four five six seven eight nine ten',
    demonstratives: 'this that these those',
    possessives: 'my your his her its our their',
    latters: 'latter former',
    betweens: 'for his part|for her part|for their part|at the time|in turn',
    expletives: 'there here yes no so what how why when where if then now',
    impersonals: '',
    emphatics: '',
    participles: /(?!)/u,
    singulars: 'a an one another',
    spokespersons:
      'spokesman spokeswoman spokesperson representative judge justice lawyer attorney solicitor barrister prosecutor counsel speaker coroner neighbor analyst jury reporter correspondent',
    issuings:
      'published issued conducted produced released prepared compiled written drafted authored commissioned filed posted signed',
    replies: 'reply answer response verdict comment reaction',
    partials: 'one another other both others neither either',
    standsFor: englishSynonyms,
    bodies: englishBodies,
    issued: 'statement release note message letter post tweet communique',
    asides: 'as and',
    namings: 'named identified authorized authorised',
    innerReports: false,
    bareClauses: true,
  },
  links: "of for at from with in on to 's",
  withheld: 'anonymity anonymously unnamed',
  objectHeads: '',
  matters: 'of that about',
  claims: englishClaims,
  topics: englishTopics,
  abbreviations:
    'mr mrs ms dr prof gen lt col sgt capt rep sen gov st jr sr vs inc corp co ltd no jan feb mar apr jun jul aug sept sep oct nov dec rev hon adm maj pvt',
  bylines: 'by',
  credits: 'ap afp reuters getty photo image images file credit courtesy epa via',
  turns: 'q a question answer interviewer moderator',
  questionTurns: 'q question interviewer moderator',
  interviews: 'interview interviewed q&a questions conversation',
  givenNames: { male: '', female: '' },
  asking: '',
  sources: '',
  issued: '',
  publishes: () => false,
  governs: () => false,
  guess,
};
