import { extract } from '../extract.js';

const claims = (text: string, language: string): string[] =>
  extract(text, { language }).claims.map((claim) => claim.spans.map((span) => span.text).join(' … '));

describe('findClaims', () => {
  it('gives each joined predicate a claim of its own', () => {
    expect(claims('The council closed the bridge in June and opened the toll house.', 'en')).toEqual([
      'The council closed the bridge in June',
      'opened the toll house',
    ]);
    expect(claims('أغلقت البلدية الجسر في أيار وباعت دار المكوس.', 'ar')).toHaveLength(2);
  });

  it('parts Arabic statements that have no verb', () => {
    const text = 'وقال سامر الكرمي: "العقد موجود، والشيك صرف في آذار".';
    expect(claims(text, 'ar')).toEqual(['العقد موجود', 'الشيك صرف في آذار']);
  });

  it('claims neither questions nor wishes', () => {
    expect(claims('Who sold the bridge?', 'en')).toEqual([]);
    expect(claims('"We hope that the bridge will open," said Ann Lowell.', 'en')).toEqual([]);
  });
});
