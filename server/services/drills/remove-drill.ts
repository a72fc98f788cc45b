import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { findPublication } from '../../db/queries/drills/drill-publications.ts';
import { findDrill, setDrillRemoved } from '../../db/queries/drills/drills.ts';
import type { DrillSources } from './read-drills.ts';

/** Takes a drill out of the list, or that back: nothing of it is deleted. */
export function removeDrill(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  isRemoved: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx): Promise<Result<null>> => {
    const drill = await findDrill(tx, code, id);
    if (drill === null) return failure(DRILL_DESK_FAILURES.unknown());
    const { result, withdrawnAt } = await findPublication(tx, code, id);
    if (isRemoved && result !== null && withdrawnAt === null)
      return failure(DRILL_DESK_FAILURES.isPublished());
    await setDrillRemoved(tx, code, id, isRemoved ? now : null);
    return success(null);
  });
}
