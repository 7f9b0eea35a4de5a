import { buildClaimReview } from './build-claim-review.js';
import { type ExternalReview, readClaimReviews, readPageClaimReviews } from './read-claim-reviews.js';

const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/a#top',
  headline: 'No, the dam did not fail',
  claimReviewed: ' The dam failed in May ',
  datePublished: '2025-06-01',
  inLanguage: 'en-GB',
  author: { '@type': 'Organization', name: 'Checks', url: 'https://checks.example' },
  reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: '1', bestRating: 5, worstRating: 1 },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ida Voss' }, datePublished: '2025-05-30' },
};
const READ: ExternalReview = {
  url: 'https://checks.example/a',
  publisher: 'Checks',
  publisherUrl: 'https://checks.example/',
  title: 'No, the dam did not fail',
  claimReviewed: 'The dam failed in May',
  claimant: 'Ida Voss',
  claimDate: '2025-05-30',
  ...{ rating: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
  language: 'en',
  reviewedAt: '2025-06-01',
};
const read = (json: unknown) => readClaimReviews(json).map((each) => ('review' in each ? each.review : each.fault));

it.each([
  ['alone', REVIEW],
  ['in a list', [REVIEW]],
  ['in a graph', { '@context': 'https://schema.org', '@graph': [REVIEW] }],
  ['in a feed', { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [REVIEW] }] }],
  [
    'in a feed whose item is no list',
    { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: REVIEW }] },
  ],
  ['under an article', { '@type': 'NewsArticle', review: { ...REVIEW, '@type': ['Review', 'ClaimReview'] } }],
  ['with its type in full', { ...REVIEW, '@type': 'https://schema.org/ClaimReview' }],
])('reads a ClaimReview %s', (_name, json) => expect(read(json)).toEqual([READ]));

it('reads what this service writes', () => {
  const document = buildClaimReview({
    ...{ url: 'https://desk.example/n/x/fact-checks/y', claimReviewed: 'Exports rose.', language: 'ar' },
    ...{ ratingLabel: 'خطأ', ratingNumbers: null, publisher: { name: 'Desk', url: 'https://desk.example/' } },
    ...{ claimant: null, appearance: null, publishedAt: '2026-01-01T00:00:00Z', modifiedAt: '2026-01-01T00:00:00Z' },
  });
  expect(read(document)).toEqual([
    expect.objectContaining({ claimReviewed: 'Exports rose.', rating: 'خطأ', ratingValue: null, claimant: null }),
  ]);
});

it("reads the answers of Google's Fact Check Tools", () => {
  const review = {
    ...{ publisher: { name: 'Checks', site: 'checks.example' }, url: 'https://checks.example/a', title: READ.title },
    ...{ reviewDate: '2025-06-01', textualRating: 'False', languageCode: 'en' },
  };
  const json = {
    claims: [
      { text: READ.claimReviewed, claimant: 'Ida Voss', claimDate: '2025-05-30', claimReview: [review, review] },
    ],
  };
  const same = { ...READ, ratingValue: null, bestRating: null, worstRating: null };
  expect(read(json)).toEqual([same, same]);
});

it('has the number as the rating where there are no words, and the host where no publisher is named', () => {
  const bare = { ...REVIEW, author: undefined, reviewRating: { ratingValue: 2 } };
  expect(read(bare)).toEqual([
    expect.objectContaining({ rating: '2', publisher: 'checks.example', publisherUrl: null }),
  ]);
});

it.each([
  ['It has no url', { ...REVIEW, url: '' }],
  ['Its url is no web address', { ...REVIEW, url: 'javascript:alert(1)' }],
  ['Its url is no web address', { ...REVIEW, url: 'https://user:secret@checks.example/' }],
  ['It has no claimReviewed', { ...REVIEW, claimReviewed: ' \0 ' }],
  ['Its claim has more than 5000 characters', { ...REVIEW, claimReviewed: 'x'.repeat(5_001) }],
  ['It has no rating', { ...REVIEW, reviewRating: {} }],
  ['It has no url; It has no claimReviewed; It has no rating', { '@type': 'ClaimReview' }],
  ['There is no ClaimReview in it', { '@type': 'NewsArticle' }],
  ['There is no ClaimReview in it', 7],
  ['It was taken back by its publisher', { type: 'FactCheck', status: 'RETRACTED' }],
])('tells: %s', (fault, json) => expect(read(json)).toEqual([fault]));

it('tells which element of a feed is none, and passes over what a feed leaves of something taken back', () => {
  const empty = { '@type': 'DataFeedItem', item: [] };
  const json = { '@type': 'DataFeed', dataFeedElement: [REVIEW, empty, { '@type': 'DataFeedItem', item: {} }, REVIEW] };
  expect(read(json)).toEqual([READ, 'There is no ClaimReview in it', READ]);
});

it('refuses tasks and events: nothing that was decided elsewhere becomes a decision here', () => {
  for (const type of ['ReviewTask', 'TaskEvent', 'NewsroomEvent']) {
    expect(read({ type, url: 'https://x.example/', claimReviewed: 'x', rating: 'TRUE' })).toEqual([
      expect.stringMatching(/^It is (a task|an event)/),
    ]);
  }
});

it('says nothing of what else is in a page', () => {
  expect(readPageClaimReviews([{ '@type': 'BreadcrumbList' }, { '@graph': [REVIEW] }])).toHaveLength(1);
});

it('does not follow things in things without an end', () => {
  let deep: unknown = REVIEW;
  for (let i = 0; i < 5_000; i++) deep = { item: deep };
  expect(read(deep)).toEqual(['There is no ClaimReview in it']);
});
