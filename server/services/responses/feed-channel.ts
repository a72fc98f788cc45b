import type { ResponseEvent } from '#contract/response';
import { countResponse } from '#domain/plan/response-counts';
import { standsOver } from '#domain/plan/response-reports';
import { type Actor, SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectCopied } from '../../db/queries/response-people.ts';
import {
  type StoredReport,
  selectReportsAfter,
  sumUnexpected,
} from '../../db/queries/response-reports.ts';
import { findResponse } from '../../db/queries/responses.ts';
import type { Listener, LiveChannel } from '../live/live-feed.ts';
import { type ReadVersions, versionToken } from '../read/data-versions.ts';
import { onWire } from './read-response.ts';

/** Who sees the same people. */
interface Scope {
  readonly actor: Actor;
  readonly listeners: Set<Listener>;
  /** Of the data by which it is decided who is seen. */
  token: string;
  people: ReadonlyMap<string, SeenPerson>;
  /** Text of the last counts that were sent. */
  sent: string;
  /** Counted once for each moment, however many join. */
  counted: { readonly moment: number; readonly counts: ResponseEvent['counts'] } | null;
}
interface SeenPerson {
  readonly district: string | null;
  readonly expectedShelterId: string | null;
}

/** All that is listened to of one response, with what stands of everybody in memory. */
export class FeedChannel implements LiveChannel {
  readonly #database: Database;
  readonly #readVersions: ReadVersions;
  readonly #code: string;
  readonly #id: string;
  readonly #standing = new Map<string, StoredReport>();
  readonly #scopes = new Map<string, Scope>();
  #unexpected: ResponseEvent['unexpected'] = [];
  #isClosed = false;
  #levels = 0;
  #moment = -1;
  /** One piece of work after the other: who joins sees no state that is half told. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(database: Database, readVersions: ReadVersions, code: string, id: string) {
    this.#database = database;
    this.#readVersions = readVersions;
    this.#code = code;
    this.#id = id;
  }

  get moment(): number {
    return this.#moment;
  }

  /** False where there is no such response. `since`: the last moment that the listener has seen. */
  join(key: string, actor: Actor, listener: Listener, since: number | null): Promise<boolean> {
    return this.#inTurn(async () => {
      const changed = await this.#read();
      if (changed === null) return false;
      // What was read for the one who joins is told to the others too.
      await this.#tell(changed);
      const scope = this.#scopes.get(key) ?? (await this.#newScope(actor));
      this.#scopes.set(key, scope);
      scope.listeners.add(listener);
      const isKnown = since !== null && since <= this.#moment;
      const people = isKnown ? this.#changedSince(since) : [...this.#standing.keys()];
      const event = this.#eventFor(scope, people);
      scope.sent = factsOf(event);
      listener(this.#event(isKnown ? 'change' : 'state', event));
      return true;
    });
  }

  leave(key: string, listener: Listener): void {
    const scope = this.#scopes.get(key);
    scope?.listeners.delete(listener);
    if (scope?.listeners.size === 0) this.#scopes.delete(key);
  }

  /** Reads what was said since and tells it to whoever sees the people whom it is about. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const changed = await this.#read();
      if (changed !== null) await this.#tell(changed);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  /** Ids of the people of whom something else stands now; null where there is no such response. */
  async #read(): Promise<Set<string> | null> {
    const read = await withActor(this.#database, SYSTEM, this.#code, async (tx) => {
      const response = await findResponse(tx, this.#code, this.#id);
      if (response === null || response.moment === this.#moment) return { response, reports: [] };
      // After the response was read, so that none of its moment is missed.
      const reports = await selectReportsAfter(tx, this.#code, this.#id, this.#moment);
      return { response, reports, unexpected: await sumUnexpected(tx, this.#code, this.#id) };
    });
    if (read.response === null) return null;
    const changed = new Set<string>();
    for (const report of read.reports)
      if (standsOverAt(report, this.#standing.get(report.personId))) {
        this.#standing.set(report.personId, report);
        changed.add(report.personId);
      }
    this.#unexpected = read.unexpected ?? this.#unexpected;
    this.#isClosed = read.response.closedAt !== null;
    this.#levels = read.response.levels.length;
    this.#moment = Math.max(read.response.moment, ...read.reports.map(({ moment }) => moment));
    return changed;
  }

  async #tell(changed: ReadonlySet<string>): Promise<void> {
    if (this.#scopes.size === 0) return;
    const token = await this.#token();
    for (const scope of this.#scopes.values()) {
      const isOther = scope.token !== token;
      if (isOther)
        Object.assign(scope, { token, people: await this.#seenBy(scope.actor), counted: null });
      const people = isOther
        ? [...this.#standing.keys()]
        : [...changed].filter((id) => scope.people.has(id));
      const event = this.#eventFor(scope, people);
      const facts = factsOf(event);
      if (!isOther && people.length === 0 && facts === scope.sent) continue;
      scope.sent = facts;
      const written = this.#event(isOther ? 'state' : 'change', event);
      for (const listener of scope.listeners) listener(written);
    }
  }

  async #newScope(actor: Actor): Promise<Scope> {
    const token = await this.#token();
    const people = await this.#seenBy(actor);
    return { actor, token, people, listeners: new Set(), sent: '', counted: null };
  }

  async #token(): Promise<string> {
    const versions = await this.#readVersions(this.#code);
    return versions === null ? '' : versionToken(versions, ['consent', 'residents']);
  }

  async #seenBy(actor: Actor): Promise<Scope['people']> {
    const people = await withActor(this.#database, actor, this.#code, (tx) =>
      selectCopied(tx, this.#code, this.#id),
    );
    return new Map(
      people.map(({ id, district, expectedShelterId }) => [id, { district, expectedShelterId }]),
    );
  }

  #changedSince(moment: number): string[] {
    return [...this.#standing].flatMap(([id, report]) => (report.moment > moment ? [id] : []));
  }

  #eventFor(scope: Scope, changed: readonly string[]): ResponseEvent {
    return {
      ...{ moment: this.#moment, isClosed: this.#isClosed, levels: this.#levels },
      unexpected: this.#unexpected,
      counts: this.#countsOf(scope),
      people: changed.flatMap((id) => {
        const report = scope.people.has(id) ? this.#standing.get(id) : undefined;
        if (report === undefined) return [];
        const { status, at, shelterId, reportedBy, role } = report;
        const said = { reportedBy, reportedRole: role };
        return [{ id, status, at: at.toISOString(), shelterId, ...said }];
      }),
    };
  }

  #countsOf(scope: Scope): ResponseEvent['counts'] {
    if (scope.counted?.moment === this.#moment) return scope.counted.counts;
    const seen = [...scope.people].map(([id, person]) => {
      const report = this.#standing.get(id);
      return {
        ...person,
        status: report?.status ?? ('no-report' as const),
        shelterId: report?.shelterId ?? null,
      };
    });
    const counts = onWire(countResponse(seen));
    scope.counted = { moment: this.#moment, counts };
    return counts;
  }

  #event(name: 'state' | 'change', event: ResponseEvent): string {
    return `event: ${name}\nid: ${event.moment}\ndata: ${JSON.stringify(event)}\n\n`;
  }
}

const factsOf = ({ isClosed, levels, counts, unexpected }: ResponseEvent) =>
  JSON.stringify([isClosed, levels, counts, unexpected]);

const standsOverAt = (report: StoredReport, other: StoredReport | undefined) =>
  standsOver(
    { id: report.id, at: report.at.toISOString() },
    other && { id: other.id, at: other.at.toISOString() },
  );
