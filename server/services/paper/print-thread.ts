import { Worker } from 'node:worker_threads';
import { entryPoint } from '../../db/entry-point.ts';
import type { Sheet } from '../../output/paper/sheet.ts';
import type { TypesetSheet } from '../../output/paper/typesetter.ts';
import type { PrintAnswer, PrintRequest } from './print-worker.ts';

interface Waiting {
  readonly resolve: (printed: TypesetSheet) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread holds fonts and the typesetter, 0.2 GB; nobody prints at night. */
const IDLE_MILLIS = 10 * 60_000;

/** The one thread that typesets: started with the first sheet, kept warm, anew where it ended by itself. */
export class PrintThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  /** @throws what the typesetter threw, which is a bug */
  async typeset(sheet: Sheet): Promise<TypesetSheet> {
    const worker = this.#start();
    const id = ++this.#lastId;
    try {
      return await new Promise<TypesetSheet>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        worker.postMessage({ id, sheet } satisfies PrintRequest);
      });
    } finally {
      this.#waiting.delete(id);
      this.#restUntilNext();
    }
  }

  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    this.#failAll(new Error('the printing thread was closed'));
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#idle !== null) clearTimeout(this.#idle);
    if (this.#worker !== null) return this.#worker;
    const { url, execArgv } = entryPoint(import.meta.url, './print-worker');
    const worker = new Worker(url, { execArgv: [...execArgv] });
    this.#worker = worker;
    worker.unref();
    worker.on('message', (answer: PrintAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      if ('error' in answer) waiting?.reject(answer.error);
      else waiting?.resolve(answer.printed);
    });
    const ended = (error: unknown) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#failAll(error);
    };
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`the printing thread ended with ${code}`)));
    return worker;
  }

  #restUntilNext(): void {
    if (this.#waiting.size > 0 || this.#worker === null) return;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const worker = this.#worker;
      this.#worker = null;
      void worker?.terminate();
    }, IDLE_MILLIS);
    this.#idle.unref();
  }

  #failAll(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
