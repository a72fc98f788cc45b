/** One comparison of ours with a peer; `tests/bench/<name>.bench.ts` exports it as `benchmark`. */
export interface Benchmark {
  /** What is measured, for the table. */
  readonly about: string;
  /** Who it is compared with. */
  readonly peer: string;
  /** How many times faster than the peer it has to be. */
  readonly targetRatio: number;
  /** Milliseconds that ours may take at most, where that is promised. */
  readonly limitMs?: number;
  /** How much memory the process that does our work may take at most, where that is promised. */
  readonly limitMegabytes?: number;
  /** Runs in a process of its own, so that its peak memory is its own. */
  run(context: BenchmarkContext): Promise<Measurement>;
}

export interface BenchmarkContext {
  /** A PostgreSQL with PostGIS to compare with; null where there is none. */
  readonly postgisUrl: string | null;
}

export type Measurement =
  | {
      readonly oursMs: number;
      readonly peerMs: number;
      /** Whether both gave the same answers; a benchmark that cannot tell is none. */
      readonly sameAnswers: boolean;
      /** Where our work is done by a process of its own: the most memory that it took. */
      readonly peakMegabytes?: number;
      /** More figures of the same run, by name. */
      readonly figures?: Readonly<Record<string, number>>;
      /** Promises beyond those of the benchmark itself that this run did not keep, in words. */
      readonly misses?: readonly string[];
    }
  | { readonly skipped: string };

/** What `npm run bench -- --json` prints for each benchmark, one a line. */
export type BenchmarkReport =
  | {
      readonly name: string;
      readonly oursMs: number;
      readonly peer: string;
      readonly peerMs: number;
      readonly ratio: number;
      readonly sameAnswers: boolean;
      readonly peakMegabytes: number;
      readonly targetRatio: number;
      readonly limitMs: number | null;
      readonly limitMegabytes: number | null;
      /** Every target and limit was kept and the answers are the same. */
      readonly pass: boolean;
      /** What was not kept, in words. */
      readonly misses: readonly string[];
      readonly figures: Readonly<Record<string, number>>;
    }
  | { readonly name: string; readonly skipped: string };
