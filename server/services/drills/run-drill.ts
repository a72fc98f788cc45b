import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type {
  appendEventsSchema,
  DrillEvents,
  DrillRun,
  eventsAppendedSchema,
} from '#contract/drill-run';
import { mayUse } from '#domain/access/rules';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { RunEvent } from '#domain/drill/run/event';
import { expectedMinutes } from '#domain/drill/run/expected-minutes';
import { saidBy } from '#domain/drill/run/merge';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { tourSpanOf, withTourMinutes } from '#domain/drill/tours/tour-span';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import {
  insertEvents,
  type NewEvent,
  nextDrillCursor,
  selectEventsAfter,
  selectKnownEvents,
} from '../../db/queries/drills/drill-events.ts';
import { listTours } from '../../db/queries/drills/drill-tours.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { listShelters } from '../read/shelters.ts';
import { readDrillContent } from './drill-content.ts';
import { eventsOnWire } from './drill-feed.ts';
import { type DrillSources, timelineOnWire } from './read-drills.ts';

const EVENTS_AT_ONCE = 2000;

/** All that a tablet needs to go on without a network, and the ids of who is shown. */
export async function readRun(
  sources: DrillSources,
  id: string,
): Promise<Result<{ readonly run: DrillRun; readonly residentIds: readonly string[] }>> {
  const { database, readers, actor, municipality, now } = sources;
  const { code } = municipality;
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    const found = record && (await readDrillContent(tx, code, id, record.version));
    if (record === null || found === null) return null;
    const [tour] = await listTours(tx, code, id, 1);
    const events = await selectEventsAfter(tx, code, id, 0, EVENTS_AT_ONCE);
    return { record, content: found.content, tour, events };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { record, content, tour, events } = read;
  const shelters = await listShelters(readers, municipality);
  const span = tour === undefined ? null : tourSpanOf(tour.plan, content);
  const planned = planTimeline(content.manual, content.scenario, span);
  const cursor = events.at(-1)?.cursor ?? record.cursor;
  const run: DrillRun = {
    ...{ drillId: id, version: record.version },
    content: { ...content, manual: withTourMinutes(content.manual, span) },
    timeline: planned.ok ? timelineOnWire(planned.timeline) : null,
    expected: [...expectedMinutes(content, tour?.plan ?? null)].map(([personId, minute]) => ({
      ...{ personId, minute },
    })),
    shelters: shelters
      .filter((one) => content.shelterIds.includes(one.id))
      .map(({ id: shelterId, name, position, acceptedGroups }) => ({
        ...{ id: shelterId, name, position, acceptedGroups },
      })),
    ownShelterIds: actor.role === 'welfare-shelter' ? [...actor.shelterIds] : null,
    mayRun: mayUse(actor.role, 'drills.run') && record.removedAt === null,
    events: eventsOnWire(events, cursor, now.getTime(), cursor < record.cursor),
  };
  const residentIds = content.people.flatMap(({ residentId }) => residentId ?? []);
  return success({ run, residentIds });
}

export async function readEvents(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  after: number,
): Promise<Result<DrillEvents>> {
  return withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    if (record === null) return failure(DRILL_DESK_FAILURES.unknown());
    const events = await selectEventsAfter(tx, code, id, after, EVENTS_AT_ONCE);
    const cursor = events.at(-1)?.cursor ?? record.cursor;
    return success(eventsOnWire(events, cursor, now.getTime(), cursor < record.cursor));
  });
}

/**
 * Keeps what a device wrote down, each event once however often it is sent. An event whose clock was not measured
 * yet is measured by this batch: when it came in against when it says that it was sent.
 */
export async function appendEvents(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  { sentMillis, events }: z.output<typeof appendEventsSchema>,
): Promise<Result<z.input<typeof eventsAppendedSchema>>> {
  const offset = now.getTime() - sentMillis;
  const refused = events.flatMap((event) => {
    const problem = refusalOf(actor, event);
    return problem === null ? [] : [{ event, problem }];
  });
  const isRefused = new Set(refused.map(({ event }) => event));
  const kept = events.filter((event) => !isRefused.has(event));
  const byDigest = new Map(kept.map((event) => [digestOf(event), event]));
  const given = [...byDigest].map(
    ([digest, event]): NewEvent => ({
      ...{ ...event, digest, offsetMillis: event.offsetMillis ?? offset },
    }),
  );
  return withActor(database, actor, code, async (tx) => {
    // Locks the drill: of two tablets that send at once the second sees what the first one said.
    const standing = await nextDrillCursor(tx, id, 0);
    if (standing === null) return failure(DRILL_DESK_FAILURES.unknown());
    const known = await selectKnownEvents(tx, code, id, given);
    const added = given.filter(({ digest }) => !known.has(digest));
    const cursor =
      added.length === 0 ? standing : ((await nextDrillCursor(tx, id, added.length)) ?? standing);
    const sent = { at: now, by: actor.name, account: actor.accountId };
    if (added.length > 0) await insertEvents(tx, code, id, added, { ...sent, lastCursor: cursor });
    return success({
      ...{ cursor, nowMillis: now.getTime(), offsetMillis: offset },
      kept: kept.map(({ deviceId, sequence }) => ({ deviceId, sequence })),
      refused: refused.map(({ event: { deviceId, sequence }, problem }) => ({
        ...{ deviceId, sequence, code: problem.code },
        message: { ja: problem.ja, en: problem.en },
      })),
    });
  });
}

/** A shelter says who came to its own doors; the others speak of any. */
function refusalOf({ role, shelterIds }: Actor, { body }: RunEvent): Problem | null {
  return role === 'welfare-shelter' &&
    body.kind === 'arrival' &&
    !shelterIds.includes(body.shelterId)
    ? DRILL_DESK_FAILURES.notYourShelter()
    : null;
}

const digestOf = (event: RunEvent) => createHash('sha256').update(saidBy(event)).digest('hex');
