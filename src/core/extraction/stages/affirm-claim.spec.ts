import { extract } from '../extract.js';

const denied = (text: string, language: string): { proposition: string; verbatim: boolean }[] =>
  extract(text, { language })
    .claims.filter((claim) => claim.stance === 'DENIED')
    .map((claim) => ({ proposition: claim.proposition, verbatim: claim.propositionIsVerbatim }));

describe('affirmClaim', () => {
  it('drops "not", turns "no" and "any" into the article', () => {
    expect(denied('Reports spoke of a sale. "There was no sale," mayor Ann Lowell said.', 'en')).toEqual([
      { proposition: 'There was a sale', verbatim: false },
    ]);
  });

  it('takes both parts of a French negation out', () => {
    const text = 'La rumeur court depuis lundi. « Nous n’avons jamais vendu le port », a déclaré le maire Paul Roy.';
    expect(denied(text, 'fr')).toEqual([{ proposition: 'Nous avons vendu le port', verbatim: false }]);
  });

  it('gives the past for «لم» with a sound verb', () => {
    const text = 'ونفى الوزير سامر الحلبي الشائعات. وقال الحلبي إن المجلس لم يوقع على أي عقد.';
    expect(denied(text, 'ar')).toContainEqual({ proposition: 'المجلس وقع على عقد', verbatim: false });
  });

  it('keeps the words and says so where the negation is no word of its own', () => {
    const text = 'La rumeur court. « Il n’y aura pas de taxe », a déclaré le maire Paul Roy.';
    expect(denied(text, 'fr').every((claim) => claim.verbatim)).toBe(true);
  });
});
