import { randomUUID } from 'node:crypto';
import type { NewScenario, Scenario } from '#contract/scenario';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import type { Database, Queryable } from '../db/database.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  findScenario,
  insertScenario,
  listScenarios,
  type ScenarioHead,
  setScenarioRemoved,
  updateScenario,
} from '../db/queries/scenarios.ts';
import type { ServiceContext } from './context.ts';

/** Every hypothetical zone of a municipality, without its shape. */
export async function readScenarios(database: Database, code: string) {
  return (await listScenarios(database, code)).map(headView);
}

export async function readScenario(
  database: Queryable,
  code: string,
  id: string,
): Promise<Result<Scenario>> {
  const found = await findScenario(database, code, id);
  if (found === null) return failure(PROBLEMS.scenarioUnknown());
  const geometry = found.geometry as unknown as Scenario['geometry'];
  return success({ ...headView(found), geometry, drawing: found.drawing });
}

export async function createScenario(
  context: ServiceContext,
  code: string,
  scenario: NewScenario,
): Promise<Result<Scenario>> {
  const { database, actor } = context;
  const id = randomUUID();
  await withActor(database, actor, code, async (tx) => {
    await insertScenario(tx, code, id, scenario, actor.name);
    await raiseDataVersions(tx, code, ['scenarios']);
  });
  return readScenario(database, code, id);
}

/** Keeps a scenario. Where somebody else changed it since `version`, nothing is written. */
export async function saveScenario(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  { version, ...scenario }: NewScenario & { readonly version: number },
): Promise<Result<Scenario>> {
  const isSaved = await withActor(database, actor, code, async (tx) => {
    const isDone = await updateScenario(tx, code, id, version, scenario, actor.name);
    if (isDone) await raiseDataVersions(tx, code, ['scenarios']);
    return isDone;
  });
  const standing = await readScenario(database, code, id);
  return !standing.ok || isSaved ? standing : failure(PROBLEMS.scenarioStale());
}

/** Deletes a scenario, or takes that back. */
export function removeScenario(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) => {
    if (!(await setScenarioRemoved(tx, code, id, isRemoved)))
      return failure(PROBLEMS.scenarioUnknown());
    await raiseDataVersions(tx, code, ['scenarios']);
    return success(null);
  });
}

function headView(head: ScenarioHead): Omit<Scenario, 'geometry' | 'drawing'> {
  const { id, version, name, purpose, author, marginMeters, updatedBy } = head;
  return {
    ...{ id, version, name, purpose, author, marginMeters, updatedBy },
    createdAt: head.createdAt.toISOString(),
    updatedAt: head.updatedAt.toISOString(),
  };
}
