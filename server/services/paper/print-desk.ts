import { randomUUID } from 'node:crypto';
import { BatchFolder, type BatchOrder, listBatches } from './batch-folder.ts';
import { type BatchWork, printBatch } from './print-batch.ts';

/** How far a batch is. */
export interface BatchState {
  readonly id: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
}

/** What a batch is printed from; null where whoever ordered it may no more. */
export type OpenWork = (
  order: BatchOrder,
) => Promise<Pick<BatchWork, 'sheetOf' | 'typeset'> | null>;

export interface DeskOptions {
  readonly dataDir: string;
  readonly openWork: OpenWork;
  readonly onBug: (error: unknown) => void;
}

/** Papers about people lie on disk no longer than it takes to fetch them. */
const KEPT_MILLIS = 24 * 60 * 60_000;
const SWEEP_MILLIS = 60 * 60_000;

interface Running {
  readonly abort: AbortController;
  readonly settled: Promise<void>;
  done: number;
}

/** The batches of papers of this installation: one is printed after the other. */
export class PrintDesk {
  readonly #options: DeskOptions;
  readonly #running = new Map<string, Running>();
  #last: Promise<void> = Promise.resolve();
  #isStopping = false;
  #sweeping: NodeJS.Timeout | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Goes on with what a stopped or killed process left undone, and removes what is old. To be called once. */
  async open(nowMillis: () => number): Promise<void> {
    await this.#sweep(nowMillis());
    for (const { id } of await listBatches(this.#options.dataDir)) {
      const folder = new BatchFolder(this.#options.dataDir, id);
      const order = await folder.order();
      if (order === null) await folder.remove();
      else if ((await folder.ending()) === null) this.#print(order, folder);
    }
    const sweep = () => this.#sweep(nowMillis()).catch(this.#options.onBug);
    this.#sweeping = setInterval(() => void sweep(), SWEEP_MILLIS);
    this.#sweeping.unref();
  }

  async order(order: Omit<BatchOrder, 'id'>): Promise<BatchState> {
    const whole = { ...order, id: randomUUID() };
    const folder = new BatchFolder(this.#options.dataDir, whole.id);
    await folder.begin(whole);
    this.#print(whole, folder);
    return { id: whole.id, state: 'running', done: 0, total: order.residentIds.length };
  }

  /** null where there is no such batch of the municipality and account. */
  async find(
    id: string,
    municipalityCode: string,
    accountId: string | null,
  ): Promise<{ order: BatchOrder; folder: BatchFolder; state: BatchState } | null> {
    const folder = new BatchFolder(this.#options.dataDir, id);
    const order = await folder.order();
    if (order === null || order.municipalityCode !== municipalityCode) return null;
    if (order.accountId !== accountId) return null;
    const running = this.#running.get(id);
    const ending = await folder.ending();
    const done = running === undefined ? (await folder.done()).size : running.done;
    const total = order.residentIds.length;
    const state = running === undefined ? (ending ?? 'failed') : 'running';
    return { order, folder, state: { id, state, done, total } };
  }

  /** Stops the printing and removes what was printed. */
  async remove(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.abort.abort();
    await running?.settled;
    await new BatchFolder(this.#options.dataDir, id).remove();
  }

  /** The printed files stay, and the next start goes on. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#sweeping !== null) clearInterval(this.#sweeping);
    for (const { abort } of this.#running.values()) abort.abort();
    await Promise.all([...this.#running.values()].map(({ settled }) => settled));
  }

  #print(order: BatchOrder, folder: BatchFolder): void {
    const abort = new AbortController();
    const settled = this.#last.then(() => this.#work(order, folder, abort.signal));
    this.#last = settled;
    this.#running.set(order.id, { abort, settled, done: 0 });
    void settled.finally(() => this.#running.delete(order.id));
  }

  async #work(order: BatchOrder, folder: BatchFolder, signal: AbortSignal): Promise<void> {
    try {
      if (signal.aborted || this.#isStopping) return;
      const work = await this.#options.openWork(order);
      if (work === null) return await folder.finish('cancelled');
      const onProgress = (done: number) => {
        const running = this.#running.get(order.id);
        if (running !== undefined) running.done = done;
      };
      const end = await printBatch(folder, order, { ...work, signal, onProgress });
      if (end === 'done') await folder.finish('done');
    } catch (error) {
      this.#options.onBug(error);
    }
  }

  async #sweep(nowMillis: number): Promise<void> {
    for (const { id, atMillis } of await listBatches(this.#options.dataDir))
      if (nowMillis - atMillis > KEPT_MILLIS) await this.remove(id);
  }
}
