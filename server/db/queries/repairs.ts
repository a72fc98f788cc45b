import type { MultiPolygon } from '#domain/geo/position';
import type { Bilingual } from '#geodata/item';
import type { Queryable } from '../database.ts';
import { wkbToMultiPolygon } from '../wkb.ts';
import type { DatasetKey } from './datasets.ts';

/** A record that was taken but mended. */
export interface StoredRepair {
  readonly ordinal: number;
  readonly recordNumber: number;
  /** Key of the value: of a zone its id. */
  readonly subjectId: string | null;
  readonly repairs: readonly Bilingual[];
}

export async function insertRepairs(
  tx: Queryable,
  key: DatasetKey,
  repairs: readonly StoredRepair[],
): Promise<void> {
  if (repairs.length === 0) return;
  // As JSON: a cell that is quoted may hold a NUL, which PostgreSQL takes in neither form.
  const json = JSON.stringify(repairs).replaceAll('\\u0000', '');
  await tx.query(
    `INSERT INTO dataset_repair (municipality_code, dataset_id, ordinal, record_number, subject_id, repairs)
     SELECT $1, $2, ordinal, "recordNumber", "subjectId", repairs
     FROM jsonb_to_recordset($3::jsonb) AS repair
       (ordinal int, "recordNumber" int, "subjectId" text, repairs jsonb)`,
    [key.municipalityCode, key.datasetId, json],
  );
}

export interface ListedRepair extends Omit<StoredRepair, 'subjectId'> {
  /** Of a zone whose geometry was mended. */
  readonly shapes: { readonly before: MultiPolygon; readonly after: MultiPolygon } | null;
}

/**
 * In the order of the file, those with a mended geometry first: they are to be looked at. `after` is
 * how many were read before.
 */
export async function listRepairs(
  tx: Queryable,
  key: DatasetKey,
  after: number,
  limit: number,
): Promise<ListedRepair[]> {
  const rows = await tx.query<{
    ordinal: number;
    recordNumber: number;
    repairs: Bilingual[];
    before: Buffer | null;
    after: Buffer | null;
  }>(
    `SELECT repair.ordinal, repair.record_number AS "recordNumber", repair.repairs,
       ST_AsBinary(zone.source_geometry, 'NDR') AS before,
       CASE WHEN zone.source_geometry IS NOT NULL
            THEN ST_AsBinary(zone.geometry, 'NDR') END AS after
     FROM dataset_repair AS repair LEFT JOIN hazard_zone AS zone
       ON zone.municipality_code = repair.municipality_code
         AND zone.dataset_id = repair.dataset_id AND zone.id = repair.subject_id
     WHERE repair.municipality_code = $1 AND repair.dataset_id = $2
     ORDER BY zone.source_geometry IS NULL, repair.ordinal OFFSET $3 LIMIT $4`,
    [key.municipalityCode, key.datasetId, after, limit],
  );
  return rows.map(({ before, after, ...row }) => ({
    ...row,
    shapes:
      before === null || after === null
        ? null
        : { before: wkbToMultiPolygon(before), after: wkbToMultiPolygon(after) },
  }));
}
