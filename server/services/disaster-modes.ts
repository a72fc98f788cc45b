import { randomUUID } from 'node:crypto';
import type { DisasterMode, OpenDisasterMode } from '#contract/access';
import { ACCESS_FAILURES } from '#domain/access/access-failures';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import type { Queryable } from '../db/database.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  closeDisasterMode,
  insertDisasterMode,
  listDisasterModes,
  listDistrictNames,
} from '../db/queries/disaster-modes.ts';
import type { ServiceContext } from './context.ts';

const SHOWN_AT_MOST = 50;

export async function readDisasterModes(
  database: Queryable,
  code: string,
): Promise<DisasterMode[]> {
  const modes = await listDisasterModes(database, code, SHOWN_AT_MOST);
  return modes.map(({ beginsAt, endsAt, closedAt, ...mode }) => ({
    ...mode,
    beginsAt: beginsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
}

/**
 * Lets those who save lives see people without their consent, where and for as long as it says
 * (災害対策基本法 49条の11第3項, 49条の15第3項). It ends by itself.
 */
export async function openDisasterMode(
  { database, actor }: ServiceContext,
  code: string,
  { districts, articles, reason, hours }: OpenDisasterMode,
): Promise<Result<null>> {
  const unknown = await withActor(database, actor, code, async (tx) => {
    const known = new Set(await listDistrictNames(tx, code));
    const missing = (districts ?? []).filter((name) => !known.has(name));
    if (missing.length > 0) return missing;
    await insertDisasterMode(tx, code, {
      ...{ id: randomUUID(), districts, articles: [...new Set(articles)], reason, hours },
      ...{ by: actor.name, accountId: actor.accountId },
    });
    await raiseDataVersions(tx, code, ['consent']);
    return [];
  });
  return unknown.length === 0 ? success(null) : failure(ACCESS_FAILURES.districtUnknown(unknown));
}

/** Ends one before its time. */
export async function endDisasterMode(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
): Promise<Result<null>> {
  const outcome = await withActor(database, actor, code, async (tx) => {
    const closed = await closeDisasterMode(tx, code, id, actor.name);
    if (closed === 'closed') await raiseDataVersions(tx, code, ['consent']);
    return closed;
  });
  if (outcome === 'unknown') return failure(ACCESS_FAILURES.disasterModeUnknown());
  return outcome === 'ended' ? failure(ACCESS_FAILURES.disasterModeEnded()) : success(null);
}
