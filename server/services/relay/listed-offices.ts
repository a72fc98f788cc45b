import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  changeRelayOfficeSchema,
  newRelayOfficeSchema,
  RelayOfficeOnWire,
} from '#contract/relay-office';
import { failure, type Result, success } from '#domain/problem';
import { LISTED_OFFICE_FAILURES } from '#domain/relay/listed-office';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import {
  insertListedOffice,
  type ListedOfficeRecord,
  listListedOffices,
  listOfficeMembers,
  setListedOfficeClosed,
  updateListedOffice,
} from '../../db/queries/relay-offices.ts';
import type { ServiceContext } from '../context.ts';

type Offices = RelayOfficeOnWire[];
type Reader = Pick<ServiceContext, 'database' | 'actor'>;

/** Offices of the city's own list, with how many accounts are of each. */
export async function readListedOffices(
  { database, actor }: Reader,
  code: string,
): Promise<Offices> {
  const records = await withActor(database, actor, code, (tx) => listListedOffices(tx, code));
  const members = await listOfficeMembers(database, code, null);
  return records.map(({ updatedAt, ...office }) => ({
    ...office,
    members: members.filter(({ officeId }) => officeId === office.id).length,
    updatedAt: updatedAt.toISOString(),
  }));
}

/** Writes an office down; answers all that there are now, as each change does. */
export function createListedOffice(
  context: ServiceContext,
  code: string,
  office: z.output<typeof newRelayOfficeSchema>,
): Promise<Result<Offices>> {
  return change(context, code, null, office.name, async (tx) => {
    await insertListedOffice(tx, code, randomUUID(), office, context.actor);
    return true;
  });
}

/** Where somebody else changed it since `version`, nothing is written. */
export function changeListedOffice(
  context: ServiceContext,
  code: string,
  id: string,
  { version, ...office }: z.output<typeof changeRelayOfficeSchema>,
): Promise<Result<Offices>> {
  return change(context, code, id, office.name, (tx) =>
    updateListedOffice(tx, code, id, version, office, context.actor),
  );
}

/** Closes an office, or takes that back; sheets that are there can be answered all the same. */
export function closeListedOffice(
  context: ServiceContext,
  code: string,
  id: string,
  { version, isClosed }: { readonly version: number; readonly isClosed: boolean },
): Promise<Result<Offices>> {
  return change(context, code, id, null, (tx) =>
    setListedOfficeClosed(tx, code, id, version, isClosed, context.actor),
  );
}

async function change(
  context: ServiceContext,
  code: string,
  id: string | null,
  name: string | null,
  write: (tx: Transaction) => Promise<boolean>,
): Promise<Result<Offices>> {
  const { database, actor } = context;
  const done = await withActor(database, actor, code, async (tx): Promise<Result<null>> => {
    const before = await listListedOffices(tx, code);
    const problem = problemOf(before, id, name);
    if (problem !== null) return failure(problem);
    return (await write(tx)) ? success(null) : failure(LISTED_OFFICE_FAILURES.stale());
  });
  return done.ok ? success(await readListedOffices(context, code)) : done;
}

function problemOf(before: readonly ListedOfficeRecord[], id: string | null, name: string | null) {
  if (id !== null && before.every((one) => one.id !== id)) return LISTED_OFFICE_FAILURES.unknown();
  const isTaken = name !== null && before.some((one) => one.name === name && one.id !== id);
  return isTaken ? LISTED_OFFICE_FAILURES.nameTaken(name) : null;
}
