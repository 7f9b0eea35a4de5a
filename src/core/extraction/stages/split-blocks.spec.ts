import { arabic } from '../languages/ar/language.js';
import { compileLanguage } from '../languages/compile-language.js';
import { splitBlocks } from './split-blocks.js';

describe('splitBlocks', () => {
  it('tells headline, byline, caption and paragraph apart', () => {
    const text =
      'جسر جديد في المدينة\r\nبقلم منى سالم\r\nافتتح الوزير الجسر الجديد أمس بعد عامين من العمل.\r\nالوزير عند الجسر الجديد يوم افتتاحه مع عدد من المهندسين (تصوير رويترز)';
    expect(splitBlocks(text, compileLanguage(arabic)).map((block) => block.kind)).toEqual([
      'headline',
      'byline',
      'paragraph',
      'caption',
    ]);
  });
});
