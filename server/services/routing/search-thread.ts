import { Worker } from 'node:worker_threads';
import { failure, type Result } from '#domain/problem';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { entryPoint } from '../../db/entry-point.ts';
import type { FromSearch, SearchOrder, SearchResults, ToSearch } from './search-orders.ts';
import type { SharedNetwork } from './shared-network.ts';
import { NOTHING_ON_SITE, type SiteState } from './site-state.ts';

/** Longer than this nobody waits for an answer. */
const MOST_MILLIS = 20_000;
/** More orders than this at once are no office's work; the next ones are told to come again. */
const MOST_WAITING = 200;

/** Answers are many small things that are gone at once: with twice the room 58 -> 53 ms at 95 % (bench route-http). */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

interface Waiting {
  readonly resolve: (result: Result<SearchResults[SearchOrder['kind']]>) => void;
  readonly reject: (error: unknown) => void;
}

/** The one thread that searches, started when it is first needed and anew where it ended by itself. */
export class SearchThread {
  readonly #networks = new Map<number, SharedNetwork>();
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  /** Orders that come after this may name the network by its key. */
  hold(key: number, network: SharedNetwork): void {
    this.#networks.set(key, network);
    if (this.#worker !== null) post(this.#worker, { kind: 'network', key, network });
  }

  holds(key: number): boolean {
    return this.#networks.has(key);
  }

  /** Orders that came before are still done on it. */
  forget(key: number): void {
    if (this.#networks.delete(key) && this.#worker !== null)
      post(this.#worker, { kind: 'forget', key });
  }

  /**
   * Aborting gives up at once, and the search stops within milliseconds.
   *
   * @throws what the search threw, which is a bug
   */
  async ask<Order extends SearchOrder>(
    networkKey: number,
    order: Order,
    signal: AbortSignal,
    site: SiteState = NOTHING_ON_SITE,
  ): Promise<Result<SearchResults[Order['kind']]>> {
    if (signal.aborted || this.#waiting.size >= MOST_WAITING)
      return failure(ROUTING_FAILURES.stopped());
    const worker = this.#start();
    const id = ++this.#lastId;
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const giveUp = () => {
      Atomics.store(stop, 0, 1);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      waiting?.resolve(failure(ROUTING_FAILURES.stopped()));
    };
    const timer = setTimeout(giveUp, MOST_MILLIS);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      const result = await new Promise<Result<SearchResults[SearchOrder['kind']]>>(
        (resolve, reject) => {
          this.#waiting.set(id, { resolve, reject });
          post(worker, { kind: 'order', id, networkKey, order, site, stop });
        },
      );
      // The result is that of the order's kind: `doSearch` gives it.
      return result as Result<SearchResults[Order['kind']]>;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    for (const { resolve } of this.#waiting.values()) resolve(failure(ROUTING_FAILURES.stopped()));
    this.#waiting.clear();
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker;
    const { url, execArgv } = entryPoint(import.meta.url, './search-worker');
    const worker = new Worker(url, { execArgv: [...execArgv], resourceLimits: LIMITS });
    this.#worker = worker;
    worker.unref();
    worker.on('message', (message: FromSearch) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ('error' in message) waiting?.reject(message.error);
      else waiting?.resolve(message.result);
    });
    const ended = (error: unknown) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`the thread of routes ended with ${code}`)));
    for (const [key, network] of this.#networks) post(worker, { kind: 'network', key, network });
    return worker;
  }
}

const post = (worker: Worker, message: ToSearch): void => worker.postMessage(message);
