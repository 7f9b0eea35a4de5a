import { type Actor } from './actor.js';
import { type NewsroomPolicy } from './policy.js';
import { type Role } from './roles.js';

export const TASK_STATUSES = [
  'PENDING',
  'OPEN',
  'IN_PROGRESS',
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'APPROVED',
  'PUBLISHED',
  'DISMISSED',
] as const;
/** PENDING: the queue is still preparing the task. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const WORK_ACTIONS = [
  'PREPARE',
  'TAKE',
  'RELEASE',
  'ASSIGN',
  'ADD_EVIDENCE',
  'UPDATE_EVIDENCE',
  'REMOVE_EVIDENCE',
  'PROPOSE_VERDICT',
  'WITHDRAW_VERDICT',
  'APPROVE_VERDICT',
  'REQUEST_CHANGES',
  'PUBLISH',
  'DISMISS',
  'REOPEN',
  'LEASE_RUNS_OUT',
  'ESCALATE',
  'WITHDRAW_ESCALATION',
] as const;
/** What moves a task up to its publication. PREPARE is the queue's, LEASE_RUNS_OUT the clock's. */
export type WorkAction = (typeof WORK_ACTIONS)[number];

export const CORRECTION_ACTIONS = ['CORRECT', 'APPROVE_CORRECTION', 'REJECT_CORRECTION'] as const;
/** What changes a published fact-check; its task stays PUBLISHED. */
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

export const MEND_ACTIONS = [
  'ADD',
  'SPLIT',
  'MERGE',
  'MERGE_INTO',
  'REATTRIBUTE',
  'REFUSE_RESOLUTION',
  'RESPAN',
  'RECLASSIFY',
  'REWORD',
  'REJECT',
  'RESTORE',
] as const;
/**
 * What people make of the extraction. ADD begins the task of what a person found, or of a part that was split off. MERGE
 * is the event of the task that stays, MERGE_INTO that of each one that goes into it.
 */
export type MendAction = (typeof MEND_ACTIONS)[number];

export const VERSION_ACTIONS = ['MARK_STALE', 'CONFIRM'] as const;
/**
 * What a new version of the article does to a task. MARK_STALE is the queue's: the words that the task is about stand no
 * more. CONFIRM is a person's: the task counts all the same.
 */
export type VersionAction = (typeof VERSION_ACTIONS)[number];

export type TaskAction = WorkAction | CorrectionAction | MendAction | VersionAction;
export const TASK_ACTIONS: readonly TaskAction[] = [
  ...WORK_ACTIONS,
  ...CORRECTION_ACTIONS,
  ...MEND_ACTIONS,
  ...VERSION_ACTIONS,
];

export const SUBJECT_STATES = ['STANDING', 'REJECTED', 'REPLACED'] as const;
/** Whether a quote or claim still counts as one. REPLACED: by its parts, or by what it was merged into. */
export type SubjectState = (typeof SUBJECT_STATES)[number];

export const FACT_CHECK_STATUSES = ['PUBLISHED', 'CORRECTED', 'RETRACTED'] as const;
export type FactCheckStatus = (typeof FACT_CHECK_STATUSES)[number];

export const CORRECTION_CLASSES = ['TYPO', 'RATING_UNCHANGED', 'RATING_CHANGED', 'RETRACTION'] as const;
export type CorrectionClass = (typeof CORRECTION_CLASSES)[number];

/** A member's hold on a task. It ends by itself: at `expiresAt` the task counts as free, with or without an event. */
export interface Lease {
  readonly holderId: string;
  /** UTC epoch ms. */
  readonly expiresAt: number;
}

/** The part of a rating that the workflow rests on; its labels and numbers are the scale's. */
export interface ChosenRating {
  readonly code: string;
  readonly needsEvidence: boolean;
}

/** The verdict under review, approved or published. One that was sent back or withdrawn no longer stands. */
export interface StandingVerdict {
  readonly rating: ChosenRating;
  readonly proposerId: string;
  /** Null until it is approved. */
  readonly approverId: string | null;
}

export interface PendingCorrection {
  readonly authorId: string;
  readonly class: CorrectionClass;
  /** The new rating; null where the rating stays. */
  readonly rating: ChosenRating | null;
}

/** The published result of a task. Its `version` counts editions: 1 when published, one more with each correction. */
export interface PublishedFactCheck {
  readonly status: FactCheckStatus;
  readonly version: number;
  readonly rating: ChosenRating;
  readonly pendingCorrection: PendingCorrection | null;
}

/** A disagreement that was handed to an EDITOR. Why, stands with the event of that version. */
export interface Escalation {
  readonly byId: string;
  /** UTC epoch ms. */
  readonly at: number;
  /** The task's version after it. */
  readonly version: number;
}

