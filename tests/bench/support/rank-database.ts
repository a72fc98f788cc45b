import type pg from 'pg';
import type { Disability } from '#domain/resident/disability';
import type { Fact, ResidentFacts } from '#domain/resident/facts';
import { vocabularies } from '#domain/resident/vocabularies';
import type { Vocabulary } from '#domain/resident/vocabulary';

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
  readonly disabilities: { kind: string; grade: string | null }[] | null;
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

/** Words become the vocabulary's own texts: checked, and quick to rank. */
export function rowToFacts(row: FactsRow): ResidentFacts {
  const roster = <Value>(value: Value | null): Fact<Value> => ({
    value,
    source: value === null ? null : row.roster_source,
    asOf: value === null ? null : row.roster_as_of,
  });
  const zones = <Value>(value: Value | null): Fact<Value> => ({
    value,
    source: row.zone_source,
    asOf: row.zone_as_of,
  });
  return {
    residentId: row.resident_id,
    district: row.district,
    redZone: zones(vocabularies.relation.wordOf(row.red_zone)),
    anyZone: zones(vocabularies.relation.wordOf(row.any_zone)),
    phenomena: zones(words(row.phenomena, vocabularies.phenomenon)),
    positionAccuracy: roster(vocabularies.accuracy.wordOf(row.position_accuracy)),
    age: roster(row.age),
    careLevel: roster(vocabularies.careLevel.wordOf(row.care_level)),
    disabilities: roster(row.disabilities?.map(toDisability) ?? null),
    devices: roster(words(row.devices, vocabularies.device)),
    household: roster(vocabularies.household.wordOf(row.household)),
    communication: roster(vocabularies.communication.wordOf(row.communication)),
    supporterCount: roster(row.supporter_count),
    plan: roster(vocabularies.plan.wordOf(row.plan)),
  };
}

function words<Word extends string>(
  texts: readonly string[] | null,
  vocabulary: Vocabulary<Word>,
): Word[] | null {
  return texts === null ? null : texts.flatMap((text) => vocabulary.wordOf(text) ?? []);
}

function toDisability({ kind, grade }: { kind: string; grade: string | null }): Disability {
  const known = vocabularies.disabilityKind.wordOf(kind);
  if (known === null) throw new Error('A disability has a kind');
  return { kind: known, grade };
}
