import { useCallback, useMemo } from 'react';
import type { CombinedError } from '@urql/core';
import { useClient } from 'urql';
import type { ArticleTask } from '../article/use-article';
import {
  AddClaimDocument,
  type AddClaimInput,
  AddQuoteDocument,
  type AddQuoteInput,
  type ClaimStance,
  MergeSubjectsDocument,
  type QuoteType,
  ReattributeSubjectDocument,
  ReclassifySubjectDocument,
  RefuseResolutionDocument,
  RejectSubjectDocument,
  RespanSubjectDocument,
  RestoreSubjectDocument,
  type SpeakerInput,
  SplitSubjectDocument,
} from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useTellUndo } from '../shell/use-tell-undo';
import { useWords } from '../words/words';
import type { Place } from './spans';

/** Null: it was done. Otherwise what stood in its way, which the caller shows or `tell` has told. */
type Trouble = CombinedError | null;

export interface Mend {
  add(kind: 'QUOTE', input: AddQuoteInput): Promise<Trouble>;
  add(kind: 'CLAIM', input: AddClaimInput): Promise<Trouble>;
  respan(task: ArticleTask, places: readonly Place[]): Promise<Trouble>;
  reclassify(task: ArticleTask, as: { type: QuoteType } | { stance: ClaimStance }): Promise<Trouble>;
  reattribute(task: ArticleTask, to: Attribution): Promise<Trouble>;
  refuseResolution(task: ArticleTask): Promise<Trouble>;
  reject(task: ArticleTask, reason: string): Promise<Trouble>;
  restore(task: ArticleTask): Promise<Trouble>;
  split(task: ArticleTask, parts: readonly (readonly Place[])[]): Promise<Trouble>;
  merge(tasks: readonly ArticleTask[]): Promise<Trouble>;
}

export interface Attribution {
  /** Null: nobody; of a claim, the article's own voice. */
  readonly speaker: SpeakerInput | null;
  /** Left out: stays. */
  readonly cue?: Place;
  readonly withClaims?: boolean;
}

const placeOf = ({ start, end }: Place): Place => ({ start, end });

/** The speaker as he stands, in the form in which he is said anew; undefined where he has no name to be called by. */
export function speakerInput({ subject: { speaker } }: Pick<ArticleTask, 'subject'>): SpeakerInput | null | undefined {
  if (!speaker) return null;
  const { name, kind, anonymous, mention } = speaker;
  return name ? { name, kind, anonymous, mention: mention ? placeOf(mention) : null } : undefined;
}

/** The words by which the article attributes it; null where there are none. */
export const cueOf = ({ subject }: Pick<ArticleTask, 'subject'>): Place | null =>
  (subject.__typename === 'Quote' ? subject.cue : subject.chain[0]?.cue) ?? null;

/**
 * What an editor does to a quote or claim. Each is sent against the version that was seen, told of in passing, and
 * offered to be undone where it can be; `done` is called after each.
 */
