import { type Complement, type CueRow, type CueSense } from '../language.js';

const sense = (part: Partial<CueSense> & Pick<CueSense, 'form'>): CueSense => ({
  act: 'say',
  takes: ['that', 'direct', 'clause'],
  prepositions: [],
  agreement: '',
  weak: false,
  ...part,
});

/** Past, third person, base and "-ing" form; irregular verbs are given in full. */
function formsOf(verb: string): { finite: string[]; participle: string } {
  const [base = '', past, third, ing] = verb.split('/');
  const stem = base.replace(/e$/u, '');
  const y = /[^aeiou]y$/u.test(base) ? base.slice(0, -1) : null;
  return {
    finite: [
      past ?? (y ? `${y}ied` : `${stem}ed`),
      third ?? (y ? `${y}ies` : /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`),
      base,
    ],
    participle: ing ?? `${stem}ing`,
  };
}

function rows(verbs: string, part: Partial<CueSense>, phrase = ''): CueRow[] {
  return verbs.split(' ').flatMap((verb) => {
    const { finite, participle } = formsOf(verb);
    const row = (words: string, form: CueSense['form']): CueRow => ({
      words: phrase ? `${words} ${phrase}` : words,
      sense: sense({ form, ...part }),
    });
    return [...finite.map((word) => row(word, 'verb')), row(participle, 'participle')];
  });
}

const THAT: readonly Complement[] = ['that', 'direct'];

/** The reporting expressions of English news prose. */
export const englishCues: readonly CueRow[] = [
  ...rows('call', { act: 'call', takes: ['object'], prepositions: ['for'] }),
  ...rows('say/said', {}),
  ...rows('warn', { takes: ['that', 'direct', 'object'], prepositions: ['of', 'against'] }),
  ...rows('tell/told/tells/telling', { prepositions: ['@'] }),
  ...rows(
    'add argue claim insist explain acknowledge contend assert maintain concede suggest predict believe/believed/believes/believing think/thought estimate conclude fear reckon',
    {},
  ),
  ...rows(
    'announce state declare recall note observe remark reply confirm stress emphasize emphasise reiterate report reveal admit/admitted/admits/admitting allege tweet complain boast joke caution testify quip lament opine proclaim affirm assure comment indicate expect disclose caution advise recommend promise vow swear/swore pledge speculate muse conceive hint signal disclose conclude respond retort',
    { takes: THAT },
  ),
  ...rows(
    'write/wrote/writes/writing ask continue show/showed find/found ask shout joke begin/began read/read call describe mean/meant agree decide point/pointed',
    { takes: THAT, weak: true },
  ),
  ...rows('point', { takes: THAT }, 'out'),
  ...rows('go/went/goes/going', { takes: ['direct'], weak: true }, 'on'),
  ...rows('deny refute rebut', { act: 'deny', takes: ['that', 'direct', 'object', 'clause'] }),
  ...rows('reject dismiss', { act: 'deny', takes: ['that', 'direct', 'object'], weak: true }),
  ...rows('urge demand', { act: 'call', takes: ['that', 'direct', 'object'], prepositions: ['to'] }),
  ...rows('accuse', { act: 'accuse', takes: ['object', 'direct'], prepositions: ['of'] }),
  ...rows('describe', { act: 'describe', takes: ['object', 'direct'], prepositions: ['as'] }),
  ...['according to', 'in the words of', 'as per'].map((words): CueRow => ({
    words,
    sense: sense({ form: 'according' }),
  })),
];
