import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Job } from '#contract/dataset';
import { type Problem, ProblemError } from '#domain/problem';
import type { Bilingual } from '#domain/resident/labels';

/** What a job's work is given. */
export interface JobControl {
  /** Aborted when somebody cancels the job, or the server stops. */
  readonly signal: AbortSignal;
  progress(done: number, total: number | null, message: Bilingual | null): void;
}

/** Work ends with a result, with a problem, or throws. */
export type JobWork = (control: JobControl) => Promise<JobOutcome>;
export type JobOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** The place of a job that is about to begin: nobody else's can. */
export interface JobReservation {
  start(kind: Job['kind'], work: JobWork, note?: JobNote): Job;
  /** Lets go; nothing where the job was begun. */
  release(): void;
}

/** Where a job is noted beyond this process: `ended` is waited for before the job counts as settled. */
export interface JobNote {
  readonly id: string;
  ended(job: Job): Promise<void>;
}

interface Entry {
  job: Job;
  readonly municipalityCode: string;
  readonly abort: AbortController;
  readonly settled: Promise<void>;
}

const KEPT_ENDED_JOBS = 200;

const FAILED: Problem = {
  code: 'job.failed',
  ja: 'プログラムの誤りで処理が止まりました。データは変更していません',
  en: 'An error of the program stopped the job; nothing was changed',
};

/** The long work of this process: one job of a municipality at a time, followed by events. */
export class JobRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #onBug: (error: unknown) => void;
  readonly #reserved = new Set<string>();
  #isStopping = false;

  constructor(onBug: (error: unknown) => void) {
    this.#onBug = onBug;
  }

  /** Begins a job; null where one of the municipality runs already: both would write the same tables. */
  start(kind: Job['kind'], municipalityCode: string, work: JobWork): Job | null {
    return this.reserve(municipalityCode)?.start(kind, work) ?? null;
  }

  /** Keeps the place of a job until that is begun or let go; null as above. */
  reserve(municipalityCode: string): JobReservation | null {
    if (this.#isBusy(municipalityCode)) return null;
    this.#reserved.add(municipalityCode);
    return {
      start: (kind, work, note) => {
        this.#reserved.delete(municipalityCode);
        return this.#begin(kind, municipalityCode, work, note);
      },
      release: () => void this.#reserved.delete(municipalityCode),
    };
  }

  #begin(kind: Job['kind'], municipalityCode: string, work: JobWork, note?: JobNote): Job {
    const abort = new AbortController();
    if (this.#isStopping) abort.abort();
    const job: Job = {
      id: note?.id ?? randomUUID(),
      kind,
      state: 'running',
      done: 0,
      total: null,
      message: null,
      problem: null,
    };
    const settled = this.#run(job.id, work, abort.signal, note);
    this.#entries.set(job.id, { job, municipalityCode, abort, settled });
    this.#forgetOldest();
    return job;
  }

  /** Whether a job could not be begun now. */
  #isBusy(municipalityCode: string): boolean {
    const isRunning = (entry: Entry) =>
      entry.municipalityCode === municipalityCode && entry.job.state === 'running';
    return (
      this.#isStopping ||
      this.#reserved.has(municipalityCode) ||
      [...this.#entries.values()].some(isRunning)
    );
  }

  /** The job as it is when it has ended. */
  async ended(id: string): Promise<Job> {
    await this.#entries.get(id)?.settled;
    const job = this.find(id);
    if (job === null) throw new Error(`there is no job ${id}`);
    return job;
  }

  /** With `municipalityCode` only one of that municipality. */
  find(id: string, municipalityCode: string | null = null): Job | null {
    const entry = this.#entries.get(id);
    if (entry === undefined) return null;
    return municipalityCode === null || entry.municipalityCode === municipalityCode
      ? entry.job
      : null;
  }

  /** Asks a running job to stop; it is `cancelled` when its work has let go. */
  cancel(id: string): 'asked' | 'ended' | 'unknown' {
    const entry = this.#entries.get(id);
    if (entry === undefined) return 'unknown';
    if (entry.job.state !== 'running') return 'ended';
    entry.abort.abort();
    return 'asked';
  }

  /** Calls back with every change from now on; returns what ends that. */
  follow(id: string, listener: (job: Job) => void): () => void {
    this.#events.on(id, listener);
    return () => this.#events.off(id, listener);
  }

  /** Cancels what runs, and waits for it. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const { abort } of this.#entries.values()) abort.abort();
    await Promise.all([...this.#entries.values()].map(({ settled }) => settled));
  }

  async #run(
    id: string,
    work: JobWork,
    signal: AbortSignal,
    note: JobNote | undefined,
  ): Promise<void> {
    // The entry is made after this call: nothing of the work may happen before it is there.
    await Promise.resolve();
    const progress: JobControl['progress'] = (done, total, message) =>
      this.#change(id, { done, total, message });
    const ending = await this.#endingOf(work, { signal, progress });
    const running = this.#entries.get(id)?.job;
    // Noted first: whoever hears that it has ended may ask for it at once.
    if (note !== undefined && running !== undefined)
      await note.ended({ ...running, ...ending }).catch((error: unknown) => this.#onBug(error));
    this.#change(id, ending);
  }

  async #endingOf(work: JobWork, control: JobControl): Promise<Partial<Job>> {
    const { signal } = control;
    try {
      const outcome = await work(control);
      if (outcome.ok) return { state: 'succeeded', result: outcome.result };
      if (signal.aborted) return { state: 'cancelled' };
      return { state: 'failed', problem: problemView(outcome.problem) };
    } catch (error) {
      if (signal.aborted) return { state: 'cancelled' };
      const isExpected = error instanceof ProblemError;
      if (!isExpected) this.#onBug(error);
      return { state: 'failed', problem: problemView(isExpected ? error.problem : FAILED) };
    }
  }

  #change(id: string, change: Partial<Job>): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.job.state !== 'running') return;
    entry.job = { ...entry.job, ...change };
    this.#events.emit(id, entry.job);
  }

  #forgetOldest(): void {
    const ended = [...this.#entries].filter(([, { job }]) => job.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT_ENDED_JOBS)))
      this.#entries.delete(id);
  }
}

function problemView({ code, ja, en }: Problem): NonNullable<Job['problem']> {
  return { code, messages: { ja, en } };
}
