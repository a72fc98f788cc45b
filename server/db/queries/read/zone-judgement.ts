import type { ZoneJudgement } from '#domain/hazard/judgement';
import type { Queryable } from '../../database.ts';

/** An element of `assessment.zones`. */
export type StoredZoneJudgement = ZoneJudgement;

export interface ZoneNameRow {
  readonly id: string;
  readonly zone_name: string | null;
  readonly notice_date: string | null;
}

/** Names of zones in force. */
export function selectZoneNames(
  database: Queryable,
  code: string,
  zoneIds: readonly string[],
): Promise<ZoneNameRow[]> {
  return database.query(
    `SELECT z.id, z.zone_name, z.notice_date
     FROM dataset d JOIN hazard_zone z
       ON z.municipality_code = d.municipality_code AND z.dataset_id = d.id
     WHERE d.municipality_code = $1 AND d.kind = 'zones' AND d.status = 'active'
       AND z.id = ANY ($2)`,
    [code, zoneIds],
  );
}