export function useMend(done: (task: ArticleTask) => void): Mend {
  const client = useClient();
  const say = useWords();
  const tell = useTell();
  const tellUndo = useTellUndo();
  const undoWith = useCallback(
    (work: () => Promise<{ error?: CombinedError; data?: Readonly<Record<string, unknown>> }>) => () => {
      void work().then(({ error, data }) => {
        if (error) return tell.trouble(error);
        done(Object.values(data!).find((value) => typeof value === 'object') as ArticleTask);
        tell.done(say('mending.undone'));
      });
    },
    [tell, say, done],
  );
  return useMemo((): Mend => {
    const reason = say('inbox.undo.reason');
    const reject = (task: { id: string; version: number }, why: string) =>
      client.mutation(RejectSubjectDocument, {
        input: { taskId: task.id, expectedVersion: task.version, reason: why },
      });
    const restore = (task: { id: string; version: number }) =>
      client.mutation(RestoreSubjectDocument, { input: { taskId: task.id, expectedVersion: task.version } });
    const at = (task: ArticleTask) => ({ taskId: task.id, expectedVersion: task.version });
    return {
      async add(kind: 'QUOTE' | 'CLAIM', input: AddQuoteInput | AddClaimInput) {
        const { data, error } =
          kind === 'QUOTE'
            ? await client.mutation(AddQuoteDocument, { input })
            : await client.mutation(AddClaimDocument, { input });
        if (error) return error;
        const task = 'addQuote' in data! ? data.addQuote : data!.addClaim;
        done(task);
        tellUndo(
          say(`mending.added.${kind}`),
          undoWith(() => reject(task, reason).toPromise()),
        );
        return null;
      },
      async respan(task, places) {
        const send = (version: number, spans: readonly Place[]) =>
          client.mutation(RespanSubjectDocument, {
            input: { taskId: task.id, expectedVersion: version, spans: spans.map(placeOf) },
          });
        const { data, error } = await send(task.version, places);
        if (error) return error;
        const { version } = data!.respanSubject;
        done(data!.respanSubject);
        tellUndo(
          say('mending.respanned'),
          undoWith(() => send(version, task.subject.spans).toPromise()),
        );
        return null;
      },
      async reclassify(task, as) {
        const { subject } = task;
        const { data, error } = await client.mutation(ReclassifySubjectDocument, { input: { ...at(task), ...as } });
        if (error) return error;
        const { version } = data!.reclassifySubject;
        done(data!.reclassifySubject);
        const was = subject.__typename === 'Quote' ? { type: subject.type } : { stance: subject.stance };
        const back = { taskId: task.id, expectedVersion: version, ...was };
        tellUndo(
          say('mending.reclassified'),
          undoWith(() => client.mutation(ReclassifySubjectDocument, { input: back }).toPromise()),
        );
        return null;
      },
      async reattribute(task, { speaker, cue, withClaims }) {
        const input = { ...at(task), speaker, withClaims, ...(cue && { cue: placeOf(cue) }) };
        const { data, error } = await client.mutation(ReattributeSubjectDocument, { input });
        if (error) return error;
        done(data!.reattributeSubject);
        const before = speakerInput(task);
        if (before === undefined || withClaims) {
          tell.done(say('mending.reattributed'));
          return null;
        }
        const cueBefore = cueOf(task);
        const back = {
          taskId: task.id,
          expectedVersion: data!.reattributeSubject.version,
          speaker: before,
          ...(cueBefore && { cue: placeOf(cueBefore) }),
        };
        tellUndo(
          say('mending.reattributed'),
          undoWith(() => client.mutation(ReattributeSubjectDocument, { input: back }).toPromise()),
        );
        return null;
      },
      async refuseResolution(task) {
        const { data, error } = await client.mutation(RefuseResolutionDocument, { input: at(task) });
        if (error) return error;
        done(data!.refuseResolution);
        const back = {
          taskId: task.id,
          expectedVersion: data!.refuseResolution.version,
          speaker: speakerInput(task) ?? null,
        };
        tellUndo(
          say('mending.resolution-refused'),
          undoWith(() => client.mutation(ReattributeSubjectDocument, { input: back }).toPromise()),
        );
        return null;
      },
      async reject(task, why) {
        const { data, error } = await reject(task, why);
        if (error) return error;
        const rejected = data!.rejectSubject;
        done(rejected);
        tellUndo(
          say('mending.rejected'),
          undoWith(() => restore(rejected).toPromise()),
        );
        return null;
      },
      async restore(task) {
        const { data, error } = await restore(task);
        if (error) return error;
        done(data!.restoreSubject);
        tell.done(say('mending.restored'));
        return null;
      },
      async split(task, parts) {
        const input = { ...at(task), parts: parts.map((places) => ({ spans: places.map(placeOf) })) };
        const { data, error } = await client.mutation(SplitSubjectDocument, { input });
        if (error) return error;
        done(data!.splitSubject.parts[0]!);
        tell.done(say('mending.split-done', { count: parts.length }));
        return null;
      },
      async merge([stays, ...merged]) {
        const input = { ...at(stays!), merged: merged.map(at) };
        const { data, error } = await client.mutation(MergeSubjectsDocument, { input });
        if (error) return error;
        done(data!.mergeSubjects);
        tell.done(say('mending.merged'));
        return null;
      },
    };
  }, [client, say, tell, tellUndo, undoWith, done]);
}
