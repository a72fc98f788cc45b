import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import { lockResident } from '../db/queries/move-resident.ts';
import { leavePosition, takeUpPosition } from '../db/queries/open-positions.ts';
import { insertResidentEvent } from '../db/queries/resident-events.ts';
import type { ServiceContext } from './context.ts';

/**
 * Leaves a position as it is, with the reason, so that it stands in the queue no more; `reason` null
 * takes that back. Nothing of the person changes.
 */
export async function setPositionLeft(
  { database, actor }: ServiceContext,
  municipalityCode: string,
  residentId: string,
  { version, reason }: { readonly version: number; readonly reason: string | null },
): Promise<Result<null>> {
  const problem = await withActor<Problem | null>(database, actor, municipalityCode, async (tx) => {
    const current = await lockResident(tx, municipalityCode, residentId);
    if (current === null) return PROBLEMS.residentUnknown();
    if (current !== version) return PROBLEMS.residentStale();
    if (reason === null) {
      await takeUpPosition(tx, municipalityCode, residentId);
      return null;
    }
    await leavePosition(tx, municipalityCode, residentId, reason);
    await insertResidentEvent(tx, municipalityCode, { residentId, kind: 'left', reason });
    return null;
  });
  return problem === null ? success(null) : failure(problem);
}
