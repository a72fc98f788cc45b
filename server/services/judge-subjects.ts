import { judgePoints } from '#domain/hazard/judge-points';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Database } from '../db/database.ts';
import type { JudgedSubject } from '../db/queries/assessments.ts';
import type { Subject } from '../db/queries/subjects.ts';
import { loadZones } from '../db/queries/zones-for-check.ts';

/**
 * People and shelters against the zones of datasets. Without any dataset of zones nothing is known:
 * everybody is undetermined, and nobody is outside.
 */
export async function judgeSubjects(
  database: Database,
  municipalityCode: string,
  zoneDatasetIds: readonly string[],
  subjects: readonly Subject[],
  marginMeters: number,
): Promise<JudgedSubject[]> {
  if (zoneDatasetIds.length === 0)
    return subjects.map(({ kind, id }) => ({ kind, id, judgement: UNDETERMINED_JUDGEMENT }));
  const index = buildZoneIndex(await loadZones(database, municipalityCode, zoneDatasetIds));
  const places = subjects.map(({ located }) => located);
  return judgePoints(index, places, { marginMeters }).flatMap((judgement, at) => {
    const subject = subjects[at];
    return subject === undefined ? [] : [{ kind: subject.kind, id: subject.id, judgement }];
  });
}
