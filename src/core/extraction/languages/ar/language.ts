import { type Language } from '../language.js';
import { foldWord } from '../../fold-word.js';
import { WordClass } from '../word-class.js';
import { arabicClaims } from './claims.js';
import { arabicCues } from './cues.js';
import { arabicFemaleNames, arabicMaleNames } from './given-names.js';
import { arabicTopics } from './topics.js';
import { arabicWords } from './words.js';

/** «رحب», «رحبت», «رحبوا»: after a report they say what the speaker did besides. */
const ATTITUDES = new Set(
  'رحب أشاد ندد أدان استنكر أعرب عبر شكر هنأ وجه توجه انتقد هاجم رفض أبدى سجل حيا نعى قدم تمنى أثنى استعرض تطرق تناول عرض'
    .split(' ')
    .flatMap((verb) => [verb, `${verb}ت`, `${verb}وا`])
    .map(foldWord),
);

/** Present forms not in the list: «يتوارى», «تستأثر», «سيتوافد» by their prefixes; a word in «ت…ي.» is a verbal noun («تطوير»). */
function guess(key: string): number {
  if (/^س[يتن]\p{L}{3,}$/u.test(key) && !/^ستي|^سيد|^سيا|^سين|^ستر/u.test(key))
    return WordClass.verb | WordClass.future;
  if (
    /^ي\p{L}{3,}$/u.test(key) &&
    !/^(?:يمين|يسار|يهود|يابان|يونان|يوسف|ياسر|ياسين|يعقوب|يحيي|يقين|يوميا|يومين|يورو|يون|يان|ياس)/u.test(key)
  )
    return WordClass.verb;
  if (/^تست\p{L}{2,}$/u.test(key) || /^تت\p{L}{3,}$/u.test(key)) return WordClass.verb;
  if (/^است[^ا]{3}(?:ت|وا)?$/u.test(key) || /^ان[^ا]{3}(?:ت|وا)$/u.test(key)) return WordClass.verb;
  return 0;
}

/** Arabic, as written in news. */
export const arabic: Language = {
  code: 'ar',
  script: 'arabic',
  markers: 'في من على إلى الى أن إن التي الذي عن مع هذا هذه كان قال بعد ما لا بين',
  words: arabicWords,
  cues: arabicCues,
  conjunctions: ['و', 'ف'],
  prefixes: ['ب', 'ل', 'ك'],
  article: 'ال',
  elisions: '',
  subject: 'after',
  links: 'في من باسم ل ب لدى بلسان',
  withheld: 'هويته هويتها هويتهم اسمه اسمها اسمهم أسمائهم',
  objectHeads:
    'وجود حدوث وقوع ارتكاب تورط ضلوع أي أن صحة مسؤولية تورطه تورطها علاقة علاقته علاقتها ما كل جميع اتهامات تلقي قيام إجراء توقيع مشاركة دخول استخدام استهداف أية نية عزم نيته نيتها قتل اعتقال وقف إطلاق تعرض وفاة مقتل إصابة إسقاط ضرورة أهمية رفض دعم حرص التزام استمرار استعداد تمسك حق موقف عدم تسلم عثور اختفاء تعرضه نشوب اندلاع ارتفاع انخفاض تراجع تأجيل تعليق استئناف إصدار فرض منع',
  matters: 'عن بشأن حول ب بخصوص',
  claims: arabicClaims,
  topics: arabicTopics,
  abbreviations: 'د م أ ص',
  bylines: 'بقلم كتب كتبت إعداد تحرير ترجمة مراسلنا مراسلتنا حاوره حاورها حاورهم أجرى أجرت حوار حاورته متابعة تقرير',
  credits:
    'وكالة ا ف ب رويترز أرشيف أرشيفية صورة تصوير وزارة مكتب الأناضول غيتي أسوشيتد getty reuters ap afp epa شاشة فلاش خاص فيسبوك تويتر مواقع',
  turns: 'س ج سؤال السؤال جواب الجواب المذيع المذيعة الضيف الضيفة ضيفنا الصحفي الصحافي المحاور المحاورة',
  questionTurns: 'س سؤال المذيع الصحفي المحاور',
  interviews: 'حوار الحوار حاوره حاورها مقابلة المقابلة لقاء التقيناه التقيناها',
  givenNames: { male: arabicMaleNames, female: arabicFemaleNames },
  asking:
    'نائب نواب عضو ممثل مسؤول مسؤولة مسؤولون مسؤولين مبعوث مبعوثة موفد سفير سفيرة مندوب مندوبة مشرف مشرفة مكلف مكلفة معني معنية معنيون معنيين مختص مختصة صادر صادرة مقرب مقربة مقربون مقربين مطلع مطلعة مطلعون مطلعين قريب قريبة قريبون خبير خبيرة خبراء متخصص متخصصة تابع تابعة وسيط بيان تقرير رسالة دراسة',
  sources: 'عن',
  issued:
    'إحصاء محضر نتائج وثيقة وثائق ورقة بيان تقرير دراسة استطلاع مسح إحصاءات إحصائيات بيانات أرقام مذكرة رسالة منشور تغريدة تقديرات تصريح تصريحات بلاغ',
  nameParticles: 'عبد أبو أبي أبا بن ابن بنت أم',
  anySource: 'مصدر مصادر',
  topicLeads: 'أما',
  limits: 'قبل بعد منذ دون بدون حتى لحين',
  answers: 'ج جواب الجواب الضيف الضيفة ضيفنا',
  attitudes: (key) => ATTITUDES.has(key),
  titlers: 'عنوان اسم شعار مسمى وسم هاشتاغ لقب مصطلح عبارة يسمى تسمى سمي سميت عرف تعرف يعرف معروف معروفة',
  blames: 'مسؤولية مسؤوليات',
  ascribes: (key) => /^[تين]?نسب(?:ت|وا)?$/u.test(key),
  predicts: (key) => /^(?:[يتن]?توقع|متوقع|[يتن]?رجح|مرجح|[يتن]?تنبا|متنب[اي])(?:ت|وا|ا|ه|ين|ون)?$/u.test(key),
  turnings: 'جهة ناحية جانب',
  publishes: (key) => /^(?:نشر|اصدر|اعد|اجر|بث|اورد|اذاع|وزع|تداول|نقل)(?:ت|ا)?(?:ه|ها)$/u.test(key),
  governs: (key) => /^ال(?:م(?!سؤول|تحدث|دير|لك)|تابع|خاص|واقع|قائم|ناطق|بالغ)/u.test(key),
  guess,
};
