import { stageOf } from '../../claims/stage-of.js';
import type { Subject, SubjectContent } from '../../claims/subject.js';
import { Prisma } from '../../generated/prisma/client.js';
import type { ExtractionFeedback } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { commentKey, type TaskRow } from '../tasks.store.js';

/** Keeps what a mend made of what was proposed. The task is as the mend's event left it: the event is its last. */
export async function keepFeedback(
  tx: Transaction,
  task: TaskRow,
  mend: { action: string; memberId: string; at: Date },
  proposed: Pick<Subject, 'kind' | 'origin' | 'rule' | 'confidence'>,
  { before, after }: { before: SubjectContent | null; after: readonly SubjectContent[] },
): Promise<void> {
  const { newsroomId, articleId, language } = task;
  const { kind, origin, rule, confidence } = proposed;
  await tx.extractionFeedback.create({
    data: {
      ...{ newsroomId, taskId: task.id, number: task.version, articleId, language, ...mend },
      ...{ kind, origin, rule, confidence, stage: stageOf(kind, origin), cue: before?.cue?.text ?? null },
      before: before ? json(before) : Prisma.DbNull,
      after: after.length === 0 ? Prisma.DbNull : json(after.length === 1 ? after[0] : after),
    },
  });
}

/** The feedback of events, by `commentKey`. */
export async function readFeedback(tx: Transaction, keys: readonly string[]): Promise<Map<string, ExtractionFeedback>> {
  const taskIds = [...new Set(keys.map((key) => key.split(' ')[0]!))];
  const rows = await tx.extractionFeedback.findMany({ where: { taskId: { in: taskIds } } });
  return new Map(rows.map((row) => [commentKey(row), row]));
}

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
