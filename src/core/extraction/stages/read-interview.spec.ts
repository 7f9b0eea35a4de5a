import { extract } from '../extract.js';

const said = (text: string): [string | undefined, string][] =>
  extract(text, { language: 'ar' }).quotes.map((quote) => [
    quote.speaker?.name,
    quote.spans.map((span) => span.text).join(' … '),
  ]);

describe('readInterview', () => {
  it('takes each labelled answer whole, and gives it to whom the headline names', () => {
    const text = [
      'حوار مع المهندسة سعاد الكرمي عن أزمة المياه في المدينة',
      'س: متى تعود المياه؟',
      'ج: بعد يومين! أصلحنا المضخة أمس.',
      'س: وماذا عن الأحياء البعيدة؟',
      'ج: ستصلها المياه في الأسبوع المقبل.',
    ].join('\n\n');
    expect(said(text)).toEqual([
      ['سعاد الكرمي', 'بعد يومين! أصلحنا المضخة أمس'],
      ['سعاد الكرمي', 'ستصلها المياه في الأسبوع المقبل'],
    ]);
  });

  it('leaves an article alone in which one paragraph happens to be a question', () => {
    const text = [
      'المياه تعود إلى المدينة بعد انقطاع دام أسبوعا كاملا',
      'قال المهندس سامر الكرمي إن المضخة عادت إلى العمل.',
      'فهل تكفي المياه الجميع؟',
      'أغلقت البلدية ثلاثة آبار ملوثة في العام الماضي.',
    ].join('\n\n');
    expect(said(text)).toEqual([['سامر الكرمي', 'المضخة عادت إلى العمل']]);
  });
});
