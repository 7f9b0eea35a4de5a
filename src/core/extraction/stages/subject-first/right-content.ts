/** A content to the right of its report: what introduces it, its first token, and whether it is given verbatim. */
export interface RightContent {
  readonly kind: 'that' | 'marks' | 'colon' | 'clause' | 'object';
  readonly from: number;
  /** The token that introduces it; what stands before belongs to the report. */
  readonly at: number;
}
