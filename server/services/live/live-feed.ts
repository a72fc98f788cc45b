import { type Actor, scopeOf } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listenTo } from '../../db/listen.ts';

/** Gets an event as it is written into a stream. */
export type Listener = (text: string) => void;

/** All that is listened to of one thing that goes on. */
export interface LiveChannel {
  /** How far what was told has come. */
  readonly moment: number;
  /** False where there is no such thing. `since`: the last moment that the listener has seen. */
  join(key: string, actor: Actor, listener: Listener, since: number | null): Promise<boolean>;
  leave(key: string, listener: Listener): void;
  /** Reads what was said since and tells it. */
  refresh(): Promise<void>;
}

/** Where channels come from, and how it is known that something was said in one. */
export interface LiveSource {
  /** Name of NOTIFY, whose payload is the id. */
  readonly notified: string;
  open(code: string, id: string): LiveChannel;
  selectMoments(
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly moment: number }[]>;
}

/** Several reports at once make one event: more cannot be seen, and each goes to hundreds of listeners. */
const GATHER_MILLIS = 40;
/** What other processes said is looked for; a database server tells of it besides. */
const LOOK_MILLIS = { embedded: 1_000, server: 5_000 } as const;

interface Held {
  readonly channel: LiveChannel;
  readonly code: string;
  /** Joined, or about to. */
  users: number;
  isDue: boolean;
  isRunning: boolean;
}

/**
 * What is said in things that go on, told to whoever listens as it comes in: by this process at once, by others
 * over NOTIFY where the database is a server, and by looking at moments now and then on either.
 */
export class LiveFeed {
  readonly #database: Database;
  readonly #databaseUrl: string | null;
  readonly #source: LiveSource;
  readonly #onTrouble: (error: unknown) => void;
  readonly #held = new Map<string, Held>();
  #looking: NodeJS.Timeout | null = null;
  #unlisten: (() => Promise<void>) | null = null;

  constructor(
    database: Database,
    databaseUrl: string | null,
    source: LiveSource,
    onTrouble: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#databaseUrl = databaseUrl;
    this.#source = source;
    this.#onTrouble = onTrouble;
  }

  /** Ends when the function that it answers is called; null where there is no such thing. */
  async follow(
    code: string,
    id: string,
    actor: Actor,
    since: number | null,
    listener: Listener,
  ): Promise<(() => void) | null> {
    const held = this.#hold(code, id);
    const key = `${actor.role} ${scopeOf(actor)}`;
    try {
      if (!(await held.channel.join(key, actor, listener, since))) {
        this.#release(id, held);
        return null;
      }
    } catch (error) {
      this.#release(id, held);
      throw error;
    }
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      held.channel.leave(key, listener);
      this.#release(id, held);
    };
  }

  /** Something was said in it, or it ended. */
  changed(id: string): void {
    const held = this.#held.get(id);
    if (held === undefined) return;
    held.isDue = true;
    if (!held.isRunning) void this.#run(held);
  }

  async close(): Promise<void> {
    this.#held.clear();
    this.#rest();
    await this.#unlisten?.();
  }

  async #run(held: Held): Promise<void> {
    held.isRunning = true;
    while (held.isDue) {
      held.isDue = false;
      await held.channel.refresh().catch(this.#onTrouble);
      await new Promise((resolve) => setTimeout(resolve, GATHER_MILLIS));
    }
    held.isRunning = false;
  }

  #hold(code: string, id: string): Held {
    const known = this.#held.get(id);
    if (known !== undefined && known.code === code) {
      known.users += 1;
      return known;
    }
    const channel = this.#source.open(code, id);
    const held = { channel, code, users: 1, isDue: false, isRunning: false };
    this.#held.set(id, held);
    this.#look();
    return held;
  }

  #release(id: string, held: Held): void {
    held.users -= 1;
    if (held.users > 0) return;
    if (this.#held.get(id) === held) this.#held.delete(id);
    if (this.#held.size === 0) this.#rest();
  }

  #look(): void {
    if (this.#databaseUrl !== null && this.#unlisten === null)
      this.#unlisten = listenTo(
        this.#databaseUrl,
        this.#source.notified,
        (id) => this.changed(id),
        this.#onTrouble,
      );
    if (this.#looking !== null) return;
    this.#looking = setInterval(() => {
      this.#lookOnce().catch(this.#onTrouble);
    }, LOOK_MILLIS[this.#database.kind]);
    this.#looking.unref();
  }

  async #lookOnce(): Promise<void> {
    for (const { id, moment } of await this.#source.selectMoments([...this.#held.keys()]))
      if (this.#held.get(id)?.channel.moment !== moment) this.changed(id);
  }

  #rest(): void {
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }
}
