import type { AssessmentRun } from '#contract/dataset';
import type { HazardJudgement } from '#domain/hazard/exposure';
import type { Queryable } from '../database.ts';
import type { DataVersions } from './data-versions.ts';
import { columnsOf, inBatches } from './unnest.ts';

export async function insertAssessmentRun(
  tx: Queryable,
  municipalityCode: string,
  run: AssessmentRun,
  versions: DataVersions,
): Promise<void> {
  await tx.query(
    `INSERT INTO assessment_run (municipality_code, id, assessed_at, margin_meters, zone_dataset_ids,
       data_versions, assessed, difference)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      municipalityCode,
      run.id,
      run.assessedAt,
      run.marginMeters,
      run.zoneDatasetIds,
      JSON.stringify(versions),
      run.assessed,
      JSON.stringify(run.difference),
    ],
  );
}

export interface LatestRun {
  readonly id: string;
  readonly assessedAt: Date;
  readonly marginMeters: number;
  readonly zoneDatasetIds: readonly string[];
  readonly dataVersions: DataVersions;
}

export async function findLatestRun(
  database: Queryable,
  municipalityCode: string,
): Promise<LatestRun | null> {
  const [row] = await database.query<LatestRun>(
    `SELECT id, assessed_at AS "assessedAt", margin_meters AS "marginMeters", zone_dataset_ids AS "zoneDatasetIds",
       data_versions AS "dataVersions"
     FROM assessment_run WHERE municipality_code = $1 ORDER BY assessed_at DESC, id LIMIT 1`,
    [municipalityCode],
  );
  return row ?? null;
}

export interface JudgedSubject {
  readonly kind: 'resident' | 'shelter';
  readonly id: string;
  readonly judgement: HazardJudgement;
}

const ROWS_OF_A_STATEMENT = 2000;
/** So many checks are kept for their differences. */
export const KEPT_RUNS = 50;

export async function upsertAssessments(
  tx: Queryable,
  municipalityCode: string,
  runId: string,
  judged: readonly JudgedSubject[],
): Promise<void> {
  for (const batch of inBatches(judged, ROWS_OF_A_STATEMENT)) {
    const rows = batch.map(({ kind, id, judgement }) => ({
      kind,
      id,
      relation: judgement.relation,
      redRelation: judgement.redRelation,
      redDistanceMeters: judgement.redDistanceMeters,
      // unnest() would run lists of lists together.
      phenomena: judgement.phenomena.join(','),
      redNotSurveyed: judgement.redNotSurveyed,
      zones: JSON.stringify(judgement.zones),
    }));
    await tx.query(
      `INSERT INTO assessment (municipality_code, subject_kind, subject_id, run_id, relation,
         red_relation, red_distance_meters, phenomena, red_not_surveyed, zones)
       SELECT $1, kind, id, $2, relation, red_relation, red_distance_meters,
         string_to_array(phenomena, ','), red_not_surveyed, zones::jsonb
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::text[],
                   $9::boolean[], $10::text[])
         AS judged (kind, id, relation, red_relation, red_distance_meters, phenomena,
                    red_not_surveyed, zones)
       ON CONFLICT (municipality_code, subject_kind, subject_id) DO UPDATE SET
         run_id = excluded.run_id, relation = excluded.relation,
         red_relation = excluded.red_relation, red_distance_meters = excluded.red_distance_meters,
         phenomena = excluded.phenomena, red_not_surveyed = excluded.red_not_surveyed,
         zones = excluded.zones`,
      [
        municipalityCode,
        runId,
        ...columnsOf(rows, [
          'kind',
          'id',
          'relation',
          'redRelation',
          'redDistanceMeters',
          'phenomena',
          'redNotSurveyed',
          'zones',
        ]),
      ],
    );
  }
}

/** Judgements of people and shelters that are no longer there, and runs that nothing rests on (but the newest). */
export async function deleteStaleAssessments(
  tx: Queryable,
  municipalityCode: string,
  runId: string,
): Promise<void> {
  await tx.query('DELETE FROM assessment WHERE municipality_code = $1 AND run_id <> $2', [
    municipalityCode,
    runId,
  ]);
  await tx.query(
    `DELETE FROM assessment_run WHERE municipality_code = $1 AND id IN (
       SELECT id FROM assessment_run WHERE municipality_code = $1
       ORDER BY assessed_at DESC OFFSET $2)`,
    [municipalityCode, KEPT_RUNS],
  );
}
