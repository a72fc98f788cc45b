import { deleteEmptyMunicipality } from '../db/queries/municipalities.ts';
import type { ServiceContext } from './context.ts';

/** Takes a municipality out again that was entered in vain: one with data stays as it is. */
export async function removeEmptyMunicipality(
  { database }: ServiceContext,
  code: string,
): Promise<void> {
  await database.transaction((tx) => deleteEmptyMunicipality(tx, code));
}
