import { DEFAULT_CRITERIA_ID, PRESETS } from '#domain/priority/presets';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  insertCriteria,
  insertMunicipality,
  renameMunicipality,
} from '../db/queries/municipalities.ts';
import type { ServiceContext } from './context.ts';

/**
 * Enters a municipality with the criteria that ship with the software; false where it exists, which
 * stays as it is, but for its name where it is to be renamed.
 */
export async function createMunicipality(
  { database }: ServiceContext,
  code: string,
  name: string,
  { rename = false } = {},
): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (!(await insertMunicipality(tx, code, name, DEFAULT_CRITERIA_ID))) {
      if (rename && (await renameMunicipality(tx, code, name)))
        await raiseDataVersions(tx, code, ['settings']);
      return false;
    }
    for (const criteria of PRESETS) await insertCriteria(tx, code, criteria);
    await raiseDataVersions(tx, code, ['settings', 'ranking']);
    return true;
  });
}
