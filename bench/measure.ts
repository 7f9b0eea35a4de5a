/** Runs two ways of doing the same thing in turn, so that both meet the same machine, and compares their medians. */
export interface Comparison {
  readonly name: string;
  /** Median of ours and of the yardstick, in milliseconds where no other unit is said; the yardstick may be a budget. */
  readonly ours: number;
  readonly yardstick: number;
  readonly ratio: number;
  /** At most this ratio is promised. */
  readonly bar: number;
  readonly unit?: 'ms' | 'kB';
}

export async function compare(
  name: string,
  bar: number,
  rounds: number,
  ours: () => unknown,
  yardstick: () => unknown,
): Promise<Comparison> {
  const times: [number[], number[]] = [[], []];
  // The first rounds warm caches and the compiler up and are not counted.
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    for (const [index, work] of [ours, yardstick].entries()) {
      const begin = performance.now();
      await work();
      if (round >= 0) times[index as 0 | 1].push(performance.now() - begin);
    }
  }
  const [mine, theirs] = [median(times[0]), median(times[1])];
  return { name, ours: mine, yardstick: theirs, ratio: mine / theirs, bar };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
