import { type Language } from '../language.js';
import { WordClass } from '../word-class.js';
import { frenchClaims } from './claims.js';
import { frenchCues } from './cues.js';
import { frenchMen, frenchWomen } from './given-names.js';
import { frenchBodies, frenchSynonyms } from './synonyms.js';
import { frenchTopics } from './topics.js';
import { frenchWords } from './words.js';

/** Adverbs in "-ment", finite forms by their endings. */
function guess(key: string): number {
  if (
    /^\p{L}{3,}[eé]mment$|^\p{L}{3,}ement$/u.test(key) &&
    !/^(?:gouvernement|événement|mouvement|parlement|règlement|changement|développement|département|logement|paiement|engagement|financement)$/u.test(
      key,
    )
  )
    return WordClass.adverb;
  if (/^\p{L}{3,}(?:aient|èrent)$/u.test(key)) return WordClass.verb;
  if (/^\p{L}{4,}(?:era|eront|iront)$/u.test(key) && !/^opéra$/u.test(key)) return WordClass.verb | WordClass.future;
  return 0;
}

/** French, as written in news. */
export const french: Language = {
  code: 'fr',
  script: 'latin',
  markers: 'le la les de des du et à un une en que qui dans pour par sur est au aux il elle pas plus ce cette ont été',
  words: frenchWords,
  cues: frenchCues,
  conjunctions: [],
  prefixes: [],
  article: '',
  elisions: 'l d qu c s n j m t jusqu lorsqu puisqu quoiqu presqu',
  subject: 'before',
  grammar: {
    passives: 'est sont été être était étaient fut furent sera seront serait seraient',
    reflexives: "s' se m' me",
    genitives: "de d' du des",
    agents: 'par',
    modals: 'peut peuvent pourrait pourraient doit doivent devrait devraient faut',
    infinitives: "de d' à pour",
    continuations: 'avant après jusqu et',
    participleLeads: 'en tout et mais sans',
    infinitiveHeads:
      "avoir être vouloir pouvoir ne ne n'avoir n'être devoir faire avoir vouloir tenir disposer craindre attendre travailler souhaiter espérer savoir ignorer connaître compter",
    questionHeads: 'si pourquoi comment quand où quel quelle',
    pronounsFeminine: 'elle celle cette',
    pronounsMasculine: 'il lui celui ce cet',
    pronounsPlural: 'ils elles eux nous ceux ces',
    female: frenchWomen,
    male: frenchMen,
    plural: 'les des ces plusieurs quelques deux trois quatre cinq certains certaines ses leurs',
    indefinites: 'un une des plusieurs quelques certains certaines deux trois quatre cinq aucun aucune',
    numerals: 'deux trois quatre cinq six sept huit neuf dix',
    demonstratives: 'ce cet cette ces',
    possessives: 'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs',
    latters: 'dernier dernière derniers dernières ci là',
    betweens:
      "pour sa part|pour leur part|quant à lui|quant à elle|quant à eux|de son côté|de leur côté|par ailleurs|en outre|à son tour|à leur tour|dans la foulée|par la suite|en revanche|par contre|pour l' instant|d' abord|tout d' abord|de nouveau|en effet|d' ailleurs|par exemple|à l' époque|à plusieurs reprises",
    expletives: 'voici voilà oui non si quand comment pourquoi où là ici',
    impersonals: 'on',
    emphatics: 'lui elle eux elles',
    participles: /(?:é|ée|és|ées|u)$/u,
    singulars: 'un une',
    spokespersons:
      'porte porte-parole porte-voix représentant représentante juge avocat avocate procureur procureure président présidente analyste journaliste correspondant correspondante',
    issuings:
      'publié publiée publiés publiées réalisé réalisée mené menée rédigé rédigée signé signée émis diffusé diffusée établi établie',
    replies: 'réponse commentaire réaction verdict conclusion explication justification précision confidence',
    partials: 'un une uns unes autre autres eux elles',
    standsFor: frenchSynonyms,
    bodies: frenchBodies,
    issued: 'communiqué déclaration message lettre note',
    asides: 'tandis alors et',
    genderOf: (key) =>
      /(?:euse|rice|ière|ienne|ée|esse|eure)$/u.test(key) ? 'f' : /(?:eur|ier|ien|if|ant|on|é)$/u.test(key) ? 'm' : '',
    namings: 'nommé nommée nommés cité citée cités identifié identifiée identifiés nom',
    innerReports: true,
    bareClauses: false,
  },
  links: "de d' du des à au aux en pour chez sur",
  withheld: 'anonymat',
  objectHeads: '',
  matters: "de d' sur selon",
  claims: frenchClaims,
  topics: frenchTopics,
  abbreviations: 'm mm mme mlle dr me mgr st av jc no art cf etc p vol env',
  bylines: 'par',
  credits: 'afp reuters photo crédit archives dr ap getty images illustration',
  turns: 'q r question réponse',
  questionTurns: 'q question',
  interviews: 'interview entretien questions recueilli recueillis rencontre',
  givenNames: { male: '', female: '' },
  asking: '',
  sources: '',
  issued: '',
  publishes: () => false,
  governs: () => false,
  guess,
};
