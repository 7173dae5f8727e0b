/** One line of the benchmark: a ratio of two times measured in turn in the same run. */
export interface Row {
  work: string;
  reference: string;
  /** Time of the work over time of the reference. */
  ratio: number;
  /** The ratio that must not be passed; absent where the row only informs. */
  bar?: number;
}

/** Something to time; it may be asynchronous. */
export type Task = () => unknown;

/**
 * Times two tasks in turn, so that whatever else the machine does falls on both, and gives the ratio of the medians.
 *
 * @param rounds How often each is run; one round before them is not counted.
 */
export async function compare(work: Task, reference: Task, rounds: number): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, task] of [work, reference].entries()) {
      const start = process.hrtime.bigint();
      await task();
      const elapsed = Number(process.hrtime.bigint() - start);
      if (round > 0) times[index]?.push(elapsed);
    }
  }
  return median(times[0]) / median(times[1]);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
