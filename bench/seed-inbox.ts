import type pg from 'pg';

/** Fills a newsroom with articles and `total` tasks of every language, kind, stance and status, one statement a table. */
export async function seedInbox(owner: pg.Pool, newsroomId: string, total: number): Promise<void> {
  const id = (kind: string, number: string) =>
    `('00000000-0000-7000-9${kind}00-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  const article = id('1', 'i / 100');
  const language = `(array['ar', 'ar', 'ar', 'en', 'fr'])[1 + (i / 100) % 5]`;
  const stance = `(array['ASSERTED', 'ASSERTED', 'ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED'])[1 + i % 6]::"ClaimStance"`;
  const status = `(array['OPEN', 'OPEN', 'OPEN', 'OPEN', 'DISMISSED'])[1 + i % 5]::"ReviewTaskStatus"`;
  const words = `'أعلنت الوزارة أن العدد بلغ ' || i || ' في العام الماضي'`;
  await owner.query(`
    create temporary table numbers as select i, i % 4 = 3 as is_quote from generate_series(1, ${total}) i;
    insert into articles (id, newsroom_id, title, language, status, text_hash, tasks_total, tasks_prepared)
      select ${id('1', 'a')}, '${newsroomId}', 'عنوان المادة رقم ' || a, (array['ar', 'ar', 'ar', 'en', 'fr'])[1 + a % 5],
        'READY', decode(lpad(to_hex(a), 64, '0'), 'hex'), 100, 100 from generate_series(0, ${Math.ceil(total / 100)}) a;
    insert into speakers (id, newsroom_id, article_id, name, name_folded, kind, anonymous)
      select ${id('2', 'a')}, '${newsroomId}', ${id('1', 'a')}, 'الناطق رقم ' || a, 'الناطق رقم ' || a, 'PERSON', false
      from generate_series(0, ${Math.ceil(total / 100)}) a;
    insert into quotes (id, newsroom_id, article_id, version_number, ordinal, text, spans, speaker_id, chain, type, rule, confidence)
      select ${id('3', 'i')}, '${newsroomId}', ${article}, 1, i, ${words}, '[{"start":0,"end":3,"text":"نص"}]',
        ${id('2', 'i / 100')}, '[]', 'DIRECT', 'bench', 1 from numbers where is_quote;
    insert into claims (id, newsroom_id, article_id, version_number, ordinal, text, spans, speaker_id, chain, stance,
        proposition, check_worthiness, reasons, appearances, rule, confidence)
      select ${id('3', 'i')}, '${newsroomId}', ${article}, 1, i, ${words}, '[{"start":0,"end":3,"text":"نص"}]',
        ${id('2', 'i / 100')}, '[]', ${stance}, ${words}, (i % 100) / 100.0, '[]', '[]', 'bench', 1
      from numbers where not is_quote;
    insert into review_tasks (id, newsroom_id, article_id, kind, quote_id, claim_id, status, version, priority, language,
        stance, anonymous, speaker_folded, text_folded, check_worthiness, text_position)
      select ${id('4', 'i')}, '${newsroomId}', ${article}, case when is_quote then 'QUOTE' else 'CLAIM' end::"ReviewTaskKind",
        case when is_quote then ${id('3', 'i')} end, case when not is_quote then ${id('3', 'i')} end, ${status}, 1, i % 101,
        ${language}, case when not is_quote then ${stance} end, i % 20 = 0, 'الناطق رقم ' || i / 100, ${words},
        (i % 100) / 100.0, i from numbers;
    drop table numbers;`);
  await owner.query('analyze');
}
