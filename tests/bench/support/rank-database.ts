import type pg from 'pg';
import type { DisabilityText } from '#domain/resident/disability-code';
import { factReaders } from '#domain/resident/fact-readers';
import type { ResidentFacts } from '#domain/resident/facts';

/** A row as PostgreSQL hands it over. */
interface FactsRow {
  readonly resident_id: string;
  readonly district: string;
  readonly red_zone: string | null;
  readonly any_zone: string | null;
  readonly phenomena: string[] | null;
  readonly position_accuracy: string | null;
  readonly age: number | null;
  readonly care_level: string | null;
  readonly disabilities: DisabilityText[] | null;
  readonly devices: string[] | null;
  readonly household: string | null;
  readonly communication: string | null;
  readonly supporter_count: number | null;
  readonly plan: string | null;
  readonly roster_source: string;
  readonly roster_as_of: string;
  readonly zone_source: string;
  readonly zone_as_of: string;
}

const COLUMNS = [
  'resident_id text COLLATE "C" PRIMARY KEY',
  'district text',
  'red_zone text',
  'any_zone text',
  'phenomena text[]',
  'position_accuracy text',
  'age integer',
  'care_level text',
  'disabilities jsonb',
  'devices text[]',
  'household text',
  'communication text',
  'supporter_count integer',
  'plan text',
  'roster_source text',
  'roster_as_of text',
  'zone_source text',
  'zone_as_of text',
];
const NAMES = COLUMNS.map((column) => column.split(' ')[0]);

/** Stores the facts in one flat table, the quickest layout there is to read them from. */
export async function storeFacts(
  client: pg.ClientBase,
  residents: readonly ResidentFacts[],
): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE bench_facts (${COLUMNS.join(', ')})`);
  const rows = residents.map((facts) => ({
    resident_id: facts.residentId,
    district: facts.district,
    red_zone: facts.redZone.value,
    any_zone: facts.anyZone.value,
    phenomena: facts.phenomena.value,
    position_accuracy: facts.positionAccuracy.value,
    age: facts.age.value,
    care_level: facts.careLevel.value,
    disabilities: facts.disabilities.value,
    devices: facts.devices.value,
    household: facts.household.value,
    communication: facts.communication.value,
    supporter_count: facts.supporterCount.value,
    plan: facts.plan.value,
    roster_source: 'roster.csv',
    roster_as_of: '2026-04-01',
    zone_source: 'A33-24_34_GML.zip',
    zone_as_of: '2024-08-01',
  }));
  await client.query(
    `INSERT INTO bench_facts SELECT * FROM jsonb_populate_recordset(NULL::bench_facts, $1)`,
    [JSON.stringify(rows)],
  );
  await client.query('ANALYZE bench_facts');
}

/** Every column that ranking needs, in the order of the ids. */
export async function readRows(client: pg.ClientBase): Promise<readonly FactsRow[]> {
  const result = await client.query<FactsRow>(
    `SELECT ${NAMES.join(', ')} FROM bench_facts ORDER BY resident_id COLLATE "C"`,
  );
  return result.rows;
}

/** Rows as facts, by the domain's own readers: one set of them for each source and date. */
export function toFacts(rows: readonly FactsRow[]): ResidentFacts[] {
  const readersBySource = new Map<string, ReturnType<typeof factReaders>>();
  const readersOf = (source: string, asOf: string) => {
    const key = `${source} ${asOf}`;
    const readers = readersBySource.get(key) ?? factReaders(source, asOf);
    readersBySource.set(key, readers);
    return readers;
  };
  return rows.map((row) => {
    const roster = readersOf(row.roster_source, row.roster_as_of);
    const zones = readersOf(row.zone_source, row.zone_as_of);
    return {
      residentId: row.resident_id,
      district: row.district,
      redZone: zones.redZone(row.red_zone),
      anyZone: zones.anyZone(row.any_zone),
      phenomena: zones.phenomena(row.phenomena),
      positionAccuracy: roster.positionAccuracy(row.position_accuracy),
      age: roster.age(row.age),
      careLevel: roster.careLevel(row.care_level),
      disabilities: roster.disabilities(row.disabilities),
      devices: roster.devices(row.devices),
      household: roster.household(row.household),
      communication: roster.communication(row.communication),
      supporterCount: roster.supporterCount(row.supporter_count),
      plan: roster.plan(row.plan),
    };
  });
}
