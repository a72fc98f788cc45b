import { randomUUID } from 'node:crypto';
import type { AssessmentRun } from '#contract/dataset';
import { judgePoint } from '#domain/hazard/exposure';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import type { Queryable } from '../db/database.ts';
import {
  findLatestRun,
  insertAssessmentRun,
  type LatestRun,
  upsertAssessments,
} from '../db/queries/assessments.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { findMunicipality, lockMunicipality } from '../db/queries/municipalities.ts';
import { recordJudgementChanges } from '../db/queries/resident-events.ts';
import { listResidentSubjects } from '../db/queries/subjects.ts';
import { findZonesNear } from '../db/queries/zones-for-check.ts';
import { assessMunicipality, differenceOf } from './assess-municipality.ts';
import type { ServiceContext } from './context.ts';
import { isCheckCurrent } from './currency.ts';

/**
 * Checks one person anew, who was moved, against the zones around. Where the standing judgements rest on
 * anything but what is in force and that one move, or come to do so meanwhile, everybody is checked: one
 * run never mixes the two.
 *
 * `residentsVersion`: version of the topic `residents` that the move itself made.
 */
export async function assessResident(
  context: ServiceContext,
  municipalityCode: string,
  residentId: string,
  residentsVersion: number,
): Promise<Result<AssessmentRun['difference']>> {
  const { database, actor } = context;
  const latest = await findRunBefore(database, municipalityCode, residentsVersion);
  const alone = latest && (await judgeAlone(context, municipalityCode, residentId, latest));
  if (alone === undefined) return failure(PROBLEMS.residentUnknown());
  const isStored =
    alone !== null &&
    (await withActor(database, actor, municipalityCode, async (tx) => {
      await lockMunicipality(tx, municipalityCode);
      const standing = await findRunBefore(tx, municipalityCode, residentsVersion);
      if (standing?.id !== latest?.id) return false;
      const { marginMeters, zoneDatasetIds, dataVersions } = alone.rests;
      const run: AssessmentRun = {
        id: randomUUID(),
        assessedAt: new Date().toISOString(),
        marginMeters,
        zoneDatasetIds: [...zoneDatasetIds],
        assessed: 1,
        difference: alone.difference,
      };
      // The others rest on what the run before rested on; only this one was moved since.
      const versions = { ...dataVersions, residents: residentsVersion };
      await insertAssessmentRun(tx, municipalityCode, run, versions);
      await recordJudgementChanges(tx, municipalityCode, alone.judged);
      await upsertAssessments(tx, municipalityCode, run.id, alone.judged);
      await raiseDataVersions(tx, municipalityCode, ['assessment']);
      return true;
    }));
  if (isStored) return success(alone.difference);
  const run = await assessMunicipality(context, municipalityCode);
  return run.ok ? success(run.value.difference) : run;
}

/** The latest check where it was current until the move; null where something else changed too. */
async function findRunBefore(
  database: Queryable,
  municipalityCode: string,
  residentsVersion: number,
): Promise<LatestRun | null> {
  const municipality = await findMunicipality(database, municipalityCode);
  const now = await readDataVersions(database, municipalityCode);
  const run = await findLatestRun(database, municipalityCode);
  if (municipality === null || now.residents !== residentsVersion) return null;
  const versions = { ...now, residents: residentsVersion - 1 };
  const { marginMeters } = municipality;
  return isCheckCurrent(run, { marginMeters, versions }) ? run : null;
}

/** The person against the zones and the margin of a run; undefined where there is no such person. */
async function judgeAlone(
  { database, actor }: ServiceContext,
  municipalityCode: string,
  residentId: string,
  rests: LatestRun,
) {
  const [subject] = await withActor(database, actor, municipalityCode, (tx) =>
    listResidentSubjects(tx, municipalityCode, residentId),
  );
  if (subject === undefined) return undefined;
  const { located } = subject;
  const { marginMeters, zoneDatasetIds } = rests;
  const zones =
    located.position === null
      ? []
      : await findZonesNear(
          database,
          municipalityCode,
          zoneDatasetIds,
          located.position,
          located.radiusMeters + marginMeters,
        );
  const judgement =
    zoneDatasetIds.length === 0
      ? UNDETERMINED_JUDGEMENT
      : judgePoint(buildZoneIndex(zones), located, { marginMeters });
  const judged = [{ kind: subject.kind, id: subject.id, judgement }];
  return { rests, judged, difference: differenceOf([subject], judged) };
}
