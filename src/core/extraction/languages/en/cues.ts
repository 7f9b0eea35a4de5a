import { type Complement, type CueRow, type CueSense } from '../language.js';

const sense = (part: Partial<CueSense> & Pick<CueSense, 'form'>): CueSense => ({
  act: 'say',
  takes: ['that', 'direct', 'clause'],
  prepositions: [],
  agreement: '',
  weak: false,
  ...part,
});

/** Past forms, third person, base and "-ing" form of a verb given as "base", or with irregular forms "base/past/third/ing". */
function formsOf(verb: string): { past: string[]; third: string; base: string; participle: string } {
  const [base = '', past, third, ing] = verb.split('/');
  const stem = base.replace(/e$/u, '');
  const y = /[^aeiou]y$/u.test(base) ? base.slice(0, -1) : null;
  return {
    past: (past || (y ? `${y}ied` : `${stem}ed`)).split('+'),
    third: third || (y ? `${y}ies` : /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : `${base}s`),
    base,
    participle: ing || (/ee$/u.test(base) ? `${base}ing` : `${stem}ing`),
  };
}

/**
 * All forms of the verbs, each with `phrase` after it. A base form asks for a plural subject; `homograph` marks verbs whose
 * base and third person are nouns as well ("claims", "a report"): these count only beside a subject.
 */
function rows(verbs: string, part: Partial<CueSense> = {}, phrase = '', homograph = false): CueRow[] {
  return verbs
    .trim()
    .split(/\s+/u)
    .flatMap((verb) => {
      const { past, third, base, participle } = formsOf(verb);
      const row = (words: string, form: CueSense['form'], more: Partial<CueSense> = {}): CueRow => ({
        words: phrase ? `${words} ${phrase}` : words,
        sense: sense({ form, ...part, ...more }),
      });
      const noun = homograph && !phrase ? { nominal: true } : {};
      return [
        ...past.map((word) => row(word, 'verb')),
        row(third, 'verb', noun),
        ...(past.includes(base) ? [] : [row(base, 'verb', { ...noun, plural: true })]),
        row(participle, 'participle'),
      ];
    });
}

const THAT: readonly Complement[] = ['that', 'direct'];
const CLAUSE: readonly Complement[] = ['that', 'direct', 'clause'];
const DENIED: readonly Complement[] = ['that', 'direct', 'object'];

