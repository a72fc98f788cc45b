import type { Relation } from '#domain/hazard/relation';
import {
  type Accuracy,
  DEFAULT_RADIUS_METERS,
  type LocatedPosition,
  NO_POSITION,
} from '#domain/resident/accuracy';
import type { Queryable } from '../database.ts';

/** A person or shelter to be judged, with the judgement that stands. */
export interface Subject {
  readonly kind: 'resident' | 'shelter';
  readonly id: string;
  readonly located: LocatedPosition;
  readonly former: { readonly relation: Relation; readonly redRelation: Relation } | null;
}

export interface SubjectRecord {
  readonly id: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: Accuracy;
  readonly radiusMeters: number | null;
  readonly relation: Relation | null;
  readonly redRelation: Relation | null;
}

/** People of the roster; `residentId` null for all of them. */
export async function listResidentSubjects(
  tx: Queryable,
  municipalityCode: string,
  residentId: string | null,
): Promise<Subject[]> {
  const records = await tx.query<SubjectRecord>(
    `SELECT resident.id, ST_X(position) AS lng, ST_Y(position) AS lat, accuracy,
       radius_meters AS "radiusMeters", relation, red_relation AS "redRelation"
     FROM resident LEFT JOIN assessment
       ON assessment.municipality_code = resident.municipality_code
         AND subject_kind = 'resident' AND subject_id = resident.id::text
     WHERE resident.municipality_code = $1 AND archived_at IS NULL
       AND ($2::uuid IS NULL OR resident.id = $2)
     ORDER BY resident.id`,
    [municipalityCode, residentId],
  );
  return records.map((record) => subjectOf('resident', record));
}

/**
 * Shelters in force, where the officer put them, else where their list has them. A list says no accuracy:
 * a facility is taken for placed at its building.
 */
export async function listShelterSubjects(
  tx: Queryable,
  municipalityCode: string,
): Promise<Subject[]> {
  const records = await tx.query<SubjectRecord>(
    `SELECT shelter.id, ST_X(place.position) AS lng, ST_Y(place.position) AS lat,
       CASE WHEN place.position IS NULL THEN 'none' ELSE 'building' END AS accuracy,
       CASE WHEN place.position IS NOT NULL THEN $2::float8 END AS "radiusMeters",
       relation, red_relation AS "redRelation"
     FROM dataset JOIN shelter
       ON shelter.municipality_code = dataset.municipality_code AND shelter.dataset_id = dataset.id
     LEFT JOIN shelter_edit
       ON shelter_edit.municipality_code = shelter.municipality_code
         AND shelter_edit.shelter_id = shelter.id
     CROSS JOIN LATERAL (
       SELECT coalesce(shelter_edit.position, shelter.position) AS position) AS place
     LEFT JOIN assessment
       ON assessment.municipality_code = shelter.municipality_code
         AND subject_kind = 'shelter' AND subject_id = shelter.id
     WHERE dataset.municipality_code = $1 AND dataset.kind = 'shelters' AND dataset.status = 'active'
     ORDER BY shelter.id`,
    [municipalityCode, DEFAULT_RADIUS_METERS.building],
  );
  return records.map((record) => subjectOf('shelter', record));
}

/** A subject of what a query gave. */
export function subjectOf(kind: Subject['kind'], record: SubjectRecord): Subject {
  const { id, lng, lat, accuracy, radiusMeters, relation, redRelation } = record;
  const located: LocatedPosition =
    accuracy === 'none' || lng === null || lat === null || radiusMeters === null
      ? NO_POSITION
      : { accuracy, position: [lng, lat], radiusMeters };
  const former = relation === null || redRelation === null ? null : { relation, redRelation };
  return { kind, id, located, former };
}
