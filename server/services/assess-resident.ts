import { randomUUID } from 'node:crypto';
import type { AssessmentRun } from '#contract/dataset';
import { judgePoint } from '#domain/hazard/exposure';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import {
  findLatestRun,
  insertAssessmentRun,
  upsertAssessments,
} from '../db/queries/assessments.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { listDatasetsInForce } from '../db/queries/datasets.ts';
import { findMunicipality } from '../db/queries/municipalities.ts';
import { listResidentSubjects } from '../db/queries/subjects.ts';
import { findZonesNear } from '../db/queries/zones-for-check.ts';
import { assessMunicipality, differenceOf } from './assess-municipality.ts';
import type { ServiceContext } from './context.ts';

/**
 * Checks one person anew, who was moved, against the zones around. Where the standing judgements rest
 * on other zones or another margin, everybody is checked: one run never mixes the two.
 */
export async function assessResident(
  context: ServiceContext,
  municipalityCode: string,
  residentId: string,
): Promise<Result<AssessmentRun['difference']>> {
  const { database, actor } = context;
  const municipality = await findMunicipality(database, municipalityCode);
  if (municipality === null) return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const { marginMeters } = municipality;
  const versions = await readDataVersions(database, municipalityCode);
  const datasets = await listDatasetsInForce(database, municipalityCode, 'zones');
  const zoneDatasetIds = datasets.map(({ id }) => id);
  const latest = await findLatestRun(database, municipalityCode);
  const isCurrent =
    latest !== null &&
    latest.marginMeters === marginMeters &&
    latest.zoneDatasetIds.length === zoneDatasetIds.length &&
    latest.zoneDatasetIds.every((id) => zoneDatasetIds.includes(id));
  if (!isCurrent) {
    const run = await assessMunicipality(context, municipalityCode);
    return run.ok ? success(run.value.difference) : run;
  }
  const [subject] = await withActor(database, actor, municipalityCode, (tx) =>
    listResidentSubjects(tx, municipalityCode, residentId),
  );
  if (subject === undefined) return failure(PROBLEMS.residentUnknown());
  const { located } = subject;
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
  const judgement = judgePoint(buildZoneIndex(zones), located, { marginMeters });
  const judged = [{ kind: subject.kind, id: subject.id, judgement }];
  const difference = differenceOf([subject], judged);
  await withActor(database, actor, municipalityCode, async (tx) => {
    const run: AssessmentRun = {
      id: randomUUID(),
      assessedAt: new Date().toISOString(),
      marginMeters,
      zoneDatasetIds,
      assessed: 1,
      difference,
    };
    // The others rest on what the run before rested on; only people were moved since.
    const rests = { ...latest.dataVersions, residents: versions.residents ?? 0 };
    await insertAssessmentRun(tx, municipalityCode, run, rests);
    await upsertAssessments(tx, municipalityCode, run.id, judged);
    await raiseDataVersions(tx, municipalityCode, ['assessment']);
  });
  return success(difference);
}
