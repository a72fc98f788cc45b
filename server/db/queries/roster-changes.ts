import type { Leaving } from '#contract/dataset';
import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { ROSTER_FACTS } from './resident-events.ts';

/** Who would leave the roster if a staged one went into force, and how grave that is now. */
export async function countLeaving(tx: Queryable, key: DatasetKey): Promise<Leaving> {
  const [row] = await tx.query<Leaving>(
    `WITH present AS (
       SELECT resident.id, NOT EXISTS (
         SELECT FROM roster_record AS record
         WHERE record.municipality_code = $1 AND record.dataset_id = $2
           AND record.roster_number = resident.roster_number) AS leaves
       FROM resident WHERE municipality_code = $1 AND archived_at IS NULL)
     SELECT count(*) FILTER (WHERE leaves)::integer AS count, count(*)::integer AS of,
       count(*) FILTER (WHERE leaves AND red_relation = 'inside')::integer AS "inRedZone",
       count(*) FILTER (WHERE leaves AND tier = 1)::integer AS "inFirstTier"
     FROM present
     LEFT JOIN assessment ON assessment.municipality_code = $1 AND subject_kind = 'resident'
       AND subject_id = present.id::text
     LEFT JOIN priority_result ON priority_result.municipality_code = $1
       AND resident_id = present.id`,
    [key.municipalityCode, key.datasetId],
  );
  return row ?? { count: 0, of: 0, inRedZone: 0, inFirstTier: 0 };
}

export const ROSTER_CHANGES = ['removed', 'added', 'changed'] as const;
export interface RosterChangeRow {
  readonly change: (typeof ROSTER_CHANGES)[number];
  readonly rosterNumber: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly district: string | null;
  /** Fact by fact from what to what; null where none of these facts changes. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null;
}

/** Who is gone, new and changed by a staged roster, in this order; as it is counted in the comparison. */
export async function listRosterChanges(
  tx: Queryable,
  key: DatasetKey,
  offset: number,
  limit: number,
): Promise<RosterChangeRow[]> {
  return tx.query<RosterChangeRow>(
    `WITH both_sides AS (
       SELECT coalesce(record.roster_number, resident.roster_number) AS number,
         CASE WHEN record.roster_number IS NULL THEN 'removed'
           WHEN resident.id IS NULL THEN 'added' ELSE 'changed' END AS change,
         resident.id, record.entry,
         coalesce(record.entry ->> 'name', resident.name) AS name,
         coalesce(record.entry ->> 'birthDate', resident.birth_date::text) AS born,
         CASE WHEN record.entry IS NULL THEN resident.address ELSE record.entry ->> 'address' END
           AS address,
         CASE WHEN record.entry IS NULL THEN resident.district_name
           ELSE record.entry ->> 'districtName' END AS district
       FROM (SELECT * FROM roster_record WHERE municipality_code = $1 AND dataset_id = $2) AS record
       FULL JOIN (SELECT * FROM resident WHERE municipality_code = $1 AND archived_at IS NULL)
         AS resident ON resident.roster_number = record.roster_number
       WHERE (record.content_hash = resident.content_hash) IS NOT TRUE
         AND NOT EXISTS (SELECT 1 FROM resident AS merged WHERE merged.municipality_code = $1
           AND merged.merged_into IS NOT NULL AND merged.roster_number = record.roster_number)
     ), page AS (
       SELECT * FROM both_sides ORDER BY array_position($3::text[], change), number
       OFFSET $4 LIMIT $5)
     SELECT page.change, number AS "rosterNumber", page.name, born AS "birthDate", page.address,
       page.district, difference.changes
     FROM page
     LEFT JOIN LATERAL (
       SELECT jsonb_object_agg(fact.name, jsonb_build_array(former, present)) AS changes
       FROM resident
       JOIN roster_record AS record ON record.municipality_code = $1 AND record.dataset_id = $2
         AND record.roster_number = page.number
       LEFT JOIN household_facts AS facts ON facts.municipality_code = $1
         AND facts.resident_id = resident.id
       CROSS JOIN LATERAL (SELECT * FROM ${ROSTER_FACTS}) AS fact (name, former, present)
       WHERE page.change = 'changed' AND resident.municipality_code = $1
         AND resident.id = page.id
         AND nullif(former, 'null') IS DISTINCT FROM nullif(present, 'null')) AS difference ON true
     ORDER BY array_position($3::text[], page.change), number`,
    [key.municipalityCode, key.datasetId, ROSTER_CHANGES, offset, limit],
  );
}
