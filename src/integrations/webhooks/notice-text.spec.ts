import type { Payload } from './payloads.js';
import { findRating } from '../../core/workflow/rating-scale.js';
import { DEFAULT_CLAIM_SCALE } from '../../core/workflow/rating-scales.js';
import { chatMessage, noticeOf as tell, type RatingOf } from './notice-text.js';

const ratingOf: RatingOf = ({ rating }) => findRating(DEFAULT_CLAIM_SCALE, rating);
const noticeOf = (payload: Payload, language: 'ar' | 'en' | 'fr') => tell(payload, language, ratingOf);

const ready = (title: string | null): Payload => ({
  ...{ type: 'article.ready', timestamp: '2026-11-23T10:00:00.000Z', version: 1 },
  data: {
    ...{ articleId: 'a', articleVersion: 1, externalId: null, sourceUrl: null, title, language: 'en', tasks: 3 },
    deskUrl: 'https://desk.example/articles/a',
  },
});

it.each([
  ['ar', 'مقال جاهز للعمل: «\u2068Grain\u2069»، عدد مهامه \u20683\u2069'],
  ['en', 'Article ready: “\u2068Grain\u2069”, tasks: \u20683\u2069'],
  ['fr', 'Article prêt : « \u2068Grain\u2069 », tâches : \u20683\u2069'],
] as const)('tells in %s', (language, text) => {
  expect(noticeOf(ready('Grain'), language)).toEqual({ text, url: 'https://desk.example/articles/a' });
});

it('names a rating in the language of the notice, and one that it does not know by its code', () => {
  const approved = (rating: string): Payload =>
    ({
      ...{ type: 'verdict.approved', timestamp: '2026-11-23T10:00:00.000Z', version: 1 },
      data: { kind: 'CLAIM', rating, scaleCode: 'DEFAULT_CLAIM', scaleVersion: 1, deskUrl: 'https://desk.example/' },
    }) as Payload;
  expect(noticeOf(approved('FALSE'), 'fr').text).toBe('Verdict approuvé, Tâche d’affirmation : \u2068Faux\u2069');
  expect(noticeOf(approved('OWN'), 'fr').text).toContain('OWN');
});

it('lets no title link, mention or turn the line around', () => {
  const title = '<!channel> <https://evil.example|Click> @everyone [here](https://evil.example) & \u2067\nsecond';
  const { text } = chatMessage(noticeOf(ready(title), 'en'));
  expect(text).not.toMatch(/<!|<https:\/\/evil|@everyone|\]\(|\u2067|\n[^<]/);
  expect(text).toContain('&lt;!channel&gt;');
  expect(text).toContain('&amp;');
  expect(text.endsWith('\n<https://desk.example/articles/a>')).toBe(true);
});

it('cuts a title that is too long between characters', () => {
  const { text } = noticeOf(ready('🙂'.repeat(400)), 'en');
  expect(text).toContain(`${'🙂'.repeat(300)}…`);
  expect(text.isWellFormed()).toBe(true);
});
