import { createHash } from 'node:crypto';
import type { SystemPurpose } from '../../src/platform/database/database.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const ARABIC = `أعلنت وزارة التجارة أن صادرات الحبوب ارتفعت بنسبة 12 في المئة خلال عام 2025.
وقال الوزير سامر الحلبي إن الميناء الشمالي شحن 4 ملايين طن من القمح في العام الماضي.`;
const ENGLISH = `Grain exports rose by 12 percent in 2025, the ministry of trade said on Monday.
Omar Haddad said the northern port lost 300 jobs in 2024.`;

const SCRIPT = /<script type="application\/ld\+json">(.*?)<\/script>/s;

describe('What the public reads', () => {
  let desk: Desk;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;

  beforeAll(async () => {
    desk = await Desk.start();
    [editor, reviewer, checker] = [
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
  });

  afterAll(() => desk.close());

  const get = async (path: string) => {
    const response = await fetch(path.startsWith('http') ? path : `${desk.app.url}${path}`);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const feed = async () => JSON.parse((await get(`/n/${desk.newsroom.slug}/feeds/claimreview.json`)).body);

  const publish = async (text: string, language: string, rationale: string, input: object = {}) => {
    const sourceUrl = `https://www.paper.example/${language}?a=1&b=2`;
    const articleId = await desk.submit(checker, { text, language, sourceUrl, title: '<b>Grain & bread</b>' });
    const filter = { articleId, kind: 'CLAIM', status: ['OPEN'] };
    const [{ id }] = (await checker.ask(document.TASKS, { filter })).reviewTasks.nodes;
    await checker.ask(document.TAKE, { id });
    const evidence = { taskId: id, url: 'https://port.example/?a=1&b="2"', note: 'x < y', stance: 'REFUTES' };
    await checker.ask(document.ADD_EVIDENCE, { input: evidence });
    const secret = {
      taskId: id,
      note: 'A clerk at the port',
      protected: true,
      protectionReason: 'Job',
      stance: 'REFUTES',
    };
    await checker.ask(document.ADD_EVIDENCE, { input: secret });
    const { version } = (await checker.ask(document.READ, { id })).reviewTask;
    const proposal = { taskId: id, rating: 'FALSE', rationale, expectedVersion: version };
    await checker.ask(document.PROPOSE, { input: proposal });
    await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: version + 1 } });
    return (await editor.ask(document.PUBLISH, { id, input })).publishFactCheck;
  };

  it('has an empty feed before anything is published, and none for a newsroom that is not there', async () => {
    expect((await feed()).dataFeedElement).toEqual([]);
    expect((await get('/n/nowhere/feeds/claimreview.json')).status).toBe(404);
  });

  it('shows an Arabic fact-check from right to left, with a ClaimReview that says what the page says', async () => {
    const rationale = 'يظهر سجل الميناء رقمًا آخر لهذا العام.';
    const factCheck = await publish(ARABIC, 'ar', rationale);
    const { status, headers, body } = await get(factCheck.url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const style = createHash('sha256')
      .update(/<style>(.*?)<\/style>/s.exec(body)![1]!)
      .digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${style}'`);
    expect(body).toContain('<html lang="ar" dir="rtl">');
    const review = JSON.parse(SCRIPT.exec(body)![1]!);
    expect(review).toEqual(factCheck.claimReview);
    expect(review).toMatchObject({ url: factCheck.url, inLanguage: 'ar', reviewRating: { alternateName: 'خاطئ' } });
    for (const shown of [review.claimReviewed, review.reviewRating.alternateName, rationale]) {
      expect(body.replace(SCRIPT, '')).toContain(shown);
    }
    expect(decodeURI(factCheck.url)).toContain('/fact-checks/');
    expect((await feed()).dataFeedElement).toEqual([
      {
        '@type': 'DataFeedItem',
        dateCreated: review.datePublished,
        dateModified: review.dateModified,
        url: factCheck.url,
        item: [review],
      },
    ]);
  });

  it('escapes whatever people wrote, keeps protected sources to itself, and shows corrections and retractions', async () => {
    const title = '</script><script>alert("1")</script>';
    const factCheck = await publish(ENGLISH, 'en', 'The register says <i>another</i> number & year.', {
      title,
      claimReviewed: 'Exports rose </script><b>',
    });
    const page = async () => (await get(factCheck.url)).body;
    const first = await page();
    expect(first).toContain('<html lang="en" dir="ltr">');
    expect(first).not.toMatch(/<script>|<b>|<i>/);
    expect(first.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(SCRIPT.exec(first)![1]!).claimReviewed).toBe('Exports rose </script><b>');
    expect(first).not.toContain('A clerk at the port');
    expect(first).toContain('href="https://port.example/?a=1&#38;b=&#34;2&#34;"');
    expect(first).not.toMatch(/class="text"[^>]*>\s+\S/);

    const correct = async (input: object, version: number) => {
      await editor.ask(document.CORRECT, {
        input: { factCheckId: factCheck.id, expectedVersion: version, ...input },
      });
      // Nothing changes for readers until somebody else agrees.
      const waiting = await page();
      await reviewer.ask(document.APPROVE_CORRECTION, { id: factCheck.id, version });
      return waiting;
    };
    const note = 'The ministry sent its books.';
    expect(await correct({ class: 'RATING_CHANGED', rating: 'HALF_TRUE', publicNote: note }, 1)).toBe(first);
    const corrected = await page();
    expect(corrected).toContain(note);
    expect(JSON.parse(SCRIPT.exec(corrected)![1]!).reviewRating.alternateName).toBe('Half true');
    expect((await feed()).dataFeedElement).toHaveLength(2);

    await correct({ class: 'RETRACTION', publicNote: 'We mixed up two ports.' }, 2);
    const retracted = await get(factCheck.url);
    expect(retracted.status).toBe(200);
    expect(retracted.body).toContain('We mixed up two ports.');
    expect(retracted.body).not.toMatch(/ld\+json|Half true/);
    expect((await feed()).dataFeedElement).toHaveLength(1);
  });

  it('answers 404 for what is not there', async () => {
    for (const path of [
      `/n/${desk.newsroom.slug}/fact-checks/nothing`,
      '/n/nowhere/fact-checks/nothing',
      '/n/%00/fact-checks/%00',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('shows the purpose “published” nothing but editions, their fact-checks and the newsroom', async () => {
    const counts = await desk.database.app.forSystem('published').transaction(async (tx) => {
      const tables = await desk.database.owner<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
      );
      const found: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${name}`);
        if (row!.n > 0) found[name] = row!.n;
      }
      return found;
    });
    expect(counts).toEqual({ newsrooms: 1, fact_checks: 2, fact_check_editions: 4 });
    const write = (purpose: SystemPurpose) =>
      desk.database.app.forSystem(purpose).transaction((tx) => tx.$executeRaw`update fact_checks set version = 9`);
    expect(await write('published')).toBe(0);
  });
});
