import type { PlanContent } from '#domain/plan/plan';
import type { PlanStage } from '#domain/plan/states';
import type { Transaction } from '../../database.ts';

export interface PlanInWork {
  readonly residentId: string;
  readonly name: string;
  readonly district: string | null;
  readonly stage: PlanStage;
  readonly content: PlanContent;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** Plans that say something and have not ended, as they stand now, of those whose plan the actor sees. */
export function selectPlansInWork(
  tx: Transaction,
  code: string,
  district: string | null,
): Promise<PlanInWork[]> {
  return tx.query(
    `SELECT p.resident_id AS "residentId", r.name, r.district_name AS district, p.stage, v.content,
       ST_X(r.position) AS lng, ST_Y(r.position) AS lat
     FROM plan p
     JOIN plan_version v ON v.municipality_code = p.municipality_code
       AND v.resident_id = p.resident_id AND v.version = p.content_version
     JOIN access.resident r ON r.municipality_code = p.municipality_code AND r.id = p.resident_id
     WHERE p.municipality_code = $1 AND r.archived_at IS NULL
       AND p.stage NOT IN ('not-started', 'consent-asked', 'refused', 'ended')
       AND ($2::text IS NULL OR r.district_name = $2)
     ORDER BY p.resident_id`,
    [code, district],
  );
}
