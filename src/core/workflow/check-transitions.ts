/** A row of either table, as far as its shape matters here. */
interface Move<Action extends string, Status extends string> {
  readonly action: Action;
  readonly from: readonly Status[];
  readonly to: Status | 'UNCHANGED';
}

export interface TransitionsExpected<Action extends string, Status extends string> {
  readonly actions: readonly Action[];
  readonly statuses: readonly Status[];
  readonly start: Status;
  /** Where work may rest for good. Every other status must have a way out that reaches one of these. */
  readonly ends: readonly Status[];
}

/**
 * What is wrong with a transition table, as sentences: a status that cannot be reached, one from which no end can be
 * reached, an action without a row. None for a sound table.
 */
export function checkTransitions<Action extends string, Status extends string>(
  table: readonly Move<Action, Status>[],
  { actions, statuses, start, ends }: TransitionsExpected<Action, Status>,
): readonly string[] {
  const after = (status: Status): Status[] =>
    table.flatMap(({ from, to }) => (to !== 'UNCHANGED' && from.includes(status) ? [to] : []));
  const reachable = (from: Status): ReadonlySet<Status> => {
    const seen = new Set([from]);
    // A set that grows while it is walked: each status is visited once, in the order of its discovery.
    for (const status of seen) for (const next of after(status)) seen.add(next);
    return seen;
  };
  const reached = reachable(start);
  return [
    ...statuses.filter((status) => !reached.has(status)).map((status) => `${status} cannot be reached.`),
    ...statuses
      .filter((status) => !ends.some((end) => reachable(status).has(end)))
      .map((status) => `${status} is a dead end.`),
    ...actions
      .filter((action) => !table.some((move) => move.action === action))
      .map((action) => `${action} does nothing anywhere.`),
  ];
}
