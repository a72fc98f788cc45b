import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { drillMergeSchema, newDrillSchema, saveDrillSchema } from '#contract/drill';
import type { DrillContentOnWire } from '#contract/drill-plan';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { drillFieldLabel, mergeDrills } from '#domain/drill/merge-drills';
import { isSame } from '#domain/plan/same';
import type { Problem } from '#domain/problem';
import { followingUp, withActor } from '../../db/actor.ts';
import {
  type DrillPersonRecord,
  insertDrillPeople,
  type NewDrillPerson,
  selectDrillPeople,
  selectSeenResidents,
} from '../../db/queries/drills/drill-people.ts';
import { findDrill, storeDrill } from '../../db/queries/drills/drills.ts';
import { factsOf, readDrillContent } from './drill-content.ts';
import { type DrillSources, shelterNames } from './read-drills.ts';

export type DrillSaved =
  | { readonly kind: 'saved'; readonly id: string }
  /** Somebody else saved since: both edits together, and nothing stored. */
  | { readonly kind: 'merge'; readonly merge: z.input<typeof drillMergeSchema> }
  | { readonly kind: 'problem'; readonly problem: Problem };
type Wrong = Extract<DrillSaved, { kind: 'problem' }>;

const wrong = (problem: Problem): Wrong => ({ kind: 'problem', problem });

export async function createDrill(
  sources: DrillSources,
  { content, note }: z.output<typeof newDrillSchema>,
): Promise<DrillSaved> {
  const problem = await mistakeIn(sources, content, []);
  if (problem !== null) return wrong(problem);
  const id = randomUUID();
  const people = content.people.map((person) => rowOf(person, undefined));
  await store(sources, { id, version: 1, note }, content, people);
  return { kind: 'saved', id };
}

/** Saves the plan as a new version. A save that changes nothing is none. */
export async function saveDrill(
  sources: DrillSources,
  id: string,
  { version, content, note }: z.output<typeof saveDrillSchema>,
): Promise<DrillSaved> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const standing = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    const found = record && (await readDrillContent(tx, code, id, record.version));
    return record && found && { record, found };
  });
  if (standing === null || standing.record.removedAt !== null)
    return wrong(DRILL_DESK_FAILURES.unknown());
  const { record, found } = standing;
  if (record.isStarted) return wrong(DRILL_DESK_FAILURES.begun());
  if (version !== record.version) return mergeWith(sources, id, version, content);
  if (isSame(found.content, asSeen(content, found.content))) return { kind: 'saved', id };
  const problem = await mistakeIn(sources, content, found.people);
  if (problem !== null) return wrong(problem);
  const former = new Map(found.people.map((person) => [person.personId, person]));
  const people = content.people.map((person) => rowOf(person, former.get(person.id)));
  const hidden = await peopleUnseen(sources, id, record.version, found.people);
  const next = { id, version: version + 1, note };
  const isStored = await store(sources, next, content, [...people, ...hidden]);
  return isStored ? { kind: 'saved', id } : mergeWith(sources, id, version, content);
}

/** Names, agreements and masks are the server's: what was sent of them counts for nothing. */
function asSeen(content: DrillContentOnWire, seen: DrillContentOnWire): DrillContentOnWire {
  const byId = new Map(seen.people.map((person) => [person.id, person]));
  const people = content.people.map((person) => {
    const own = byId.get(person.id);
    if (own === undefined || own.residentId === null) return person;
    const { name, isMasked, consentDate } = own;
    return { ...person, name, isMasked, consentDate };
  });
  return { ...content, people };
}

function rowOf(
  person: DrillContentOnWire['people'][number],
  former: DrillPersonRecord | undefined,
): NewDrillPerson {
  return {
    ...{ personId: person.id, residentId: person.residentId },
    facts: factsOf(person, former?.residentId === person.residentId ? former : undefined),
  };
}

/** What the schema cannot know: shelters of the list, people whom the actor sees, stand-ins without a resident. */
async function mistakeIn(
  sources: DrillSources,
  { shelterIds, people }: DrillContentOnWire,
  former: readonly DrillPersonRecord[],
): Promise<Problem | null> {
  const { database, actor, municipality } = sources;
  const names = await shelterNames(sources);
  const strangers = shelterIds.filter((id) => !names.has(id));
  if (strangers.length > 0) return DRILL_DESK_FAILURES.shelterUnknown(strangers);
  if (people.some(({ kind, residentId }) => (kind === 'real') !== (residentId !== null)))
    return DRILL_DESK_FAILURES.personUnknown();
  const known = new Set(former.map(({ residentId }) => residentId));
  const added = people.flatMap(({ residentId }) =>
    residentId === null || known.has(residentId) ? [] : [residentId],
  );
  if (added.length === 0) return null;
  const seen = await withActor(database, actor, municipality.code, (tx) =>
    selectSeenResidents(tx, municipality.code, added),
  );
  return added.every((id) => seen.has(id)) ? null : DRILL_DESK_FAILURES.personUnknown();
}

/** Who is in the plan and not shown to the actor stays in it. */
async function peopleUnseen(
  { database, actor, municipality: { code } }: DrillSources,
  id: string,
  version: number,
  seen: readonly DrillPersonRecord[],
): Promise<NewDrillPerson[]> {
  const ids = new Set(seen.map(({ personId }) => personId));
  const all = await withActor(database, followingUp(actor), code, (tx) =>
    selectDrillPeople(tx, code, id, version),
  );
  return all.filter(({ personId }) => !ids.has(personId));
}

/** On behalf of the program: rows of people whom the actor does not see are written too. */
function store(
  { database, actor, municipality: { code }, now }: DrillSources,
  head: { readonly id: string; readonly version: number; readonly note: string | null },
  { people: _, ...content }: DrillContentOnWire,
  people: readonly NewDrillPerson[],
): Promise<boolean> {
  return withActor(database, followingUp(actor), code, async (tx) => {
    const save = { ...head, content, people: people.length, at: now, by: actor.name };
    if (!(await storeDrill(tx, code, save))) return false;
    await insertDrillPeople(tx, code, head.id, head.version, people);
    return true;
  });
}

async function mergeWith(
  { database, actor, municipality: { code } }: DrillSources,
  id: string,
  baseVersion: number,
  sent: DrillContentOnWire,
): Promise<DrillSaved> {
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    if (record === null) return null;
    const base = await readDrillContent(tx, code, id, baseVersion);
    const newest = await readDrillContent(tx, code, id, record.version);
    return base && newest && { base, newest };
  });
  if (read === null) return wrong(DRILL_DESK_FAILURES.versionUnknown());
  const { content: base } = read.base;
  const { saved: newest, content: theirs } = read.newest;
  const mine = asSeen(sent, theirs);
  const { merged, collisions } = mergeDrills(base, theirs, mine);
  return {
    kind: 'merge',
    merge: {
      version: newest.version,
      savedBy: newest.by,
      savedAt: newest.at.toISOString(),
      theirs,
      merged,
      collisions: collisions.map((one) => ({
        ...one,
        label: drillFieldLabel(one.path, base, theirs, mine),
        // A row that is not there is null on the wire.
        ...{ base: one.base ?? null, theirs: one.theirs ?? null, mine: one.mine ?? null },
      })),
    },
  };
}
