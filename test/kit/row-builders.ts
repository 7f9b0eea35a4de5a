import { createHash } from 'node:crypto';
import { foldForSearch } from '../../src/core/extraction/fold-for-search.js';
import type { Prisma } from '../../src/generated/prisma/client.js';
import type { NewsroomHandle } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';

/** Rows written without the pipeline, for tests that need them by the hundred or in a state of their own choosing. */
export interface TaskWish extends Partial<Prisma.ReviewTaskUncheckedCreateInput> {
  text?: string;
  speaker?: string;
}

/** An article that stands as READY. */
export async function addReadyArticle(
  { newsroomId, transaction }: NewsroomHandle,
  wish: Partial<Prisma.ArticleUncheckedCreateInput> & { text?: string } = {},
): Promise<string> {
  const { text = `Text ${newId()}`, ...fields } = wish;
  const id = newId();
  const textHash = new Uint8Array(createHash('sha256').update(text).digest());
  await transaction(async (tx) => {
    const titleFolded = foldForSearch(fields.title ?? '');
    await tx.article.create({
      data: { id, newsroomId, textHash, status: 'READY', language: 'en', titleFolded, ...fields },
    });
    const version = {
      id: newId(),
      newsroomId,
      articleId: id,
      number: 1,
      text,
      textFolded: foldForSearch(text),
      textHash,
    };
    await tx.articleVersion.create({ data: version });
  });
  return id;
}

/** Tasks of an article, one for each wish, with subjects and speakers of their own; gives their ids in order. */
export async function addTasks(
  { newsroomId, transaction }: NewsroomHandle,
  articleId: string,
  wishes: readonly TaskWish[],
): Promise<string[]> {
  const rows = wishes.map((wish, i) => {
    const { text = `Statement ${i}`, speaker = `Speaker ${i}`, ...fields } = wish;
    return { id: newId(), subjectId: newId(), speakerId: newId(), kind: 'CLAIM' as const, text, speaker, fields };
  });
  await transaction(async (tx) => {
    const ordinal = await tx.claim.count({ where: { articleId } });
    await tx.speaker.createMany({
      data: rows.map(({ speakerId: id, speaker: name, fields }) => ({
        id,
        newsroomId,
        articleId,
        name,
        nameFolded: foldForSearch(name),
        anonymous: fields.anonymous ?? false,
      })),
    });
    const subjects = rows.map(({ subjectId: id, speakerId, text }, i) => ({
      ...{ id, newsroomId, articleId, versionNumber: 1, ordinal: ordinal + i, speakerId, text },
      ...{ spans: [{ start: 0, end: text.length, text }], chain: [], rule: 'test', confidence: 1 },
    }));
    const isQuote = (i: number) => (rows[i]!.fields.kind ?? 'CLAIM') === 'QUOTE';
    await tx.quote.createMany({
      data: subjects.filter((_, i) => isQuote(i)).map((subject) => ({ ...subject, type: 'DIRECT' as const })),
    });
    await tx.claim.createMany({
      data: subjects
        .map((subject, i) => ({ subject, i }))
        .filter(({ i }) => !isQuote(i))
        .map(({ subject, i }) => ({
          ...subject,
          proposition: subject.text,
          stance: rows[i]!.fields.stance ?? ('ASSERTED' as const),
          ...{ checkWorthiness: rows[i]!.fields.checkWorthiness ?? 0.5, reasons: [], appearances: [] },
        })),
    });
    await tx.reviewTask.createMany({
      data: rows.map(({ id, subjectId, text, speaker, fields }, i) => ({
        ...{ id, newsroomId, articleId, kind: 'CLAIM' as const, status: 'OPEN' as const, version: 1, language: 'en' },
        quoteId: isQuote(i) ? subjectId : null,
        claimId: isQuote(i) ? null : subjectId,
        stance: isQuote(i) ? null : ('ASSERTED' as const),
        ...{ anonymous: false, checkWorthiness: 0.5, textPosition: i, priority: 50 },
        speakerFolded: foldForSearch(speaker),
        textFolded: foldForSearch(text),
        ...(fields.assigneeId
          ? { status: 'IN_PROGRESS' as const, leaseExpiresAt: new Date(Date.now() + 3_600_000) }
          : {}),
        ...fields,
      })),
    });
    await tx.taskEvent.createMany({
      data: rows.map(({ id: taskId }) => ({
        ...{ newsroomId, taskId, number: 1, id: newId(), action: 'PREPARE', at: new Date() },
        data: { actorKind: 'SYSTEM', from: 'PENDING', to: 'OPEN', lease: null },
      })),
    });
  });
  return rows.map(({ id }) => id);
}
