import { createHash } from 'node:crypto';
import { recordAuditEvent } from '../../src/accounts/audit/record-audit-event.js';
import type { NewsroomHandle, Transaction } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';

/**
 * One row in every table of the review, for a task of the newsroom; whether they tell one story does not matter. Gives
 * the ids of those that are a Node, by type.
 */
export async function addReviewRows({ newsroomId, transaction }: NewsroomHandle, taskId: string, memberId: string) {
  let newsroomEventId = '';
  let exchanged = {};
  const [evidenceId, verdictId, factCheckId, correctionId] = [newId(), newId(), newId(), newId()];
  const at = new Date();
  const texts = { title: 'Title', summary: 'Summary', claimReviewed: 'Claim', rationale: 'Rationale' };
  const scale = { scaleCode: 'DEFAULT_CLAIM', scaleVersion: 1 };
  const of = { newsroomId, taskId };
  await transaction(async (tx) => {
    await tx.newsroomPolicy.create({ data: { newsroomId, minEvidence: 1, minRationaleLength: 20, leaseMinutes: 45 } });
    await tx.ratingScale.create({ data: { newsroomId, code: 'OWN', version: 1, kind: 'CLAIM', ratings: [] } });
    await tx.taskComment.create({ data: { ...of, number: 1, text: 'Comment' } });
    await tx.evidence.create({
      data: { ...of, id: evidenceId, authorId: memberId, stance: 'CONTEXT', note: 'x', createdAt: at, updatedAt: at },
    });
    await tx.evidenceVersion.create({ data: { newsroomId, evidenceId, number: 1, content: {}, memberId, at } });
    const sha256 = new Uint8Array(createHash('sha256').update('x').digest());
    const url = 'https://source.example';
    await tx.snapshotContent.create({ data: { newsroomId, sha256, bytes: new TextEncoder().encode('x'), size: 1 } });
    await tx.snapshot.create({
      data: { id: newId(), newsroomId, evidenceId, url, status: 'STORED', sha256, requestedAt: at, takenAt: at },
    });
    await tx.ratingScaleRetirement.create({ data: { newsroomId, code: 'OWN', version: 1, retiredAt: at } });
    await tx.verdict.create({
      data: {
        ...{ ...of, ...scale, id: verdictId, number: 1, rating: 'FALSE', needsEvidence: true, language: 'en' },
        ...{ rationale: 'Rationale', proposerId: memberId, proposedAt: at },
      },
    });
    await tx.verdictDraft.create({ data: { ...of, memberId, rationale: '', updatedAt: at } });
    await tx.factCheck.create({
      data: {
        ...{ ...of, id: factCheckId, slug: 'slug', rating: 'FALSE', needsEvidence: true, language: 'en' },
        ...{ textFolded: '', publishedAt: at, updatedAt: at },
      },
    });
    await tx.factCheckEdition.create({
      data: {
        ...{ ...scale, ...texts, newsroomId, factCheckId, number: 1, language: 'en', rating: {}, evidence: [] },
        ...{ participants: {}, publishedAt: at },
      },
    });
    await tx.correction.create({
      data: {
        ...{ newsroomId, factCheckId, id: correctionId, class: 'TYPO', publicNote: 'Note' },
        ...{ authorId: memberId, proposedAt: at },
      },
    });
    await tx.extractionFeedback.create({
      data: {
        ...{ ...of, number: 1, articleId: newId(), action: 'RESPAN', kind: 'CLAIM', origin: 'RULES', rule: 'test' },
        ...{ confidence: 1, language: 'en', memberId, at },
      },
    });
    exchanged = await addExchangeRows(tx, newsroomId, at);
    newsroomEventId = await addAuditRows(tx, { newsroomId, memberId, at });
  });
  const review = { Evidence: evidenceId, Verdict: verdictId, FactCheck: factCheckId, Correction: correctionId };
  return { ...review, ...exchanged, NewsroomEvent: newsroomEventId };
}

async function addAuditRows(tx: Transaction, at: { newsroomId: string; memberId: string; at: Date }): Promise<string> {
  const { newsroomId, memberId } = at;
  const actor = { kind: 'MEMBER', memberId } as const;
  const id = await recordAuditEvent(tx, { newsroomId, action: 'POLICY_CHANGED', actor, at: at.at, comment: 'Comment' });
  const hash = new Uint8Array(32);
  await tx.auditSeal.create({
    // Far from the numbers that a running service gives.
    data: { newsroomId, number: 1_000_000, eventIds: [], eventHashes: [], root: hash, head: hash, sealedAt: at.at },
  });
  return id;
}

async function addExchangeRows(tx: Transaction, newsroomId: string, createdAt: Date) {
  const [exportId, importId, externalId] = [newId(), newId(), newId()];
  const bytes = new TextEncoder().encode('x');
  await tx.export.create({
    data: { id: exportId, newsroomId, kind: 'TASKS', format: 'CSV', filter: {}, bom: false, createdAt },
  });
  await tx.exportPart.create({ data: { newsroomId, exportId, number: 1, bytes } });
  await tx.import.create({ data: { id: importId, newsroomId, createdAt } });
  await tx.importContent.create({ data: { newsroomId, importId, bytes } });
  await tx.importFault.create({ data: { newsroomId, importId, number: 1, message: 'x', item: 'x' } });
  await tx.externalFactCheck.create({
    data: {
      ...{ id: externalId, newsroomId, identity: new Uint8Array(32), url: 'https://x.example/', publisher: 'x' },
      ...{ claimReviewed: 'x', rating: 'x', claimFolded: 'x', publisherFolded: 'x', ratingFolded: 'x' },
      ...{ createdAt, updatedAt: createdAt },
    },
  });
  return { Export: exportId, Import: importId, ExternalFactCheck: externalId };
}
