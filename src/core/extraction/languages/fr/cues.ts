import { type Complement, type CueRow, type CueSense } from '../language.js';

const sense = (part: Partial<CueSense> & Pick<CueSense, 'form'>): CueSense => ({
  act: 'say',
  takes: ['that', 'direct'],
  prepositions: [],
  agreement: '',
  weak: false,
  ...part,
});

/** Forms of a regular verb in "-er" by its stem; `strong` is the stem before a silent ending («rappelle», «considère»). */
function formsOf(verb: string): { finite: string[]; past: string[]; participle: string; infinitive: string } {
  const [stem = '', strong = stem] = verb.split('/');
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
  return {
    finite: [
      `${strong}e`,
      `${strong}ent`,
      `${soft}ait`,
      `${soft}aient`,
      `${soft}a`,
      `${stem}èrent`,
      `${strong === stem ? stem : strong}era`,
      `${strong === stem ? stem : strong}eront`,
    ],
    past: [`${stem}é`],
    participle: `${soft}ant`,
    infinitive: `${stem}er`,
  };
}

function rows(verbs: string, part: Partial<CueSense> = {}): CueRow[] {
  return verbs
    .trim()
    .split(/\s+/u)
    .flatMap((verb) => {
      const { finite, past, participle, infinitive } = formsOf(verb);
      const row = (words: string, form: CueSense['form'], more: Partial<CueSense> = {}): CueRow => ({
        words,
        sense: sense({ form, ...part, ...more }),
      });
      return [
        ...[...finite, ...past].map((word) => row(word, 'verb')),
        row(participle, 'participle'),
        row(infinitive, 'verb', { infinitive: true }),
      ];
    });
}

/** Irregular verbs, form by form: finite forms and past participle, present participle, infinitive. */
function irregular(forms: string, participle: string, infinitive = '', part: Partial<CueSense> = {}): CueRow[] {
  const each = (words: string, more: Partial<CueSense> & Pick<CueSense, 'form'>): CueRow[] =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word): CueRow => ({ words: word, sense: sense({ ...part, ...more }) }));
  return [
    ...each(forms, { form: 'verb' }),
    ...each(participle, { form: 'participle' }),
    ...each(infinitive, { form: 'verb', infinitive: true }),
  ];
}

function phrases(list: string, part: Partial<CueSense> & Pick<CueSense, 'form'>): CueRow[] {
  return list.split('|').map((words): CueRow => ({ words, sense: sense(part) }));
}

const DENIED: readonly Complement[] = ['that', 'direct', 'object', 'infinitive'];

