import type { DrillEvents } from '#contract/drill-run';
import { type Actor, SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type StoredEvent,
  selectDrillCursors,
  selectEventsAfter,
} from '../../db/queries/drills/drill-events.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { type Listener, type LiveChannel, LiveFeed } from '../live/live-feed.ts';

/** What happens in drills, as it comes in. Events name nobody of the roster: all who see a drill see the same. */
export function drillFeed(
  database: Database,
  databaseUrl: string | null,
  onTrouble: (error: unknown) => void,
): LiveFeed {
  const source = {
    notified: 'michishirube_drill',
    open: (code: string, id: string) => new DrillChannel(database, code, id),
    selectMoments: (ids: readonly string[]) => selectDrillCursors(database, ids),
  };
  return new LiveFeed(database, databaseUrl, source, onTrouble);
}

class DrillChannel implements LiveChannel {
  readonly #database: Database;
  readonly #code: string;
  readonly #id: string;
  readonly #listeners = new Set<Listener>();
  #cursor = -1;
  /** One piece of work after the other: nobody who joins misses an event or gets it twice. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(database: Database, code: string, id: string) {
    this.#database = database;
    this.#code = code;
    this.#id = id;
  }

  get moment(): number {
    return this.#cursor;
  }

  join(_key: string, actor: Actor, listener: Listener, since: number | null): Promise<boolean> {
    return this.#inTurn(async () => {
      const isSeen = await withActor(this.#database, actor, this.#code, async (tx) => {
        const drill = await findDrill(tx, this.#code, this.#id);
        return drill !== null && drill.removedAt === null;
      });
      if (!isSeen) return false;
      await this.#tellNew();
      this.#listeners.add(listener);
      const events = await this.#read(since ?? 0);
      // What came in meanwhile is among them: others are told of it by the next look.
      listener(this.#text(events, events.at(-1)?.cursor ?? this.#cursor));
      return true;
    });
  }

  leave(_key: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  refresh(): Promise<void> {
    return this.#inTurn(() => this.#tellNew());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  /** Tells whoever listens what came in since; before the first of them nothing has to be told. */
  async #tellNew(): Promise<void> {
    if (this.#cursor < 0) {
      const [now] = await selectDrillCursors(this.#database, [this.#id]);
      this.#cursor = now?.moment ?? 0;
      return;
    }
    const events = await this.#read(this.#cursor);
    const last = events.at(-1);
    if (last === undefined) return;
    this.#cursor = last.cursor;
    const text = this.#text(events, this.#cursor);
    for (const listener of this.#listeners) listener(text);
  }

  #read(after: number): Promise<StoredEvent[]> {
    return withActor(this.#database, SYSTEM, this.#code, (tx) =>
      selectEventsAfter(tx, this.#code, this.#id, after),
    );
  }

  #text(events: readonly StoredEvent[], cursor: number): string {
    const answer = eventsOnWire(events, cursor, Date.now());
    return `event: events\nid: ${cursor}\ndata: ${JSON.stringify(answer)}\n\n`;
  }
}

export function eventsOnWire(
  events: readonly StoredEvent[],
  cursor: number,
  nowMillis: number,
  hasMore = false,
): DrillEvents {
  return {
    cursor,
    nowMillis,
    // They came through the schema of the wire.
    events: events.map(({ event, ...one }) => ({
      ...{ cursor: one.cursor, receivedAt: one.receivedAt.toISOString(), by: one.sentBy },
      event: event as DrillEvents['events'][number]['event'],
    })),
    hasMore,
  };
}