/** All that decides what may happen to a task next, and all that `replay` can prove from its events. */
export interface Task {
  readonly status: TaskStatus;
  /** How many events the task has had; what `expectedVersion` is compared with. */
  readonly version: number;
  /** Null unless IN_PROGRESS or CHANGES_REQUESTED. It may have run out: ask `liveHolder`. */
  readonly lease: Lease | null;
  readonly evidenceCount: number;
  /**
   * Everybody who ever proposed a verdict on this task, in order. It outlives withdrawal and reopening, so that no
   * way round makes a proposer the judge of their own words.
   */
  readonly proposerIds: readonly string[];
  /** Null unless IN_REVIEW, APPROVED or PUBLISHED. */
  readonly verdict: StandingVerdict | null;
  /** Null unless PUBLISHED. */
  readonly factCheck: PublishedFactCheck | null;
  /** How the task's quote or claim stands. Other than STANDING only while DISMISSED. */
  readonly subject: SubjectState;
  /** Null while nobody has handed the task to an EDITOR, and again once an EDITOR has decided. */
  readonly escalation: Escalation | null;
  /** A newer version of the article has its words no more, and nobody has confirmed the task since. */
  readonly stale: boolean;
}

/** A task before its first event. */
export const NEW_TASK: Task = {
  status: 'PENDING',
  version: 0,
  lease: null,
  evidenceCount: 0,
  proposerIds: [],
  verdict: null,
  factCheck: null,
  subject: 'STANDING',
  escalation: null,
  stale: false,
};

/**
 * One change of a task, complete enough to replay. Free text (rationale, comment, reason, note) is not part of it:
 * events are hashed for good, and what people wrote about people must stay erasable.
 */
export interface TaskEvent {
  readonly action: TaskAction;
  readonly actor: Actor;
  /** UTC epoch ms. */
  readonly at: number;
  /** The task's version after the event: 1, 2, 3, … without a gap. */
  readonly version: number;
  readonly from: TaskStatus;
  readonly to: TaskStatus;
  /** The lease after the event. */
  readonly lease: Lease | null;
  /** PROPOSE_VERDICT only. */
  readonly rating?: ChosenRating;
  /** UPDATE_EVIDENCE and REMOVE_EVIDENCE only: who had added that piece. */
  readonly evidenceAuthorId?: string;
  /** CORRECT only. */
  readonly correction?: { readonly class: CorrectionClass; readonly rating: ChosenRating | null };
  /** MERGE and MERGE_INTO only: so many pieces of evidence came with it (MERGE), or went away (MERGE_INTO, below 0). */
  readonly evidenceMoved?: number;
}

/** One field of the input that cannot be accepted. `field` is its name in the API. */
export interface InputFault {
  readonly field: string;
  readonly message: string;
}

/**
 * What `decide` must know beyond the task: the hour, the newsroom's policy, and the input of this one action. An
 * action that needs a fact and does not get it is refused, never let through.
 */
export interface Facts {
  /** UTC epoch ms. */
  readonly now: number;
  readonly policy: NewsroomPolicy;
  /** The version that the caller saw: of the task, or for a correction that of the fact-check. Absent: not compared. */
  readonly expectedVersion?: number | null;
  /**
   * Corrections only, and optional: the task's version that the caller saw. A fact-check's version does not grow when
   * one pending correction takes the place of another; the task's does, so this shows that the text was the same.
   */
  readonly expectedTaskVersion?: number | null;
  /** Faults that the caller found in the rest of the input; given here, they are reported in their turn. */
  readonly inputFaults?: readonly InputFault[];
  /** The chosen rating as the newsroom's scale knows it; null for one that the scale does not have. */
  readonly rating?: ChosenRating | null;
  /** As `visibleLength` measures it. */
  readonly rationaleLength?: number;
  readonly comment?: string | null;
  readonly reason?: string | null;
  readonly publicNote?: string | null;
  readonly correctionClass?: CorrectionClass;
  /** ASSIGN: the member to assign; null for one whom the newsroom does not have. */
  readonly assignee?: { readonly memberId: string; readonly role: Role } | null;
  /** UPDATE_EVIDENCE and REMOVE_EVIDENCE: who added that piece. */
  readonly evidenceAuthorId?: string;
  /** MERGE: how many pieces of evidence come from the tasks that are merged into this one. */
  readonly evidenceTaken?: number;
}

/** Why an action is refused. Whether one is signed in and whether the task exists is settled before. */
export interface Refusal {
  readonly code: 'FORBIDDEN' | 'BAD_USER_INPUT' | 'CONFLICT' | 'INVALID_TRANSITION';
  /** An English sentence for people; programs go by the code. */
  readonly message: string;
  /** CONFLICT: the member who holds the task now, where it is somebody else. */
  readonly holder?: string;
  /** BAD_USER_INPUT: every faulty field, not just the first. */
  readonly fields?: readonly InputFault[];
}
