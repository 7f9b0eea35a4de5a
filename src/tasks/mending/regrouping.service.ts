import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../accounts/viewer.js';
import { findVersionText, lockArticle } from '../../articles/articles.store.js';
import { joinSlices } from '../../claims/slices.js';
import { readClaimsOfQuotes } from '../../claims/claims.store.js';
import type { SubjectContent, SubjectKind } from '../../claims/subject.js';
import { repoint } from '../../claims/subjects.store.js';
import type {
  AddClaimInput,
  AddQuoteInput,
  MergeSubjectsInput,
  SplitSubjectInput,
  SubjectPartInput,
  TaskAtVersion,
} from '../../generated/graphql.js';
import { decide } from '../../core/workflow/decide.js';
import { NEW_TASK } from '../../core/workflow/model.js';
import { DEFAULT_POLICY } from '../../core/workflow/policy.js';
import type { Transaction } from '../../platform/database/database.js';
import { isId } from '../../platform/ids.js';
import { notFound, RequestError } from '../../platform/request-error.js';
import { commentFaults } from '../tasks.service.js';
import { lockTasks, type TaskRow } from '../tasks.store.js';
import { actorOf, refusalError, Workflow } from '../workflow.js';
import { MendInput, typeByMarks, uniteSpans } from './mend-input.js';
import { withProposition } from './mending.service.js';
import { findQuote } from './find-quote.js';
import { moveEvidence } from './replacements.store.js';
import { judge, type SubjectAtHand, SubjectMender } from './subject-mender.js';

const MOST_PARTS = 20;
const MOST_MERGED = 50;

type AddInput = AddQuoteInput | AddClaimInput;

/** Quotes and claims that were missed, that are several in one, or one in several. */
@Injectable()
export class RegroupingService {
  constructor(
    private readonly workflow: Workflow,
    private readonly mender: SubjectMender,
  ) {}

  /** Two who add the same at the same moment wait for the article's row: the second is refused with the first's task. */
  async add(viewer: Viewer, kind: SubjectKind, given: AddInput): Promise<TaskRow> {
    if (!isId(given.articleId)) throw notFound('The article');
    return viewer.newsroom.transaction(async (tx) => {
      const article = await lockArticle(tx, given.articleId);
      if (!article) throw notFound('The article');
      const { id: articleId, newsroomId, versionNumber, language } = article;
      const text = (await findVersionText(tx, newsroomId, articleId, versionNumber)) ?? '';
      const input = new MendInput(text);
      const { quoteId, ...found } = await readNew(tx, kind, given, input, { articleId, text, language });
      const now = this.workflow.now().getTime();
      const inputFaults = [...input.faults, ...commentFaults('comment', given.comment)];
      const facts = { now, policy: DEFAULT_POLICY, inputFaults };
      const decision = decide(NEW_TASK, 'ADD', actorOf(viewer), facts);
      if (decision.refusal) throw refusalError(decision.refusal);
      if (article.extractedVersion !== versionNumber || article.status === 'WITHDRAWN') {
        const why = article.status === 'WITHDRAWN' ? 'was withdrawn' : 'is still being read: try again in a moment';
        throw new RequestError('INVALID_TRANSITION', `The article ${why}`);
      }
      const place = { newsroomId, articleId, versionNumber, language, text };
      const subject = { ...found, kind, quoteId, deniesId: null, splitFromId: null };
      return this.mender.add(tx, viewer, place, subject, given.comment ?? null);
    });
  }

  /** Closes the task of what was several in one, and opens one for each part. What was gathered for it stays with it. */
  async split(viewer: Viewer, { parts, ...request }: SplitSubjectInput): Promise<{ task: TaskRow; parts: TaskRow[] }> {
    return viewer.newsroom.transaction(async (tx) => {
      const { task, at, outcome } = await this.mender.mend(tx, viewer, request, 'SPLIT', (at) => ({
        after: readParts(at, parts),
        state: 'REPLACED',
      }));
      const { subject, text } = at;
      const claims = (await readClaimsOfQuotes(tx, [subject.id])).get(subject.id) ?? [];
      const added: TaskRow[] = [];
      for (const content of outcome.after) {
        const { kind, quoteId, deniesId, chain } = subject;
        const part = { kind, content, quoteId, deniesId, chain, splitFromId: task.id };
        const place = { ...subject, language: task.language, text };
        const partTask = await this.mender.add(tx, viewer, place, part, null);
        added.push(partTask);
        const stated = claims.filter(({ position }) => holds(content, position)).map(({ id }) => id);
        if (stated.length) await repoint(tx, subject, partTask.quoteId!, stated);
      }
      return { task, parts: added };
    });
  }

