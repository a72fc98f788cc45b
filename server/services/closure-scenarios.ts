import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  ClosureScenario,
  ClosureScenarioHead,
  newClosureScenarioSchema,
  saveClosureScenarioSchema,
} from '#contract/closure-scenario';
import { failure, type Result, success } from '#domain/problem';
import { CLOSURE_FAILURES } from '#domain/routing/isolation/closure-failures';
import { type Actor, withActor } from '../db/actor.ts';
import type { Database } from '../db/database.ts';
import {
  type ClosureScenarioRecord,
  findClosureScenario,
  insertClosureScenario,
  type KeptScenario,
  listClosureScenarios,
  setClosureScenarioRemoved,
  updateClosureScenario,
} from '../db/queries/closure-scenarios.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import type { MunicipalityVersions } from './read/data-versions.ts';
import type { RoutingService } from './routing/routing-service.ts';

/** With the roads that ids are of: what is kept is kept with where it lies. */
export interface ClosureSources {
  readonly database: Database;
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

type Given = z.output<typeof newClosureScenarioSchema>;

export async function readClosureScenarios(
  database: Database,
  code: string,
): Promise<ClosureScenarioHead[]> {
  return (await listClosureScenarios(database, code)).map(headOf);
}

/** One with its roads as they are called now. */
export async function readClosureScenario(
  sources: ClosureSources,
  id: string,
): Promise<Result<ClosureScenario>> {
  const { database, municipality } = sources;
  const record = await findClosureScenario(database, municipality.code, id);
  if (record === null) return failure(CLOSURE_FAILURES.unknown());
  const { roads, area } = record.closures;
  const found = await askKept(sources, [], roads);
  if (!found.ok) return found;
  return success({
    ...headOf(record),
    roads: roads.map(({ name, middle }, at) => {
      const match = found.value.matched[at]!;
      return {
        name,
        position: [middle[0], middle[1]],
        found: match.found,
        roadId: match.id,
      };
    }),
    closedArea: area?.map(([lng, lat]): [number, number] => [lng, lat]) ?? null,
  });
}

export async function createClosureScenario(
  sources: ClosureSources,
  given: Given,
): Promise<Result<ClosureScenario>> {
  const { database, actor, municipality } = sources;
  const kept = await keptOf(sources, given);
  if (!kept.ok) return kept;
  const id = randomUUID();
  await withActor(database, actor, municipality.code, async (tx) => {
    await insertClosureScenario(tx, municipality.code, id, kept.value, actor.name);
    await raiseDataVersions(tx, municipality.code, ['closure-scenarios']);
  });
  return readClosureScenario(sources, id);
}

/** Where somebody else changed it since `version`, nothing is written. */
export async function saveClosureScenario(
  sources: ClosureSources,
  id: string,
  { version, ...given }: z.output<typeof saveClosureScenarioSchema>,
): Promise<Result<ClosureScenario>> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const kept = await keptOf(sources, given);
  if (!kept.ok) return kept;
  const isSaved = await withActor(database, actor, code, async (tx) => {
    const isDone = await updateClosureScenario(tx, code, id, version, kept.value, actor.name);
    if (isDone) await raiseDataVersions(tx, code, ['closure-scenarios']);
    return isDone;
  });
  const standing = await readClosureScenario(sources, id);
  return !standing.ok || isSaved ? standing : failure(CLOSURE_FAILURES.stale());
}

/** Deletes one, or takes that back. */
export function removeClosureScenario(
  { database, actor }: Pick<ClosureSources, 'database' | 'actor'>,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) => {
    if (!(await setClosureScenarioRemoved(tx, code, id, isRemoved)))
      return failure(CLOSURE_FAILURES.unknown());
    await raiseDataVersions(tx, code, ['closure-scenarios']);
    return success(null);
  });
}

async function keptOf(sources: ClosureSources, given: Given): Promise<Result<KeptScenario>> {
  const { name, note, closedRoads, closedPhenomena, closedArea } = given;
  const found = await askKept(sources, closedRoads, []);
  if (!found.ok) return found;
  const closures = {
    roads: found.value.toKeep,
    phenomena: closedPhenomena,
    area: closedArea ?? null,
  };
  if (closures.roads.length === 0 && closedPhenomena.length === 0 && closures.area === null)
    return failure(CLOSURE_FAILURES.empty());
  return success({ name, note, closures });
}

async function askKept(
  { routing, municipality, signal }: ClosureSources,
  roadIds: readonly string[],
  kept: ClosureScenarioRecord['closures']['roads'],
) {
  const answer = await routing.ask(municipality, { kind: 'kept-roads', roadIds, kept }, signal);
  return answer.ok ? success(answer.value.found) : answer;
}

export function headOf(record: ClosureScenarioRecord): ClosureScenarioHead {
  const { id, version, name, note, createdBy, updatedBy, closures } = record;
  return {
    ...{ id, version, name, note, createdBy, updatedBy },
    roadCount: closures.roads.length,
    closedPhenomena: [...closures.phenomena],
    hasArea: closures.area !== null,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}
