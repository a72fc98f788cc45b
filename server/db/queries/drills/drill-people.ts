import type { TravellingPerson } from '#domain/drill/content';
import type { Transaction } from '../../database.ts';
import { columnsOf } from '../unnest.ts';

/** What is kept of a person of a drill: of a real one all but the name, which is the roster's. */
export type PersonFacts = Omit<
  TravellingPerson,
  'id' | 'residentId' | 'consentDate' | 'name' | 'kind'
> & { readonly name?: string };

export interface DrillPersonRecord {
  readonly personId: string;
  readonly residentId: string | null;
  readonly facts: PersonFacts;
  /** Of a real person, as the actor may see it. */
  readonly name: string | null;
  readonly isMasked: boolean;
  readonly agreedOn: string | null;
  /** Home of a real person; null where it is not known or the actor sees that person masked. */
  readonly home: [number, number] | null;
}

/** As the actor sees them, in the order of the plan. */
export async function selectDrillPeople(
  tx: Transaction,
  code: string,
  drillId: string,
  version: number,
): Promise<DrillPersonRecord[]> {
  const rows = await tx.query<
    Omit<DrillPersonRecord, 'home'> & { readonly lng: number | null; readonly lat: number | null }
  >(
    `SELECT person_id AS "personId", resident_id AS "residentId", facts, name,
       is_masked AS "isMasked", agreed_on AS "agreedOn", ST_X(position) AS lng, ST_Y(position) AS lat
     FROM access.drill_person
     WHERE municipality_code = $1 AND drill_id = $2 AND version = $3 ORDER BY ordinal`,
    [code, drillId, version],
  );
  return rows.map(({ lng, lat, ...row }) => ({
    ...row,
    home: lng === null || lat === null ? null : [lng, lat],
  }));
}

export interface NewDrillPerson {
  readonly personId: string;
  readonly residentId: string | null;
  readonly facts: PersonFacts;
}

export async function insertDrillPeople(
  tx: Transaction,
  code: string,
  drillId: string,
  version: number,
  people: readonly NewDrillPerson[],
): Promise<void> {
  const rows = people.map(({ personId, residentId, facts }, ordinal) => ({
    ...{ personId, ordinal, residentId, facts: JSON.stringify(facts) },
  }));
  await tx.query(
    `INSERT INTO drill_person (municipality_code, drill_id, version, person_id, ordinal, resident_id,
       facts)
     SELECT $1, $2, $3, p.id, p.ordinal, p.resident, p.facts::jsonb
     FROM unnest($4::text[], $5::integer[], $6::uuid[], $7::text[])
       AS p (id, ordinal, resident, facts)`,
    [
      ...[code, drillId, version],
      ...columnsOf(rows, ['personId', 'ordinal', 'residentId', 'facts']),
    ],
  );
}

/** Which of some residents the actor sees, masked or in full. */
export async function selectSeenResidents(
  tx: Transaction,
  code: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM access.resident WHERE municipality_code = $1 AND id = ANY ($2::uuid[])',
    [code, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface Agreement {
  readonly agreedOn: string | null;
  readonly explainedBy: string | null;
  readonly at: Date;
  readonly by: string;
}

export async function storeAgreement(
  tx: Transaction,
  code: string,
  drillId: string,
  residentId: string,
  { agreedOn, explainedBy, at, by }: Agreement,
): Promise<void> {
  await tx.query(
    `INSERT INTO drill_agreement (municipality_code, drill_id, resident_id, agreed_on, explained_by,
       recorded_at, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (municipality_code, drill_id, resident_id) DO UPDATE
       SET agreed_on = $4, explained_by = $5, recorded_at = $6, recorded_by = $7`,
    [code, drillId, residentId, agreedOn, explainedBy, at, by],
  );
}

export interface CandidateRecord {
  readonly residentId: string;
  readonly shelterId: string;
  readonly name: string;
  readonly nameKana: string | null;
  readonly district: string | null;
  readonly lastAgreed: string | null;
}

/** People whose plan is in force and leads to one of the shelters, by the kana of their names. */
export function selectCandidates(
  tx: Transaction,
  code: string,
  shelterIds: readonly string[],
): Promise<CandidateRecord[]> {
  return tx.query(
    `SELECT r.id AS "residentId", c.shelter_id AS "shelterId", r.name, r.name_kana AS "nameKana",
       r.district_name AS district,
       (SELECT max(a.agreed_on) FROM drill_agreement a WHERE a.municipality_code = $1
          AND a.resident_id = r.id) AS "lastAgreed"
     FROM access.drill_candidates($2) c
     JOIN access.resident r ON r.municipality_code = $1 AND r.id = c.resident_id
     WHERE r.archived_at IS NULL
     ORDER BY r.name_kana COLLATE "C", r.name COLLATE "C", r.id`,
    [code, shelterIds],
  );
}
