import { buildClaimReview } from './build-claim-review.js';
import { adviseOnClaimReview, checkClaimReview } from './check-claim-review.js';
import { type Attribution, findClaimant, findNotClaimants } from './find-claimant.js';
import type { ClaimReviewDocument, PublishedReview } from './model.js';
import { wordClaim } from './word-claim.js';

const URL = 'https://desk.example/n/a/fact-checks/bridge';
const REVIEW: PublishedReview = {
  url: URL,
  claimReviewed: 'The bridge cost 40 million dinars',
  language: 'en',
  ratingLabel: 'Mostly false',
  ratingNumbers: { ratingValue: 2, bestRating: 5, worstRating: 1 },
  publisher: { name: 'A newsroom', url: 'https://desk.example/' },
  claimant: { type: 'Person', name: 'Lena Brandt', url: null },
  appearance: { url: 'https://paper.example/1', headline: 'Bridge opens', publishedAt: '2026-01-02T00:00:00.000Z' },
  publishedAt: '2026-01-03T00:00:00.000Z',
  modifiedAt: '2026-01-04T00:00:00.000Z',
};
const EXPECTED = { pageUrl: URL, ratingLabels: ['خاطئ في معظمه', 'Mostly false', 'Plutôt faux'], notClaimants: [] };

const faultsOf = (change: Partial<PublishedReview>, expected = {}) =>
  checkClaimReview(buildClaimReview({ ...REVIEW, ...change }), { ...EXPECTED, ...expected }).map(({ field }) => field);

describe('buildClaimReview', () => {
  it('says what is known', () => {
    expect(buildClaimReview(REVIEW)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: URL,
      inLanguage: 'en',
      claimReviewed: 'The bridge cost 40 million dinars',
      datePublished: '2026-01-03T00:00:00.000Z',
      dateModified: '2026-01-04T00:00:00.000Z',
      author: { '@type': 'Organization', name: 'A newsroom', url: 'https://desk.example/' },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Mostly false',
        ratingValue: 2,
        bestRating: 5,
        worstRating: 1,
      },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Lena Brandt' },
        datePublished: '2026-01-02T00:00:00.000Z',
        appearance: { '@type': 'CreativeWork', url: 'https://paper.example/1', headline: 'Bridge opens' },
      },
    });
  });

  it('leaves out what is not known, and the numbers of a rating that is no degree', () => {
    const document = buildClaimReview({ ...REVIEW, claimant: null, appearance: null, ratingNumbers: null });
    expect(document.itemReviewed).toEqual({ '@type': 'Claim' });
    expect(document.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Mostly false' });
  });
});

describe('checkClaimReview', () => {
  it('lets a sound document through', () => expect(faultsOf({})).toEqual([]));

  it('refuses an empty claim, and one that contains its rating in any language and form', () => {
    expect(faultsOf({ claimReviewed: ' … ' })).toEqual(['claimReviewed']);
    expect(faultsOf({ claimReviewed: 'It is MOSTLY  FALSE that the bridge cost 40 million' })).toEqual([
      'claimReviewed',
    ]);
    expect(faultsOf({ claimReviewed: 'هذا خاطِئ في مُعظمه' }, { ratingLabels: ['خاطئ في معظمه'] })).toEqual([
      'claimReviewed',
    ]);
  });

  it('takes a word that only begins like the rating for what it is', () => {
    expect(faultsOf({ claimReviewed: 'Falsehoods were spread' }, { ratingLabels: ['False'] })).toEqual([]);
  });

  it('refuses a rating without name, and numbers outside their range', () => {
    expect(faultsOf({ ratingLabel: '' })).toEqual(['reviewRating']);
    for (const [ratingValue, worstRating, bestRating] of [
      [0, 1, 5],
      [6, 1, 5],
      [1, 0, 5],
      [1, 1, 1],
    ] as const) {
      expect(faultsOf({ ratingNumbers: { ratingValue, worstRating, bestRating } })).toEqual(['reviewRating']);
    }
    const { bestRating: _, ...half } = buildClaimReview(REVIEW).reviewRating;
    const document: ClaimReviewDocument = { ...buildClaimReview(REVIEW), reviewRating: half };
    expect(checkClaimReview(document, EXPECTED)).toHaveLength(1);
  });

  it('refuses the address of another page, and a claimant who must not be one', () => {
    expect(faultsOf({ url: 'https://desk.example/' })).toEqual(['url']);
    expect(faultsOf({}, { notClaimants: ['lena  brandt'] })).toEqual(['itemReviewed']);
  });
});

