/** One comparison of ours with a peer; `tests/bench/<name>.bench.ts` exports it as `benchmark`. */
export interface Benchmark {
  /** What is measured, for the table. */
  readonly about: string;
  /** Who it is compared with. */
  readonly peer: string;
  /** How many times faster than the peer it has to be. */
  readonly targetRatio: number;
  /** How much memory the process may take, where that is promised. */
  readonly maxMegabytes?: number;
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
    }
  | { readonly name: string; readonly skipped: string };