/** The reporting expressions of French news prose. */
export const frenchCues: readonly CueRow[] = [
  ...irregular('dit disent disait disaient dira diront dirent redit', 'disant', 'dire'),
  ...rows(`affirm déclar ajout expliqu soulign précis indiqu annonc assur estim rappel/rappell considér/considèr
    insist signal martel/martèl avanc révél/révèl regrett déplor jug témoign racont détaill argument répliqu rétorqu
    alert observ remarqu inform comment clam soupir ironis tranch résum préconis suggér/suggèr propos
    pens jur répét/répèt avou confirm certifi assén/assèn plaid pronostiqu expos interrog articul
    argu attest balay/bala bougonn confess constat corrobor décrypt dénonc dévoil élucid énonc esquiv
    exig exhib éructer exult fustig gliss grommel/grommell grond hasard insinu lâch lament marmonn mention
    minimis moqu murmur not nuanc objectiv oppos ponctu postul proclam profess promulgu raill râl rapport
    récapitul réaffirm réagi recommand rectifi redout réitér/réitèr rench/renchér rassur relat relev renchéri
    résonn rumin salu scand soupçonn spécifi spécul stipul suppos tempér/tempèr tempêt théoris tonn vitupér/vitupèr
    affich cri hurl chuchot balbuti bégay s'exclam exclam esquiss illustr pest vant justifi plaisant pouff ricann
    interpell interjet/interjett gronder imagin espér/espèr souhait craqu confirm conjectur ralli persifl
    croy démontr prouv prophétis tweet analys diagnostiqu enfonc insurg offusqu étonn inquiét/inquièt agac désol félicit
    réjou emport émerveill interrog impatient justifi légend grinc déclam énumér/énumèr étay égren/égrèn fanfaronn`),
  ...rows(
    'confi relev lanc not souffl glis poursuiv enchaîn embray complét/complèt continu conclu coup cit mesur montr calcul décid évalu',
    {
      weak: true,
    },
  ),
  ...irregular('soutient soutiennent soutenait soutenaient soutenu soutint', 'soutenant', 'soutenir'),
  ...irregular('maintient maintiennent maintenait maintenu', 'maintenant_', '', { weak: true }),
  ...irregular('prévient préviennent prévenu prévenait', 'prévenant', 'prévenir'),
  ...irregular('avertit avertissent averti avertissait', 'avertissant', 'avertir'),
  ...irregular('renchérit renchérissent renchéri renchérissait', 'renchérissant', 'renchérir'),
  ...irregular('garantit garantissent garanti garantissait', 'garantissant', 'garantir'),
  ...irregular('réagit réagissent réagi réagissait', 'réagissant', '', { takes: ['direct'] }),
  ...irregular('applaudit rugit vrombit gémit mugit', '', '', { takes: ['direct'] }),
  ...irregular('reconnaît reconnait reconnu reconnaissait reconnaissent', 'reconnaissant', 'reconnaître', {
    takes: ['that', 'direct', 'object', 'infinitive'],
    weak: true,
  }),
  ...irregular('reconnaît reconnait reconnu reconnaissait reconnaissent', 'reconnaissant', 'reconnaître'),
  ...irregular('répond répondu répondait répondent répondit', 'répondant', 'répondre'),
  ...irregular('poursuit poursuivi poursuivait poursuivent', 'poursuivant', 'poursuivre'),
  ...irregular('conclut conclu concluait concluent', 'concluant', 'conclure'),
  ...irregular('écrit écrivait écrivent', 'écrivant', 'écrire'),
  ...irregular('admet admis admettait admettent', 'admettant', 'admettre'),
  ...irregular('promet promis promettait promettent', 'promettant', 'promettre', {
    takes: ['that', 'direct', 'infinitive'],
    act: 'call',
  }),
  ...irregular('craint craignent craignait', 'craignant', 'craindre'),
  ...irregular('croit croient croyait', 'croyant', '', { weak: true }),
  ...irregular('convient conviennent convenu', '', '', { weak: true }),
  ...irregular('prédit prédisent prédisait', 'prédisant', 'prédire'),
  ...irregular('sourit rit', '', '', { takes: ['direct'] }),
  ...irregular('transmet transmis', 'transmettant', '', { weak: true }),
  ...irregular('sous-entend sous-entendu', 'sous-entendant'),
  ...irregular('défend défendu défendait', 'défendant', '', { takes: ['direct'], weak: true }),
  ...irregular('reprend reprenait', 'reprenant', '', { takes: ['direct'] }),
  ...phrases(
    'fait savoir|fait valoir|fait remarquer|croit savoir|fait observer|font savoir|font valoir|font remarquer|fait comprendre|laissé entendre|laisse entendre|laissent entendre|fait part de|tient à préciser|tenu à préciser|tenu à rappeler|tenu à souligner|tient à souligner|tient à rappeler|pris soin de préciser|mis en avant|mis en garde|met en garde',
    { form: 'verb' },
  ),
  ...phrases('faisant savoir|faisant valoir|faisant remarquer|laissant entendre|faisant observer|mettant en garde', {
    form: 'participle',
  }),
  ...phrases("fait état de|font état de|fait état d'|font état d'", { form: 'verb', takes: ['object'] }),
  ...phrases(
    "parle d'|parle de|parlent d'|parlent de|parlé d'|parlé de|évoqué|évoque|évoquent|évoquait|évoquant|dit vouloir|se dit|se disent|se veut|se déclare|se déclarent|prend acte|laissé la porte ouverte à",
    {
      form: 'verb',
      takes: ['direct'],
    },
  ),
  ...irregular('prétend prétendent prétendu prétendait', 'prétendant', 'prétendre'),
  ...irregular('redoute redoutent redouté redoutait', 'redoutant', 'redouter'),
  ...rows('recens dénombr comptabilis chiffr', { takes: ['object'], weak: true }),
  ...irregular('rétorque rétorqué rétorquait', 'rétorquant'),
  ...irregular('jure jurent juré jurait', 'jurant', 'jurer'),
  ...rows('insurg agac offusqu indign emport inquiét/inquièt interrog défouss enflamm exaspér', { takes: ['direct'] }),
  ...rows('grinc grommel ironis résum souffl gliss lâch balanc assèn/assén dégain ajout tacl cingl conclu bott', {
    takes: ['direct'],
  }),
  ...phrases("n' en démord pas", { form: 'verb', takes: ['direct'] }),
  ...rows('ni réfut récus contest démen', { act: 'deny', takes: DENIED }),
  ...rows('rejet/rejett balay/bala', { act: 'deny', takes: ['that', 'direct', 'object'], weak: true }),
  ...irregular('dément démenti démentait démentent démentit', 'démentant', 'démentir', { act: 'deny', takes: DENIED }),
  ...rows('appel/appell invit exhort encourag incit press enjoi somm convi', {
    act: 'call',
    takes: ['object', 'infinitive', 'direct'],
    prepositions: ['à', 'au', 'aux'],
  }),
  ...rows('demand', { act: 'call', takes: ['that', 'direct', 'infinitive', 'object'] }),
  ...rows('écart', { act: 'deny', takes: ['object', 'that'] }),
  ...irregular('exclut exclu excluait', 'excluant', '', { act: 'deny', takes: ['object', 'that'] }),
  ...phrases('table sur|tablent sur|évoqué|évoque|évoquent', { form: 'verb', takes: ['object'] }),
  ...rows('réclam exig revendiqu', { act: 'call', takes: ['that', 'direct', 'object'] }),
  ...rows('préconis recommand prôn suggér/suggèr propos conseill', {
    act: 'call',
    takes: ['that', 'direct', 'infinitive', 'object'],
    weak: true,
  }),
  ...rows('menac', { act: 'call', takes: ['that', 'infinitive'], weak: true }),
  ...phrases('plaidé pour|plaide pour|milite pour', { form: 'verb', act: 'call', takes: ['object'] }),
  ...rows('accus soupçonn', { act: 'accuse', takes: ['object', 'direct'], prepositions: ["d'", 'de'] }),
  ...rows('reproch', { act: 'accuse', takes: ['object', 'direct'], prepositions: ["d'", 'de'] }),
  ...rows('qualifi trait', { act: 'describe', takes: ['object', 'direct'], prepositions: ["d'", 'de'] }),
  ...irregular('décrit décrivent décrivait', 'décrivant', '', {
    act: 'describe',
    takes: ['object', 'direct'],
    prepositions: ['comme'],
  }),
  ...rows('présent', { act: 'describe', takes: ['object', 'direct'], prepositions: ['comme'], weak: true }),
  ...phrases(
    "selon|d' après|à en croire|aux dires de|aux dires d'|aux dires du|aux yeux de|aux yeux du|aux yeux d'|de l' avis de|de l' avis du|de l' avis des|d' après les dires de|de l' aveu de|de l' aveu du|au dire de|à croire|si l' on en croit|s' il faut en croire",
    { form: 'according' },
  ),
  ...phrases(
    "à l' en croire|à les en croire|à l' entendre|à les entendre|à ses yeux|à leurs yeux|à ses dires|selon ses dires|selon ses mots|selon ses propres mots|selon ses termes|selon leurs dires|de son propre aveu|de son aveu|à son avis",
    { form: 'according', anaphoric: true },
  ),
  ...phrases(
    "à en juger par|si l' on se fie à|si l' on se fie au|si l' on se fie aux|de source|de sources|de l' aveu des|à entendre|d' après les calculs de|selon les dires de|selon les mots de",
    { form: 'according' },
  ),
  ...phrases('pour', { form: 'according', weak: true }),
];
