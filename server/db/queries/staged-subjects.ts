import { DEFAULT_RADIUS_METERS } from '#domain/resident/accuracy';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { type Subject, type SubjectRecord, subjectOf } from './subjects.ts';

/** How the id of a person begins who is on the staged roster and not on the one in force. */
export const NEW_PERSON_PREFIX = 'roster-number:';

/**
 * People as a staged roster would have them: a position set by hand stays, everybody else is where the
 * import found them.
 */
export async function listStagedPeople(
  tx: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<Subject[]> {
  const records = await tx.query<SubjectRecord>(
    `SELECT coalesce(resident.id::text, $3 || record.roster_number) AS id,
       ST_X(place.position) AS lng, ST_Y(place.position) AS lat, place.accuracy,
       place.radius_meters AS "radiusMeters", relation, red_relation AS "redRelation"
     FROM roster_record AS record
     LEFT JOIN resident ON resident.municipality_code = $1
       AND resident.roster_number = record.roster_number AND resident.archived_at IS NULL
     LEFT JOIN assessment ON assessment.municipality_code = $1
       AND subject_kind = 'resident' AND subject_id = resident.id::text
     CROSS JOIN LATERAL (
       SELECT resident.position, resident.accuracy, resident.radius_meters
       WHERE resident.position_origin = 'manual'
       UNION ALL
       SELECT record.position, record.accuracy, record.radius_meters
       WHERE resident.position_origin IS DISTINCT FROM 'manual'
     ) AS place
     WHERE record.municipality_code = $1 AND record.dataset_id = $2
     ORDER BY 1`,
    [municipalityCode, datasetId, NEW_PERSON_PREFIX],
  );
  return records.map((record) => subjectOf('resident', record));
}

/** Shelters as a staged list would have them; what the officer moved stays where it was put. */
export async function listStagedShelters(
  tx: Queryable,
  { municipalityCode, datasetId }: DatasetKey,
): Promise<Subject[]> {
  const records = await tx.query<SubjectRecord>(
    `SELECT shelter.id, ST_X(place.position) AS lng, ST_Y(place.position) AS lat,
       CASE WHEN place.position IS NULL THEN 'none' ELSE 'building' END AS accuracy,
       CASE WHEN place.position IS NOT NULL THEN $3::float8 END AS "radiusMeters",
       relation, red_relation AS "redRelation"
     FROM shelter LEFT JOIN assessment
       ON assessment.municipality_code = shelter.municipality_code
         AND subject_kind = 'shelter' AND subject_id = shelter.id
     LEFT JOIN shelter_edit
       ON shelter_edit.municipality_code = shelter.municipality_code
         AND shelter_edit.shelter_id = shelter.id
     CROSS JOIN LATERAL (
       SELECT coalesce(shelter_edit.position, shelter.position) AS position) AS place
     WHERE shelter.municipality_code = $1 AND shelter.dataset_id = $2
     ORDER BY shelter.id`,
    [municipalityCode, datasetId, DEFAULT_RADIUS_METERS.building],
  );
  return records.map((record) => subjectOf('shelter', record));
}
