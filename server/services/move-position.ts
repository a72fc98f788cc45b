import type { AssessmentRun } from '#contract/dataset';
import type { Position } from '#domain/geo/position';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { PEOPLE_FAILURES } from '#domain/resident/people-failures';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { lockResident, moveResident, restoreResident } from '../db/queries/move-resident.ts';
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

/** What takes a move back: `moveVersion` is the version that the move made. */
export interface RestoreRequest {
  readonly municipalityCode: string;
  readonly residentId: string;
  readonly version: number;
  readonly moveVersion: number;
}

/**
 * Places a person by hand, checks that person anew and ranks. A conflict where somebody else changed
 * the person since `version` was read.
 */
export function movePosition(
  context: ServiceContext,
  request: MoveRequest,
): Promise<Result<MoveReport>> {
  const { municipalityCode } = request;
  const { actor } = context;
  return changePosition(context, request, async (tx) => {
    const positionSource = `手で配置: ${request.reason}`;
    await moveResident(tx, municipalityCode, { ...request, movedBy: actor.name, positionSource });
    return null;
  });
}

/** Takes the latest move back, as an entry of its own in the history; check and ranking follow. */
export function restorePosition(
  context: ServiceContext,
  request: RestoreRequest,
): Promise<Result<MoveReport>> {
  const { municipalityCode, residentId, moveVersion } = request;
  const restore = { residentId, moveVersion, reason: '元に戻す', restoredBy: context.actor.name };
  return changePosition(context, request, async (tx) =>
    (await restoreResident(tx, municipalityCode, restore)) ? null : PEOPLE_FAILURES.moveNotLatest(),
  );
}

async function changePosition(
  context: ServiceContext,
  request: Pick<MoveRequest, 'municipalityCode' | 'residentId' | 'version'>,
  change: (tx: Transaction) => Promise<Problem | null>,
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
      const problem = await change(tx);
      if (problem !== null) return problem;
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
