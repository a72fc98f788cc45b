import { randomUUID } from 'node:crypto';
import type { SavedFilter } from '#contract/people-desk';
import { residentQuerySchema } from '#contract/resident';
import { failure, type Result, success } from '#domain/problem';
import { PEOPLE_FAILURES } from '#domain/resident/people-failures';
import type { Queryable } from '../db/database.ts';
import {
  findSavedFilter,
  insertSavedFilter,
  listSavedFilters,
  markFilterRemoved,
  type SavedFilterRecord,
  updateSavedFilter,
} from '../db/queries/saved-filters.ts';
import type { ServiceContext } from './context.ts';

export async function readSavedFilters(database: Queryable, code: string): Promise<SavedFilter[]> {
  return (await listSavedFilters(database, code)).map(present);
}

interface Content {
  readonly name: string;
  readonly query: string;
}

/** Keeps filters and order under a name. What is not a filter of the list is refused. */
export async function createSavedFilter(
  { database, actor }: ServiceContext,
  code: string,
  { name, query }: Content,
): Promise<Result<SavedFilter>> {
  const plain = filterText(query);
  if (plain === null) return failure(PEOPLE_FAILURES.filterUnreadable());
  const id = randomUUID();
  await insertSavedFilter(database, code, { id, name, query: plain, by: actor.name });
  return find(database, code, id);
}

/** Writes over a saved filter. Where somebody else changed it since, nothing is written. */
export async function changeSavedFilter(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  { version, name, query }: Content & { readonly version: number },
): Promise<Result<SavedFilter>> {
  const plain = filterText(query);
  if (plain === null) return failure(PEOPLE_FAILURES.filterUnreadable());
  const content = { id, name, query: plain, by: actor.name };
  const isDone = await updateSavedFilter(database, code, version, content);
  const found = await find(database, code, id);
  return !found.ok || isDone ? found : failure(PEOPLE_FAILURES.filterStale());
}

/** Removes a saved filter, or takes that back. */
export async function setFilterRemoved(
  { database }: ServiceContext,
  code: string,
  id: string,
  { version, isRemoved }: { readonly version: number; readonly isRemoved: boolean },
): Promise<Result<SavedFilter>> {
  const isDone = await markFilterRemoved(database, code, id, version, isRemoved);
  const found = await find(database, code, id);
  return !found.ok || isDone ? found : failure(PEOPLE_FAILURES.filterStale());
}

async function find(database: Queryable, code: string, id: string): Promise<Result<SavedFilter>> {
  const record = await findSavedFilter(database, code, id);
  return record === null ? failure(PEOPLE_FAILURES.filterUnknown()) : success(present(record));
}

/** The known keys of a query in the order of the contract; null where one of them cannot be read. */
function filterText(query: string): string | null {
  const given = new URLSearchParams(query);
  const known = new URLSearchParams();
  for (const key of Object.keys(residentQuerySchema.shape)) {
    const value = given.get(key);
    if (value !== null && key !== 'offset' && key !== 'limit') known.set(key, value);
  }
  return residentQuerySchema.safeParse(Object.fromEntries(known)).success ? known.toString() : null;
}

const present = ({ updatedAt, ...record }: SavedFilterRecord): SavedFilter => ({
  ...record,
  updatedAt: updatedAt.toISOString(),
});
