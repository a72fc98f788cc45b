import { randomUUID } from 'node:crypto';
import type { AssessmentRun } from '#contract/dataset';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { followingUp, withActor } from '../db/actor.ts';
import {
  deleteStaleAssessments,
  insertAssessmentRun,
  type JudgedSubject,
  upsertAssessments,
} from '../db/queries/assessments.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { listDatasetsInForce } from '../db/queries/datasets.ts';
import { findMunicipality, lockMunicipality } from '../db/queries/municipalities.ts';
import { recordJudgementChanges } from '../db/queries/resident-events.ts';
import { refreshStatistics } from '../db/queries/statistics.ts';
import { listResidentSubjects, listShelterSubjects, type Subject } from '../db/queries/subjects.ts';
import { assessmentDifference } from './assessment-difference.ts';
import type { ServiceContext } from './context.ts';
import { CHECKED_TOPICS, isSame } from './currency.ts';
import { judgeSubjects } from './judge-subjects.ts';

/** A check is done again when something changed under it, but not for ever. */
const ATTEMPTS = 3;

/**
 * The red-zone check of a municipality: every person and shelter against every zone in force. Stored
 * with the versions that it rests on; tells who is newly inside, no longer inside, newly undetermined …
 *
 * The whole work is done by the caller's thread: servers run it by `runJob`.
 */
export async function assessMunicipality(
  context: ServiceContext,
  municipalityCode: string,
  attempt = 1,
): Promise<Result<AssessmentRun>> {
  const { database } = context;
  const actor = followingUp(context.actor);
  // Read before the data: what changes meanwhile makes the run stale and not the other way round.
  const versions = await readDataVersions(database, municipalityCode);
  const municipality = await findMunicipality(database, municipalityCode);
  if (municipality === null) return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const datasets = await listDatasetsInForce(database, municipalityCode, 'zones');
  const zoneDatasetIds = datasets.map(({ id }) => id);
  const subjects = await withActor(database, actor, municipalityCode, async (tx) => [
    ...(await listResidentSubjects(tx, municipalityCode, null)),
    ...(await listShelterSubjects(tx, municipalityCode)),
  ]);
  const { marginMeters } = municipality;
  const judged = await judgeSubjects(
    database,
    municipalityCode,
    zoneDatasetIds,
    subjects,
    marginMeters,
  );
  const run: AssessmentRun = {
    id: randomUUID(),
    assessedAt: new Date().toISOString(),
    marginMeters,
    zoneDatasetIds,
    assessed: judged.length,
    difference: differenceOf(subjects, judged),
  };
  const isStored = await withActor(database, actor, municipalityCode, async (tx) => {
    const current = await lockMunicipality(tx, municipalityCode);
    const isOutdated =
      current?.marginMeters !== marginMeters ||
      !isSame(CHECKED_TOPICS, versions, await readDataVersions(tx, municipalityCode));
    if (isOutdated && attempt < ATTEMPTS) return false;
    await insertAssessmentRun(tx, municipalityCode, run, versions);
    await recordJudgementChanges(tx, municipalityCode, judged);
    await upsertAssessments(tx, municipalityCode, run.id, judged);
    await deleteStaleAssessments(tx, municipalityCode, run.id);
    await raiseDataVersions(tx, municipalityCode, ['assessment']);
    return true;
  });
  if (!isStored) return assessMunicipality(context, municipalityCode, attempt + 1);
  await refreshStatistics(database, ['assessment']);
  return success(run);
}

/** Of the people: what changed for shelters shows in their list. */
export function differenceOf(
  subjects: readonly Subject[],
  judged: readonly JudgedSubject[],
): AssessmentRun['difference'] {
  const now = new Map(
    judged.flatMap(({ kind, id, judgement }) => (kind === 'resident' ? [[id, judgement]] : [])),
  );
  return assessmentDifference(
    subjects.flatMap(({ kind, id, former }) => {
      const judgement = now.get(id);
      return kind === 'resident' && judgement !== undefined ? [{ id, former, now: judgement }] : [];
    }),
  );
}
