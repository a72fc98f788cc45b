import type { AssessmentRun } from '#contract/dataset';
import type { Position } from '#domain/geo/position';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { lockResident, moveResident } from '../db/queries/move-resident.ts';
import { assessResident } from './assess-resident.ts';
import type { ServiceContext } from './context.ts';
import { rankMunicipality } from './rank-municipality.ts';

export interface MoveRequest {
  readonly municipalityCode: string;
  readonly residentId: string;
  /** The version that the officer saw. */
  readonly version: number;
  readonly position: Position;
  readonly radiusMeters: number;
  readonly reason: string;
}

export interface MoveReport {
  readonly version: number;
  readonly difference: AssessmentRun['difference'];
}

/**
 * Places a person by hand, checks that person anew and ranks. A conflict where somebody else changed
 * the person since `version` was read.
 */
export async function movePosition(
  context: ServiceContext,
  request: MoveRequest,
): Promise<Result<MoveReport>> {
  const { database, actor } = context;
  const { municipalityCode, residentId, version } = request;
  const outcome = await withActor<Problem | number>(
    database,
    actor,
    municipalityCode,
    async (tx) => {
      const current = await lockResident(tx, municipalityCode, residentId);
      if (current === null) return PROBLEMS.residentUnknown();
      if (current !== version) return PROBLEMS.residentStale();
      const positionSource = `手で配置: ${request.reason}`;
      await moveResident(tx, municipalityCode, { ...request, movedBy: actor.name, positionSource });
      await raiseDataVersions(tx, municipalityCode, ['residents']);
      return (await readDataVersions(tx, municipalityCode)).residents ?? 0;
    },
  );
  if (typeof outcome !== 'number') return failure(outcome);
  const checked = await assessResident(context, municipalityCode, residentId, outcome);
  if (!checked.ok) return checked;
  const ranked = await rankMunicipality(context, municipalityCode);
  if (!ranked.ok) return ranked;
  return success({ version: version + 1, difference: checked.value });
}