describe('adviseOnClaimReview', () => {
  it('advises, in sentences, on length, appearance, date and sameAs', () => {
    expect(adviseOnClaimReview(buildClaimReview(REVIEW))).toHaveLength(1);
    const bare = buildClaimReview({ ...REVIEW, claimReviewed: 'x'.repeat(75), claimant: null, appearance: null });
    expect(adviseOnClaimReview(bare)).toHaveLength(3);
  });
});

describe('findClaimant', () => {
  const minister = { name: 'Lena Brandt', kind: 'PERSON' as const, anonymous: false };
  const channel = { name: 'Channel Nine', kind: 'MEDIA' as const, anonymous: false };
  const official = { name: 'a senior official', kind: 'PERSON' as const, anonymous: true };
  const outlet = { name: 'paper.example', url: 'https://paper.example' };
  const claim: Attribution = { kind: 'CLAIM', speaker: minister, stance: 'ASSERTED', denied: null, outlet };

  it('names who asserts it', () => {
    expect(findClaimant(claim)).toEqual({ type: 'Person', name: 'Lena Brandt', url: null });
    expect(findClaimant({ ...claim, speaker: channel })?.type).toBe('Organization');
  });

  it('names nobody for an unnamed source, a document, or the article’s own voice', () => {
    expect(findClaimant({ ...claim, speaker: official })).toBeNull();
    expect(findNotClaimants({ ...claim, speaker: official })).toEqual(['a senior official']);
    expect(findClaimant({ ...claim, speaker: { ...minister, kind: 'DOCUMENT' } })).toBeNull();
    expect(findClaimant({ ...claim, speaker: null })).toBeNull();
  });

  it('never names the denier, but who asserts what is denied', () => {
    const denial: Attribution = { ...claim, stance: 'DENIED' };
    expect(findClaimant(denial)).toBeNull();
    expect(findNotClaimants(denial)).toEqual(['Lena Brandt']);
    const reported = { stance: 'REPORTED' as const, speaker: channel };
    expect(findClaimant({ ...denial, denied: reported })?.name).toBe('Channel Nine');
    expect(findClaimant({ ...denial, denied: { ...reported, speaker: minister } })).toBeNull();
  });

  it('names the outlet for a quote, never the speaker', () => {
    const quote: Attribution = { ...claim, kind: 'QUOTE', stance: null };
    expect(findClaimant(quote)).toEqual({ type: 'Organization', ...outlet });
    expect(findNotClaimants(quote)).toEqual(['Lena Brandt']);
    expect(findClaimant({ ...quote, outlet: null })).toBeNull();
  });
});

describe('wordClaim', () => {
  it('gives a claim as its proposition, and a quote as that it was said', () => {
    const wording = { kind: 'CLAIM' as const, language: 'ar', text: 'الجسر\nمفتوح', speakerName: 'لينا' };
    expect(wordClaim(wording)).toBe('الجسر مفتوح');
    expect(wordClaim({ ...wording, kind: 'QUOTE' })).toBe('قال لينا: «الجسر مفتوح»');
    expect(wordClaim({ ...wording, kind: 'QUOTE', language: 'fr', speakerName: null })).toMatch(/^Il a été dit/);
    expect(wordClaim({ ...wording, kind: 'QUOTE', language: 'und' })).toMatch(/^لينا said/);
  });
});