  /** One task stays and takes in the others' spans and evidence; theirs are closed and lead to it. */
  async merge(viewer: Viewer, { spans, comment, ...given }: MergeSubjectsInput): Promise<TaskRow> {
    // As the database writes them: they are compared here.
    const lower = ({ taskId, expectedVersion }: TaskAtVersion) => ({ taskId: taskId.toLowerCase(), expectedVersion });
    const [kept, merged] = [lower(given), given.merged.map(lower)];
    const ids = merged.map(({ taskId }) => taskId);
    return viewer.newsroom.transaction(async (tx) => {
      const tasks = await lockTasks(tx, [kept.taskId, ...ids]);
      if (new Set([kept.taskId, ...ids]).size > tasks.length) throw notFound('A task');
      const fault = mergeFault(kept.taskId, ids, tasks);
      const gone: SubjectAtHand[] = [];
      let evidenceTaken = 0;
      for (const { taskId, expectedVersion } of merged.slice(0, MOST_MERGED)) {
        if (taskId === kept.taskId) continue;
        const { at } = await this.mender.mend(tx, viewer, { taskId, expectedVersion, comment }, 'MERGE_INTO', (at) => {
          if (fault) at.input.fault('merged', fault);
          return { after: [], state: 'REPLACED', mergedIntoId: kept.taskId };
        });
        gone.push(at);
      }
      if (gone.length) evidenceTaken = await tx.evidence.count({ where: { taskId: { in: ids }, removedAt: null } });
      const { task, at } = await this.mender.mend(tx, viewer, { ...kept, comment }, 'MERGE', (at) => {
        if (fault) at.input.fault('merged', fault);
        const { content } = at.subject;
        const all = [...content.spans, ...gone.flatMap(({ subject }) => subject.content.spans)];
        if (gone.some(({ subject }) => subject.versionNumber !== at.subject.versionNumber)) {
          at.input.fault('merged', 'must be of the same version of the article as the one that stays');
          return { after: [content], evidenceTaken };
        }
        const united = spans ? at.input.spans('spans', spans) : uniteSpans(at.text, all);
        const whole = { ...content, spans: united };
        at.input.apart(whole);
        return { after: [at.input.faults.length ? whole : withProposition(at, whole)], evidenceTaken };
      });
      await moveEvidence(tx, ids, task.id);
      for (const { subject } of gone) await repoint(tx, subject, at.subject.id);
      return task;
    });
  }
}

async function readNew(
  tx: Transaction,
  kind: SubjectKind,
  given: AddInput,
  input: MendInput,
  { articleId, text, language }: { articleId: string; text: string; language: string },
) {
  const claim = kind === 'CLAIM' ? (given as AddClaimInput) : null;
  const quote = claim?.quoteId == null ? null : await findQuote(tx, claim.quoteId, articleId);
  if (claim?.quoteId != null && !quote) input.fault('quoteId', 'is no quote of this article');
  const spans = input.spans('spans', given.spans);
  const inherits = quote !== null && given.speaker === undefined;
  const attribution = inherits
    ? { speaker: quote.content.speaker, mention: quote.content.mention, resolutionRefused: false }
    : input.speaker(given.speaker);
  const plain: SubjectContent = {
    ...{ spans, ...attribution, cue: input.span('cue', given.cue) ?? (inherits ? quote.content.cue : null) },
    type: kind === 'QUOTE' ? ((given as AddQuoteInput).type ?? typeByMarks(text, spans)) : null,
    stance: claim ? (claim.stance ?? 'ASSERTED') : null,
    proposition: claim?.proposition == null ? null : input.proposition(claim.proposition),
    propositionOrigin: claim ? (claim.proposition == null ? 'RULES' : 'PERSON') : null,
  };
  input.apart(plain);
  const content = input.faults.length ? plain : worded(text, language, plain);
  return { content, quoteId: quote?.id ?? null, chain: inherits ? quote.chain : [] };
}

function readParts(
  { subject, text, task, input }: SubjectAtHand,
  parts: readonly SubjectPartInput[],
): SubjectContent[] {
  if (parts.length < 2 || parts.length > MOST_PARTS) input.fault('parts', `must be 2 to ${MOST_PARTS}`);
  const { kind, content: whole } = subject;
  const contents = parts.slice(0, MOST_PARTS).map(({ spans: given, type, stance, proposition }, i): SubjectContent => {
    const spans = input.spans(`parts.${i}.spans`, given);
    input.only(kind, kind === 'QUOTE' ? { stance, proposition } : { type });
    const plain: SubjectContent = {
      ...{ ...whole, spans, type: type ?? whole.type, stance: stance ?? whole.stance },
      proposition: proposition == null ? null : input.proposition(proposition),
      propositionOrigin: kind === 'QUOTE' ? null : proposition == null ? 'RULES' : 'PERSON',
    };
    input.apart(plain);
    return plain;
  });
  const places = contents.map(({ spans }) => spans.map(({ start, end }) => `${start}-${end}`).join(' '));
  if (new Set(places).size < places.length) input.fault('parts', 'must stand at different spans');
  return input.faults.length ? contents : contents.map((content) => worded(text, task.language, content));
}

/** With the proposition that the extractor would word, where nobody has. */
function worded(text: string, language: string, content: SubjectContent): SubjectContent {
  if (content.stance === null || content.proposition !== null) return content;
  const { proposition, propositionIsVerbatim } = judge(text, language, content);
  const words = proposition || joinSlices(content.spans);
  return { ...content, proposition: words, propositionOrigin: propositionIsVerbatim ? 'VERBATIM' : 'RULES' };
}

function mergeFault(keptId: string, ids: readonly string[], tasks: readonly TaskRow[]): string | null {
  if (ids.length === 0 || ids.length > MOST_MERGED) return `must name 1 to ${MOST_MERGED} tasks`;
  if (ids.includes(keptId) || new Set(ids).size < ids.length) return 'names a task twice';
  const kept = tasks.find((task) => task.id === keptId)!;
  const fits = (task: TaskRow) => task.articleId === kept.articleId && task.kind === kept.kind;
  return tasks.every(fits) ? null : 'must be tasks of the same article and kind as the one that stays';
}

const holds = ({ spans }: SubjectContent, offset: number): boolean =>
  spans.some(({ start, end }) => start <= offset && offset < end);
