import { type Complement, type CueRow, type CueSense } from '../language.js';
import { inflectVerb } from './inflect-verb.js';

/** A reporting verb: citation forms, act, what it takes, and prepositions of its object; `weak` for everyday verbs. */
interface ReportingVerb {
  readonly forms: string;
  readonly act?: CueSense['act'];
  readonly takes: string;
  readonly prepositions?: string;
  readonly weak?: boolean;
  /** Its object counts only where it begins with a noun for a fact: «أشار إلى وجود …». */
  readonly headed?: boolean;
}

const SAY = 'that direct';

/** Verbs of Arabic news prose, by frequency in agency copy and newspapers. */
const VERBS: readonly ReportingVerb[] = [
  { forms: 'قال يقول قائل', takes: 'that direct clause' },
  ...(
    'أضاف يضيف مضيف|أوضح يوضح موضح|أعلن يعلن معلن|ذكر يذكر ذاكر|صرح يصرح مصرح|أفاد يفيد مفيد|أردف يردف مردف|استطرد يستطرد مستطرد|' +
    'استدرك يستدرك مستدرك|أخبر يخبر مخبر|اعترف يعترف معترف|أقر يقر مقر|زعم يزعم زاعم|ادعى يدعي مدعي|جزم يجزم جازم|' +
    'اعتبر يعتبر معتبر|رأى يرى|ارتأى يرتئي|توقع يتوقع متوقع|رجح يرجح مرجح|' +
    'قدر يقدر مقدر|خلص يخلص|استنتج يستنتج مستنتج|شكا يشكو شاكي|اقترح يقترح مقترح|أجاب يجيب مجيب|كرر يكرر مكرر|' +
    'أصر يصر|حسم يحسم|أنبأ ينبئ|نبه ينبه منبه|حكى يحكي|روى يروي|غرد يغرد مغرد|ظن يظن|أجمع يجمع|توصل يتوصل|اشتكى يشتكي|' +
    'هتف يهتف|صاح يصيح|خاطب يخاطب|استذكر يستذكر|أقسم يقسم|تنبأ يتنبأ|اعتقد يعتقد معتقد|افترض يفترض|حاجج يحاجج|أفصح يفصح مفصح|استغرب يستغرب مستغرب|استهجن يستهجن مستهجن|استنكر يستنكر مستنكر|تساءل يتساءل متسائل|لمح يلمح ملمح|نصح ينصح ناصح|طمأن يطمئن مطمئن|أسهب يسهب|استرسل يسترسل|استخلص يستخلص|أخطر يخطر|صارح يصارح|جادل يجادل'
  )
    .split('|')
    .map((forms): ReportingVerb => ({ forms, takes: SAY })),
  { forms: 'أكد يؤكد مؤكد', takes: 'that direct object', prepositions: 'على' },
  { forms: 'شدد يشدد مشدد', takes: 'that direct object', prepositions: 'على' },
  { forms: 'كشف يكشف كاشف', takes: 'that direct object', prepositions: 'عن', headed: true },
  ...'لفت يلفت لافت|نوه ينوه منوه|أشار يشير مشير|ألمح يلمح ملمح'
    .split('|')
    .map((forms): ReportingVerb => ({ forms, takes: 'that direct object', prepositions: 'إلى الى ب', headed: true })),
  ...'زاد يزيد|صرخ يصرخ صارخ|شكك يشكك مشكك|عقب يعقب معقب|برر يبرر مبرر|علل يعلل معلل|لخص يلخص ملخص|جدد يجدد مجدد|احتج يحتج محتج|ذكّر يذكر مذكر|أعلم يعلم|شرح يشرح شارح|فسر يفسر مفسر|شهد يشهد|أبدى يبدي مبدي|أذاع يذيع|أكمل يكمل مكمل|أتبع يتبع|طلب يطلب طالب|اختصر يختصر|تعلل يتعلل متعلل|تذرع يتذرع متذرع|وضح يوضح|بشر يبشر مبشر|قضى يقضي|حكم يحكم|نقل ينقل ناقل|قص يقص|اكتشف يكتشف|أسر يسر|أبلغ يبلغ مبلغ|تابع يتابع متابع|واصل يواصل مواصل|مضى يمضي|بين يبين مبين|رد يرد|علق يعلق معلق|كتب يكتب|نشر ينشر|نقل ينقل|أظهر يظهر|أثبت يثبت|لاحظ يلاحظ ملاحظ|وجد يجد|عرض يعرض|استشهد يستشهد|سأل يسأل|همس يهمس|عبر يعبر معبر|أعرب يعرب معرب|أورد يورد|بث يبث|قرر يقرر|وافق يوافق|اتفق يتفق|اشترط يشترط|دل يدل|أوحى يوحي|تذكر يتذكر|اختتم يختتم مختتم|ختم يختم مختم'
    .split('|')
    .map((forms): ReportingVerb => ({ forms, takes: SAY, weak: true })),
  ...'نفى ينفي نافي|أنكر ينكر منكر|دحض يدحض داحض|فند يفند مفند|كذب يكذب مكذب|استبعد يستبعد مستبعد'
    .split('|')
    .map((forms): ReportingVerb => ({ forms, act: 'deny', takes: 'that direct object' })),
  { forms: 'رفض يرفض رافض', act: 'deny', takes: 'that direct', weak: true },
  { forms: 'دعا يدعو داعي', act: 'call', takes: 'that direct object', prepositions: 'إلى الى ل' },
  { forms: 'طالب يطالب مطالب', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'حث يحث', act: 'call', takes: 'that direct object', prepositions: 'على' },
  { forms: 'أوصى يوصي موصي', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'ناشد يناشد مناشد', act: 'call', takes: 'that direct' },
  { forms: 'أرجع يرجع مرجع', takes: 'direct object', prepositions: 'إلى', weak: true },
  { forms: 'عزا يعزو عازي', takes: 'direct object', prepositions: 'إلى' },
  { forms: 'حذر يحذر محذر', takes: 'that direct object', prepositions: 'من' },
  { forms: 'هدد يهدد مهدد', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'تعهد يتعهد متعهد', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  // The present «يعد» is nearly always "is considered".
  { forms: 'وعد - واعد', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'توعد يتوعد متوعد', act: 'call', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'اتهم يتهم متهم', act: 'accuse', takes: 'that direct object', prepositions: 'ب' },
  { forms: 'حمل يحمل محمل', act: 'accuse', takes: 'object', weak: true },
  { forms: 'لوح يلوح ملوح', act: 'call', takes: 'that direct object', prepositions: 'ب', weak: true },
  { forms: 'وصف يصف واصف', act: 'describe', takes: 'that direct' },
];

const sense = (part: Partial<CueSense> & Pick<CueSense, 'form'>): CueSense => ({
  act: 'say',
  takes: ['that', 'direct'],
  prepositions: [],
  agreement: '',
  weak: false,
  ...part,
});

function rowsOfVerb(verb: ReportingVerb): CueRow[] {
  const [past = '', present = '', participle = ''] = verb.forms.split(' ');
  return (
    inflectVerb(past, present, participle)
      // «ردا على» is no dual, «يُدعى» no claim.
      .filter((form) => !form.firstPerson && !form.nominative && !/^(?:ردا|ردتا|[يت]دعي)$/u.test(form.word))
      .map((form) => ({
        words: form.word,
        sense: sense({
          form: form.participle ? 'participle' : 'verb',
          act: verb.act ?? 'say',
          takes: verb.takes.split(' ') as Complement[],
          prepositions: verb.prepositions?.split(' ') ?? [],
          agreement: form.agreement,
          weak: verb.weak ?? false,
          ...(verb.headed ? { headed: true } : {}),
          // «يذكر أن …» with nobody named is the article's own "it may be recalled".
          ...(form.word === 'يذكر' ? { nominal: true } : {}),
        }),
      }))
  );
}

/** «وصفته بأنها»: the finite forms with the pronoun of what is described or reported. */
const withObject = ['وصف يصف', 'اعتبر يعتبر', 'سمى يسمي'].flatMap((forms) =>
  rowsOfVerb({ forms, act: 'describe', takes: 'that direct' })
    .filter((row) => row.sense.agreement !== 'p')
    .flatMap((row) => ['ه', 'ها', 'هم'].map((suffix): CueRow => ({ ...row, words: `${row.words}${suffix}` }))),
);

/** «تتهمه الحركة ب…»: the accused is the pronoun. */
const withAccused = rowsOfVerb({
  forms: 'اتهم يتهم',
  act: 'accuse',
  takes: 'that direct object',
  prepositions: 'ب',
}).flatMap((row) =>
  ['ه', 'ها', 'هم', 'ك', 'نا', 'ني'].map((suffix): CueRow => ({
    ...row,
    words: `${row.words.replace(/وا$/u, 'و')}${suffix}`,
  })),
);

const according =
  'وفقا ل|وفق|وفقا لما ذكره|بحسب|حسب|حسبما|نقلا عن|على حد قول|على لسان|كما جاء على لسان|في تقدير|بحسب تعبير|حسب تعبير|وفق تعبير|بتعبير|بحسب قول|حسب قول|وفق قول|بحسب رواية|حسب رواية|وفق رواية|على حد زعم|بحسب وصف|حسب وصف|بحسب كلام|استنادا ل|على حد تعبير|على حد وصف|طبقا ل|استنادا إلى|في رأي|برأي|بناء على ما ذكره|بحسب ما|حسب ما|وفق ما'
    .split('|')
    .map((words): CueRow => ({ words, sense: sense({ form: 'according' }) }));

const nouns = 'القول|بالقول|قائلا|قائلة|قائلين'
  .split('|')
  .map((words): CueRow => ({ words, sense: sense({ form: 'participle' }) }));

/** «نقلت عن مصدر قوله إن»: the noun with the pronoun of who said it. */
const ownNouns =
  'قوله|قولها|قولهم|قولهما|تأكيده|تأكيدها|تأكيدهم|إضافته|تصريحه|تصريحها|اعتقاده|اعتقادها|إعلانه|إعلانها|ترجيحه|تحذيره|تحذيرها|تشديده|إشارته|نفيه|نفيها|اعترافه|اعترافها|مطالبته|دعوته'
    .split('|')
    .map((words): CueRow => ({ words, sense: sense({ form: 'noun' }) }));

const phrases =
  'تابع بالقول|رد بالقول|علق بالقول|مضى قائلا|مضى يقول|أضاف قائلا|تابع قائلا|رد قائلا|علق قائلا|استطرد قائلا|أردف قائلا|صرح قائلا|ختم بالقول|ختم قائلا|كتب قائلا|جاء في|ورد في|جاء فيه|جاء فيها|ورد فيه|ورد فيها'
    .split('|')
    .map((words): CueRow => ({ words, sense: sense({ form: 'verb', takes: ['that', 'direct', 'clause'] }) }));

/** The reporting expressions of Arabic news prose in all their inflected forms. */
export const arabicCues: readonly CueRow[] = [
  ...phrases,
  ...VERBS.flatMap(rowsOfVerb),
  ...withObject,
  ...withAccused,
  ...according,
  ...ownNouns,
  ...nouns,
];
