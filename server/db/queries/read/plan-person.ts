import type { Accuracy } from '#domain/resident/accuracy';
import type { Device } from '#domain/resident/disability';
import type { CommunicationNeed, Household } from '#domain/resident/facts';
import type { Transaction } from '../../database.ts';

/** What a plan takes from the roster, and what its steps look at beside it. */
export interface PlanPersonRow {
  readonly archived: boolean;
  readonly household: Household | null;
  readonly devices: Device[] | null;
  readonly communication: CommunicationNeed | null;
  readonly is_given: boolean;
  readonly supporters: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly relationship: string | null;
    readonly phone: string | null;
    readonly address: string | null;
    readonly lng: number | null;
    readonly lat: number | null;
    readonly accuracy: Accuracy;
  }[];
}

/** Null where the actor does not see the person's plan, whether there is one or not. */
export async function selectPlanPerson(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<PlanPersonRow | null> {
  const [row] = await tx.query<PlanPersonRow>(
    `SELECT r.archived_at IS NOT NULL AS archived, h.household, h.devices, h.communication,
       access.plan_is_given(r.id) AS is_given,
       (SELECT coalesce(json_agg(json_build_object('ordinal', s.ordinal, 'name', s.name,
           'relationship', s.relationship, 'phone', s.phone, 'address', s.address,
           'lng', ST_X(s.position), 'lat', ST_Y(s.position), 'accuracy', s.accuracy)
           ORDER BY s.ordinal), '[]')
        FROM supporter s
        WHERE s.municipality_code = r.municipality_code AND s.resident_id = r.id) AS supporters
     FROM access.resident r
     LEFT JOIN access.household_facts h
       ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
     WHERE r.municipality_code = $1 AND r.id = $2 AND NOT (SELECT access.masked())
       AND ((SELECT access.everyone()) OR r.id IN (SELECT access.plans()))`,
    [code, residentId],
  );
  return row ?? null;
}
