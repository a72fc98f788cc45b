import type { Queryable } from '../database.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf } from './unnest.ts';

/** Who a person is, as far as the roster tells. */
interface Identity {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
}

interface NumberHolder extends Identity {
  readonly rosterNumber: string;
  /** On the roster in force, be it merged with another entry; else on a former one. */
  readonly isOnRoster: boolean;
}

/** Who has the numbers already, of those who were born on another day. */
export async function findNumberHolders(
  tx: Queryable,
  municipalityCode: string,
  people: readonly (Identity & { readonly rosterNumber: string })[],
): Promise<NumberHolder[]> {
  return tx.query<NumberHolder>(
    `SELECT roster_number AS "rosterNumber", name, birth_date::text AS "birthDate",
       archived_at IS NULL OR merged_into IS NOT NULL AS "isOnRoster"
     FROM resident JOIN unnest($2::text[], $3::date[]) AS staged (number, born)
       ON resident.roster_number = staged.number AND resident.birth_date <> staged.born
     WHERE municipality_code = $1`,
    [municipalityCode, ...columnsOf(people, ['rosterNumber', 'birthDate'])],
  );
}

/** People of a staged roster beside whoever has their number by now and was born on another day. */
export async function listStagedHolders(
  tx: Queryable,
  key: DatasetKey,
): Promise<{ readonly staged: Identity; readonly holder: Identity }[]> {
  const rows = await tx.query<{ name: string; born: string; holder: string; holderBorn: string }>(
    `SELECT entry ->> 'name' AS name, entry ->> 'birthDate' AS born, resident.name AS holder,
       resident.birth_date::text AS "holderBorn"
     FROM roster_record AS record JOIN resident USING (municipality_code, roster_number)
     WHERE record.municipality_code = $1 AND record.dataset_id = $2 AND record.carried_from IS NULL
       AND resident.birth_date <> (entry ->> 'birthDate')::date`,
    [key.municipalityCode, key.datasetId],
  );
  return rows.map(({ name, born, holder, holderBorn }) => ({
    staged: { name, birthDate: born },
    holder: { name: holder, birthDate: holderBorn },
  }));
}

/**
 * Takes what the roster in force says of the numbers over into a staged one, where people are now, and
 * returns of how many.
 */
export async function carryOver(
  tx: Queryable,
  key: DatasetKey,
  rosterNumbers: readonly string[],
): Promise<number> {
  if (rosterNumbers.length === 0) return 0;
  const rows = await tx.query(
    `INSERT INTO roster_record (municipality_code, dataset_id, roster_number, record_number,
       content_hash, entry, position, accuracy, radius_meters, position_origin, position_source,
       supporters, carried_from)
     SELECT $1, $2, former.roster_number, former.record_number, former.content_hash, former.entry,
       ${placedNow('position')}, ${placedNow('accuracy')}, ${placedNow('radius_meters')},
       ${placedNow('position_origin')}, ${placedNow('position_source')}, former.supporters,
       coalesce(former.carried_from, former.dataset_id)
     FROM resident JOIN roster_record AS former ON former.municipality_code = $1
       AND former.dataset_id = resident.dataset_id
       AND former.roster_number = resident.roster_number
     WHERE resident.municipality_code = $1 AND resident.roster_number = ANY ($3::text[])
       AND (resident.archived_at IS NULL OR resident.merged_into IS NOT NULL)
     RETURNING roster_number`,
    [key.municipalityCode, key.datasetId, rosterNumbers],
  );
  return rows.length;
}

/** The gazetteer may have placed somebody anew since; what a hand set lies beside the roster. */
const placedNow = (column: string) =>
  `CASE WHEN resident.position_origin = 'manual' THEN former.${column} ELSE resident.${column} END`;

/** Carries over again what was carried over when the roster was staged: another may be in force by now. */
export async function carryOverAnew(tx: Queryable, key: DatasetKey): Promise<void> {
  const carried = await tx.query<{ rosterNumber: string }>(
    `WITH former AS (
       DELETE FROM roster_record
       WHERE municipality_code = $1 AND dataset_id = $2 AND carried_from IS NOT NULL
       RETURNING roster_number)
     SELECT roster_number AS "rosterNumber" FROM former`,
    [key.municipalityCode, key.datasetId],
  );
  await carryOver(
    tx,
    key,
    carried.map(({ rosterNumber }) => rosterNumber),
  );
}
