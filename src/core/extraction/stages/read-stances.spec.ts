import { extract } from '../extract.js';

const stances = (text: string, language: string): string[] =>
  extract(text, { language }).claims.map(
    (claim) => `${claim.stance}: ${claim.spans.map((span) => span.text).join(' … ')}`,
  );

describe('readStances', () => {
  it('keeps a plain negative apart from one that answers something raised', () => {
    expect(stances('The pier did not open in March.', 'en')).toEqual(['ASSERTED: The pier did not open in March']);
    const answer = 'Asked about reports of a sale, manager Ann Lowell said: "We never sold the pier."';
    expect(stances(answer, 'en')).toContain('DENIED: We never sold the pier');
  });

  it('looks for the future in the main predicate alone', () => {
    expect(stances('The board published how it would spend the grant.', 'en')[0]).toMatch(/^ASSERTED/u);
    expect(stances('من المتوقع أن يصل الوفد إلى المدينة يوم الأحد.', 'ar')[0]).toMatch(/^PREDICTED/u);
    expect(stances('قطع الوفد سنوات في انتظار التصريح.', 'ar')[0]).toMatch(/^ASSERTED/u);
  });

  it('reads the French conditional as hearsay in the article and as the future in somebody’s words', () => {
    expect(stances('Le navire aurait quitté le port dimanche soir.', 'fr')[0]).toMatch(/^REPORTED/u);
    expect(stances('Le maire Paul Roy a déclaré que le pont coûterait deux millions d’euros.', 'fr')).toContain(
      'PREDICTED: le pont coûterait deux millions d’euros',
    );
  });
});
