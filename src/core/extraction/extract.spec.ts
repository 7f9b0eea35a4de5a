import fc from 'fast-check';
import { checkExtraction } from './check-extraction.js';
import { extract } from './extract.js';

const said = (text: string): string[] =>
  extract(text).quotes.map(
    (quote) => `${quote.speaker?.name ?? '-'}: ${quote.spans.map((span) => span.text).join(' … ')}`,
  );

describe('extract', () => {
  it('reads chains of Arabic cues with a silent subject', () => {
    const text =
      'وقال وزير النقل سامر الحلبي إن الجسر الجديد سيفتح في مايو، وأضاف أن كلفته بلغت 40 مليون دينار، مشيرا إلى أن الشركة أنهت العمل قبل موعده.';
    expect(said(text)).toEqual([
      'سامر الحلبي: الجسر الجديد سيفتح في مايو',
      'سامر الحلبي: كلفته بلغت 40 مليون دينار',
      'سامر الحلبي: الشركة أنهت العمل قبل موعده',
    ]);
  });

  it('makes a denial a quote of what is denied, and its claim DENIED', () => {
    const text = 'ونفى مسؤول أمني رفيع طلب عدم الكشف عن هويته تقارير عن أن البلدين تبادلا الأسرى في الحدود.';
    const { quotes, claims } = extract(text);
    expect(quotes.map((quote) => quote.spans[0]?.text)).toEqual(['البلدين تبادلا الأسرى في الحدود']);
    expect(quotes[0]?.speaker?.anonymous).toBe(true);
    expect(claims.filter((claim) => claim.quote === 0).map((claim) => claim.stance)).toEqual(['DENIED']);
  });

  it('takes an attribution in the middle of English direct speech as one quote', () => {
    const text =
      'The plant will reopen soon. "We lost two weeks of work," manager Ann Lowell said. "Nobody was hurt in the fire."';
    const { quotes } = extract(text);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ type: 'DIRECT', speaker: { name: 'Ann Lowell' } });
    expect(quotes[0]?.spans.map((span) => span.text)).toEqual([
      'We lost two weeks of work',
      'Nobody was hurt in the fire.'.slice(0, -1),
    ]);
  });

  it('reads a French source before the content', () => {
    const text = 'Selon la préfecture, les travaux dans le port ont été suspendus pendant trois semaines par la pluie.';
    expect(said(text)).toEqual([
      'préfecture: les travaux dans le port ont été suspendus pendant trois semaines par la pluie',
    ]);
  });

  it('gives structure alone for a language that it does not know', () => {
    const result = extract('Ana Horvat: "Most je otvoren jutros u osam sati."', { language: 'hr' });
    expect(result).toMatchObject({ language: 'hr', structureOnly: true });
    expect(result.quotes).toHaveLength(1);
  });

  it('keeps its promises on any text', () => {
    const piece = fc.constantFrom(
      ...' | |\n|\r\n|"|«|»|“|”|‹|›|\'|’|„|.|،|,|:|؟|(|)|-|و|قال |أكد أن |نفى |وفقا ل|بحسب |غانتس |الوزير |said |that |denied |according to |Mr Lee |selon |a déclaré |que |il |لم |\u200f|\u0640|\u064b|ﻻ|١٢|😀|\ud800|[|]|"،'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
          maxLength: 120,
        }),
        fc.constantFrom(undefined, 'ar', 'en', 'fr', 'xx'),
        (pieces, language) => {
          const text = pieces.join('');
          expect(checkExtraction(text, extract(text, { language }))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('stays linear without a single full stop', () => {
    const sentence = 'وقال الوزير "إن الاتفاق جديد، وأضاف أن العمل مستمر، ';
    const time = (units: number): number => {
      const text = sentence.repeat(Math.ceil(units / sentence.length));
      const start = performance.now();
      extract(text, { language: 'ar' });
      return performance.now() - start;
    };
    time(20_000);
    const short = time(25_000);
    expect(time(200_000)).toBeLessThan(short * 40 + 500);
  });
});
