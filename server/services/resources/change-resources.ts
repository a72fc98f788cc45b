import { randomUUID } from 'node:crypto';
import { failure, type Problem, type Result, success } from '#domain/problem';
import type { ResourceFacts } from '#domain/resource/resource';
import { RESOURCE_FAILURES } from '#domain/resource/resource-failures';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findResource, type ResourceChange, storeResources } from '../../db/queries/resources.ts';
import { problemOfHours } from './hours.ts';

export interface ResourceSources {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
}

/** Enters a resource. Answers its id. */
export async function createResource(
  { database, actor, now }: ResourceSources,
  code: string,
  facts: ResourceFacts,
): Promise<Result<string>> {
  const problem = mistakeIn(facts);
  if (problem !== null) return failure(problem);
  const id = randomUUID();
  const change = { id, version: 0, kind: 'create', facts, at: now, by: actor.name } as const;
  await withActor(database, actor, code, (tx) => storeResources(tx, code, [change]));
  return success(id);
}

/** Says something else of one. Where somebody else changed it since `version`, nothing is stored. */
export async function changeResource(
  sources: ResourceSources,
  code: string,
  id: string,
  { version, facts }: { readonly version: number; readonly facts: ResourceFacts },
): Promise<Result<string>> {
  const problem = mistakeIn(facts);
  if (problem !== null) return failure(problem);
  return store(sources, code, id, () => ({ version, kind: 'change', facts }));
}

/** Takes one off the list, or back onto it; nothing is deleted. */
export function setResourceRemoved(
  sources: ResourceSources,
  code: string,
  id: string,
  { version, isRemoved }: { readonly version: number; readonly isRemoved: boolean },
): Promise<Result<string>> {
  const kind = isRemoved ? 'remove' : 'restore';
  return store(sources, code, id, (facts) => ({ version, kind, facts }));
}

function store(
  { database, actor, now }: ResourceSources,
  code: string,
  id: string,
  changeOf: (facts: ResourceFacts) => Pick<ResourceChange, 'version' | 'kind' | 'facts'>,
): Promise<Result<string>> {
  return withActor(database, actor, code, async (tx): Promise<Result<string>> => {
    const standing = await findResource(tx, code, id);
    if (standing === null) return failure(RESOURCE_FAILURES.unknown());
    const change = { ...changeOf(standing.facts), id, at: now, by: actor.name };
    const stored = await storeResources(tx, code, [change]);
    return stored.length === 0 ? failure(RESOURCE_FAILURES.stale()) : success(id);
  });
}

function mistakeIn({ hours }: ResourceFacts): Problem | null {
  const wrong = hours === null ? null : problemOfHours(hours);
  return wrong === null ? null : RESOURCE_FAILURES.hoursUnreadable(wrong);
}
