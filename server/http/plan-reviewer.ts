import { setTimeout as sleep } from 'node:timers/promises';
import { localDay } from '#domain/local-day';
import { SYSTEM } from '../db/actor.ts';
import type { DatabaseConfig } from '../db/data-source.ts';
import type { Database } from '../db/database.ts';
import { listMunicipalityCodes } from '../db/queries/municipalities.ts';
import { isReviewDue } from '../services/plans/review-due.ts';
import { runJob } from '../services/worker/run-job.ts';

const HOUR_MILLIS = 3_600_000;
/** Reports of a response come fifty a second: whether anything has to be done is asked once for many. */
const GATHER_MILLIS = 200;

/**
 * Has plans looked at again after each change, in a thread of its own and without anybody waiting for it.
 * Changes that come meanwhile are looked at together; what a process leaves undone the next start does.
 */
export class PlanReviewer {
  readonly #database: Database;
  readonly #databaseConfig: DatabaseConfig;
  readonly #clock: () => Date;
  readonly #report: (error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #abort = new AbortController();
  #working: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    database: Database,
    databaseConfig: DatabaseConfig,
    clock: () => Date,
    report: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#databaseConfig = databaseConfig;
    this.#clock = clock;
    this.#report = report;
  }

  /** Something of the municipality may have changed. */
  look(code: string): void {
    if (this.#abort.signal.aborted) return;
    this.#waiting.add(code);
    this.#working ??= this.#work();
  }

  /** Intervals end and closures begin without anybody changing anything. */
  lookHourly(): void {
    const lookAtAll = () =>
      listMunicipalityCodes(this.#database).then((codes) => {
        for (const code of codes) this.look(code);
      }, this.#report);
    this.#timer = setInterval(() => void lookAtAll(), HOUR_MILLIS);
    this.#timer.unref();
  }

  /** Resolves when all that was to be looked at has been. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#abort.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    const { signal } = this.#abort;
    for (const code of this.#waiting) {
      await sleep(GATHER_MILLIS, undefined, { signal }).catch(() => {});
      if (signal.aborted) break;
      this.#waiting.delete(code);
      try {
        await this.#review(code, signal);
      } catch (error) {
        this.#report(error);
      }
    }
    this.#working = null;
  }

  async #review(municipalityCode: string, signal: AbortSignal): Promise<void> {
    const today = localDay(this.#clock());
    if (!(await isReviewDue(this.#database, municipalityCode, today))) return;
    const job = { kind: 'review-plans', municipalityCode } as const;
    const order = { databaseConfig: this.#databaseConfig, actor: SYSTEM, today, job };
    await runJob(order, { signal });
  }
}
