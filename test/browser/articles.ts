import type { Page } from 'playwright-core';
import type { Seats } from './seats.js';

const TEXT = `جسر الميناء يفتح في أيار
قال وزير النقل سامر الحلو يوم الاثنين: "سنفتح الجسر في الأول من أيار". وأضاف أن كلفته بلغت 40 مليون دولار.
كانت بلدية المدينة قد طلبت تأجيل الافتتاح شهرا كاملا لأسباب فنية لم تشرحها.\r
ونفى الوزير أن تكون الكلفة قد ارتفعت بنسبة 12 في المئة.`;

const ARTICLE = `query ($id: ID!) { article(id: $id) { text status tasks(first: 100, orderBy: { field: TEXT_POSITION, direction: ASC }) { nodes {
  id kind status version subject {
    ... on Quote { id text state type spans { start end text } cue { text } speaker { name kind anonymous mention { text } } }
    ... on Claim { id text state stance spans { start end text } speaker { name kind anonymous } } } } } } }`;

// Data is whatever the query says it selected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const readArticle = async (seats: Seats, id: string): Promise<any> =>
  (await seats.ask('EDITOR', ARTICLE, { id })).article;

let count = 0;

/** An article of its own for each test, whose tasks are there. */
export async function submitArticle(seats: Seats): Promise<string> {
  const input = { text: `${TEXT}\nالعدد ${++count}`, title: 'جسر الميناء', language: 'ar' };
  const mutation = `mutation ($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }`;
  const { id } = (await seats.ask('EDITOR', mutation, { input })).submitArticle.article;
  while ((await readArticle(seats, id)).status !== 'READY') await new Promise((next) => setTimeout(next, 100));
  return id;
}

export async function openArticle(seats: Seats, id: string, language: 'ar' | 'en' = 'en'): Promise<Page> {
  const page = await seats.sit('EDITOR', { language }, `/articles/${id}`);
  await page.locator('mark').first().waitFor();
  return page;
}
