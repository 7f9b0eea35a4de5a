import { extract } from '../../extract.js';

const speakers = (text: string): string[] =>
  extract(text, { language: 'ar' }).quotes.map((quote) => quote.speaker?.name ?? '-');

describe('resolveInRegister', () => {
  it.each([
    [
      'a name in apposition between commas, then the bare office',
      'قال محافظ البنك المركزي، الدكتور رائد الخطيب، إن الفائدة لن تتغير. وشدد المحافظ على أن العملة مستقرة.',
      ['رائد الخطيب', 'رائد الخطيب'],
    ],
    [
      'an unnamed source and its definite short form',
      'وذكر مسؤول أمني في تصريح لوكالة فرانس برس أن القوات انسحبت. وأضاف المسؤول ذاته أن المعارك توقفت.',
      ['مسؤول أمني', 'مسؤول أمني'],
    ],
    [
      'a body by its short form in brackets',
      'أعلنت منظمة أطباء الجنوب (أطج) أنها وصلت. وأكدت أطج أن العيادة فتحت أبوابها.',
      ['منظمة أطباء الجنوب', 'منظمة أطباء الجنوب'],
    ],
    [
      'verbs without a subject by gender',
      'قالت الوزيرة سعاد النجار إن المدارس جاهزة. وقال النقيب فهد صالح إن المعلمين قلقون. وأضاف أن الرواتب متأخرة.',
      ['سعاد النجار', 'فهد صالح', 'فهد صالح'],
    ],
    [
      'who issued a report',
      'ووفقا لتقرير صادر عن جامعة الساحل، ارتفعت الأسعار بنسبة عشرة في المئة خلال عام واحد.',
      ['جامعة الساحل'],
    ],
  ])('reads %s', (_what, text, names) => expect(speakers(text)).toEqual(names));

  it('marks unnamed sources, not spokespersons', () => {
    const { quotes } = extract('وقالت مصادر مطلعة إن الصفقة أنجزت. وقال متحدث باسم الشركة إن المصنع سيغلق.', {
      language: 'ar',
    });
    expect(quotes.map((quote) => quote.speaker?.anonymous)).toEqual([true, false]);
  });
});
