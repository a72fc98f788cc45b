import type { OpenPositions } from '#contract/people-desk';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { countSettledPositions, listOpenPositions } from '../../db/queries/open-positions.ts';

/** Whose position is to be settled, in order, and how many are settled. */
export function readOpenPositions(
  database: Database,
  code: string,
  actor: Actor,
): Promise<OpenPositions> {
  return withActor(database, actor, code, async (tx) => ({
    people: await listOpenPositions(tx, code, actor.districts),
    settled: await countSettledPositions(tx, code, actor.districts),
  }));
}
