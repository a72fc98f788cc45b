import type { DatasetKind } from '#contract/dataset';
import type { Database } from '../database.ts';

/** Tables that a replaced dataset of a kind leaves changed by thousands of rows. */
export const TABLES_OF: Readonly<Record<DatasetKind, readonly string[]>> = {
  zones: ['hazard_zone'],
  shelters: ['shelter'],
  districts: ['district', 'resident'],
  boundary: ['district'],
  gazetteer: ['gazetteer_entry', 'resident'],
  roads: ['road', 'road_barrier', 'turn_restriction'],
  consents: ['staged_consent', 'consent', 'consent_change'],
  roster: ['roster_record', 'resident', 'household_facts', 'supporter'],
};

/**
 * Tells the planner how large tables have become: without it a join of 6,000 rows is planned as one of
 * a single row and takes a thousand times longer. The embedded engine has no autovacuum, so there the
 * space of dead rows is freed too. Not to be called inside a transaction.
 */
export async function refreshStatistics(
  database: Database,
  tables: readonly string[],
): Promise<void> {
  const command = database.kind === 'embedded' ? 'VACUUM (ANALYZE)' : 'ANALYZE';
  await database.query(`${command} ${tables.join(', ')}`);
}