/** The reporting expressions of English news prose. */
export const englishCues: readonly CueRow[] = [
  ...rows('say/said', { takes: ['that', 'direct', 'clause', 'speech'] }),
  ...rows('tell/told', { prepositions: ['@'], takes: ['that', 'direct', 'clause', 'speech'] }),
  ...rows('inform remind assure notify advise', { prepositions: ['@'], takes: CLAUSE, act: 'say' }),
  ...rows('convince persuade', { prepositions: ['@'], takes: ['that'], weak: true }),
  ...rows('warn', { takes: CLAUSE }),
  ...rows('warn', { takes: ['object'], prepositions: ['of', 'against'] }),
  ...rows('warn', { act: 'call', takes: ['infinitive'] }),
  ...rows('add argue insist explain acknowledge contend assert maintain concede suggest admit/admitted//admitting', {
    takes: CLAUSE,
  }),
  ...rows('believe think/thought conclude reckon reason figure', { takes: CLAUSE, weak: true }),
  ...rows('claim estimate fear report', { takes: CLAUSE }, '', true),
  ...rows(
    `announce declare recall reply stress emphasize emphasise reiterate reveal allege complain caution testify
    quip lament opine proclaim affirm indicate expect disclose speculate muse intimate concur
    respond retort disagree clarify confide declaim decry elaborate enthuse exclaim exult fume gloat
    grumble hypothesize hypothesise interject intone moan mutter murmur mumble offer opine posit postulate
    prophesy proffer rail reaffirm recount rejoin remonstrate restate rhapsodize scoff snap/snapped//snapping
    specify stipulate summarize summarise surmise theorize theorise underline underscore volunteer vouch
    whisper yell shout scream chirp chuckle cry bellow blurt bemoan brag/bragged//bragging counter crow deadpan/deadpanned//deadpanning drawl
    forecast/forecast+forecasted guarantee hint imply infer/inferred//inferring insinuate laugh sniff sob/sobbed//sobbing thunder profess plead pronounce rant rave
    propose recommend reckon rule joke jest kid/kidded//kidding tease venture weep/wept write/wrote+written//writing`,
    { takes: THAT },
  ),
  ...rows('argue announce reveal allege reiterate', { takes: CLAUSE }),
  ...rows('confirm predict', { takes: ['that', 'direct', 'clause', 'object'] }),
  ...rows('agree', { takes: ['that', 'direct'], weak: true }),
  ...rows('promise vow pledge threaten', { takes: ['that', 'direct', 'clause', 'infinitive'], act: 'call' }, '', true),
  ...rows('swear/swore+sworn', { takes: THAT }),
  ...rows(
    'state note observe remark comment tweet boast answer joke signal caution fret/fretted//fretting hint post retweet blog/blogged//blogging charge counter object/objected protest rumor whisper',
    { takes: THAT },
    '',
    true,
  ),
  ...rows(
    `ask continue show/showed+shown find/found begin/began//beginning read/read call mean/meant decide feel/felt hear/heard
    learn/learned+learnt know/knew+known understand/understood see/saw realize realise recognize recognise hope wonder
    determine discover guess assume prove demonstrate illustrate document detail outline argue highlight`,
    { takes: THAT, weak: true },
  ),
  ...rows('point', { takes: THAT }, 'out'),
  ...rows('point', { takes: ['object'], prepositions: ['as'], act: 'describe' }, 'to', true),
  ...rows('make/made//making', { takes: ['that'] }, 'clear'),
  ...rows('make/made//making', { takes: ['that'] }, 'it clear'),
  ...rows('make/made//making', { takes: ['that'] }, 'the point'),
  ...rows('go/went/goes', { takes: ['direct'], weak: true }, 'on'),
  ...rows('cry shout call chime/chimed//chiming', { takes: ['direct', 'that'], weak: true }, 'out'),
  ...rows('spell', { takes: ['that'], weak: true }, 'out'),
  ...rows('fire shoot/shot hit/hit//hitting push', { takes: ['direct'], weak: true }, 'back'),
  ...rows('sum/summed//summing', { takes: ['direct'], weak: true }, 'up'),
  { words: 'quoted as saying', sense: sense({ form: 'verb' }) },
  { words: 'quoted as telling', sense: sense({ form: 'verb', prepositions: ['@'] }) },
  { words: 'cited as saying', sense: sense({ form: 'verb' }) },
  ...rows('think/thought', { takes: CLAUSE, weak: true }),
  ...rows('deny refute rebut/rebutted//rebutting', { act: 'deny', takes: ['that', 'direct', 'object', 'clause'] }),
  ...rows('dispute', { act: 'deny', takes: DENIED }, '', true),
  ...rows('contradict', { act: 'deny', takes: DENIED, weak: true }),
  ...rows('reject dismiss', { act: 'deny', takes: DENIED, weak: true, prepositions: ['as'] }),
  ...rows('rule', { act: 'deny', takes: ['object', 'that'] }, 'out'),
  ...rows('brush', { act: 'deny', takes: ['object'] }, 'aside'),
  ...rows('brush', { act: 'deny', takes: ['object'] }, 'off'),
  ...rows('shrug/shrugged//shrugging', { act: 'deny', takes: ['object'] }, 'off'),
  ...rows('play', { act: 'deny', takes: ['object'], weak: true }, 'down'),
  ...rows('accept', { takes: THAT, weak: true }),
  ...rows('promise pledge forecast/forecast+forecasted', { act: 'call', takes: ['object'] }, '', true),
  ...rows('blame', { takes: ['object'] }, '', true),
  ...rows('call', { act: 'call', takes: ['object', 'infinitive'], prepositions: ['for'] }, '', true),
  ...rows('call', { act: 'call', takes: ['infinitive'] }, 'on', true),
  ...rows('call', { act: 'call', takes: ['infinitive'] }, 'upon', true),
  ...rows('appeal', { act: 'call', takes: ['infinitive', 'object'], prepositions: ['for'] }, '', true),
  ...rows(
    'urge implore beseech/besought beg/begged//begging',
    { act: 'call', takes: ['that', 'direct', 'infinitive'] },
    '',
    true,
  ),
  ...rows('demand', { act: 'call', takes: ['that', 'direct', 'infinitive', 'object'] }, '', true),
  ...rows(
    'ask order instruct encourage invite challenge advise tell/told',
    { act: 'call', takes: ['infinitive', 'direct'], weak: true },
    '',
    true,
  ),
  ...rows('recommend', { act: 'call', takes: ['that', 'direct', 'object'] }),
  ...rows('accuse', { act: 'accuse', takes: ['object', 'direct'], prepositions: ['of'] }),
  ...rows('blame', { act: 'accuse', takes: ['object', 'direct'], prepositions: ['for'] }, '', true),
  ...rows('describe portray characterize characterise depict', {
    act: 'describe',
    takes: ['object', 'direct'],
    prepositions: ['as'],
  }),
  ...rows('condemn denounce slam/slammed//slamming blast deride mock ridicule praise hail criticize criticise', {
    act: 'describe',
    takes: ['object', 'direct'],
    prepositions: ['as'],
    weak: true,
  }),
  ...rows('compare liken', { act: 'describe', takes: ['object'], prepositions: ['to', 'with'], weak: true }),
  ...rows('call label brand term dub/dubbed//dubbing', { act: 'describe', takes: ['direct'], weak: true }, '', true),
  ...rows('reference', { takes: ['direct'], weak: true }, '', true),
  ...['his', 'her', 'their']
    .flatMap((whose) => [
      `in ${whose} view`,
      `in ${whose} words`,
      `in ${whose} opinion`,
      `in ${whose} telling`,
      `by ${whose} account`,
      `by ${whose} own account`,
    ])
    .map((words): CueRow => ({ words, sense: sense({ form: 'according', anaphoric: true }) })),
  ...[
    'according to',
    'in the words of',
    'as per',
    'in the view of',
    'in the opinion of',
    'in the eyes of',
    'by the account of',
  ].map((words): CueRow => ({
    words,
    sense: sense({ form: 'according' }),
  })),
];
