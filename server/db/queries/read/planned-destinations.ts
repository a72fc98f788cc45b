import type { Means } from '#domain/plan/plan';
import type { Transaction } from '../../database.ts';

/** What the plan of one person says already of where to and how. */
export interface PlannedDestination {
  readonly residentId: string;
  /** null: to a place that is no shelter of the list, or to none yet. */
  readonly shelterId: string | null;
  readonly hasDestination: boolean;
  readonly means: Means | null;
}

/** Of everybody whose plan the actor sees and whose plan has not ended. */
export function selectPlannedDestinations(
  tx: Transaction,
  code: string,
): Promise<PlannedDestination[]> {
  return tx.query(
    `SELECT p.resident_id AS "residentId", p.outline ->> 'destinationShelterId' AS "shelterId",
       p.outline ->> 'destination' IS NOT NULL AS "hasDestination", v.content ->> 'means' AS means
     FROM plan p
     JOIN resident r ON r.municipality_code = p.municipality_code AND r.id = p.resident_id
     LEFT JOIN plan_version v ON v.municipality_code = p.municipality_code
       AND v.resident_id = p.resident_id AND v.version = p.content_version
     WHERE p.municipality_code = $1 AND p.stage NOT IN ('refused', 'ended')
       AND r.archived_at IS NULL
     ORDER BY p.resident_id`,
    [code],
  );
}
