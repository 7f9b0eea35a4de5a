import { type Complement, type CueRow, type CueSense } from '../language.js';

const sense = (part: Partial<CueSense> & Pick<CueSense, 'form'>): CueSense => ({
  act: 'say',
  takes: ['that', 'direct'],
  prepositions: [],
  agreement: '',
  weak: false,
  ...part,
});

/** Forms of a regular verb in "-er" by its stem; an "e" before the last consonant takes its accent («rappelle», «considère») in `strong`. */
function formsOf(verb: string): { finite: string[]; past: string[]; participle: string } {
  const [stem = '', strong = stem] = verb.split('/');
  const soft = /g$/u.test(stem) ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
  return {
    finite: [`${strong}e`, `${strong}ent`, `${soft}ait`, `${soft}aient`, `${soft}a`, `${stem}èrent`],
    past: [`${stem}é`],
    participle: `${soft}ant`,
  };
}

function rows(verbs: string, part: Partial<CueSense> = {}): CueRow[] {
  return verbs.split(' ').flatMap((verb) => {
    const { finite, past, participle } = formsOf(verb);
    const row = (words: string, form: CueSense['form']): CueRow => ({ words, sense: sense({ form, ...part }) });
    return [...[...finite, ...past].map((word) => row(word, 'verb')), row(participle, 'participle')];
  });
}

function irregular(forms: string, participle: string, part: Partial<CueSense> = {}): CueRow[] {
  return [
    ...forms.split(' ').map((words): CueRow => ({ words, sense: sense({ form: 'verb', ...part }) })),
    ...participle
      .split(' ')
      .filter(Boolean)
      .map((words): CueRow => ({ words, sense: sense({ form: 'participle', ...part }) })),
  ];
}

const OBJECT: readonly Complement[] = ['that', 'direct', 'object'];

/** The reporting expressions of French news prose. */
export const frenchCues: readonly CueRow[] = [
  ...irregular('dit disent disait disaient dira redit', 'disant'),
  ...rows(
    'affirm déclar ajout expliqu soulign précis indiqu annonc assur estim rappel/rappell considèr/considèr considér/considèr insist signal martel/martèl avanc rével révél/révèl regrett déplor jug témoign raconta racont détaill argument répliqu rétorqu alert observ remarqu prévien inform affich commen comment clam soupir ironis tranch conclu estimé résum préconis suggér/suggèr propos pens jur répet répét/répèt admet avou confirm poursuiv certifi assèn assén/assèn plaid pronostiqu expos reconnaiss interrog',
  ),
  ...irregular('soutient soutiennent soutenait soutenu', 'soutenant'),
  ...irregular('prévient prévenu prévenait', 'prévenant'),
  ...irregular('reconnaît reconnait reconnu reconnaissait reconnaissent', 'reconnaissant'),
  ...irregular('répond répondu répondait répondent', 'répondant'),
  ...irregular('poursuit poursuivi poursuivait', 'poursuivant'),
  ...irregular('conclut conclu concluait', 'concluant'),
  ...irregular('écrit écrivait écrivent', 'écrivant', { weak: true }),
  ...irregular('admet admis admettait', 'admettant'),
  ...irregular('promet promis promettait', 'promettant', { weak: true }),
  ...irregular('craint craignent craignait', 'craignant'),
  ...irregular('croit croient croyait', ''),
  ...irregular('fait savoir|fait valoir|fait remarquer|croit savoir|fait observer'.replaceAll('|', '_'), '').flatMap(
    (row) => row.words.split('_').map((words) => ({ ...row, words })),
  ),
  ...rows('confi not relev lanc', { weak: true }),
  ...rows('ni réfut récus rejet/rejett', { act: 'deny', takes: OBJECT }),
  ...irregular('dément démenti démentait démentent', 'démentant', { act: 'deny', takes: OBJECT }),
  ...rows('appel/appell invit exhort', { act: 'call', takes: ['object', 'direct'], prepositions: ['à'] }),
  ...rows('demand réclam', { act: 'call', takes: ['that', 'direct', 'object'], prepositions: ['à', 'de'], weak: true }),
  ...rows('accus', { act: 'accuse', takes: ['object', 'direct'], prepositions: ["d'", 'de'] }),
  ...rows('qualifi', { act: 'describe', takes: ['object', 'direct'], prepositions: ["d'", 'de'] }),
  ..."selon|d' après|à en croire|aux dires de|aux yeux de|de l' avis de"
    .split('|')
    .map((words): CueRow => ({ words, sense: sense({ form: 'according' }) })),
];
