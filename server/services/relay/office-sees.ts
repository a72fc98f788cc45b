import type { RelayOffice } from '#domain/relay/office';
import { type Actor, SYSTEM, withActorFor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listOfficeMembers } from '../../db/queries/relay-offices.ts';
import { findSeenPerson } from '../../db/queries/relay-sheets.ts';

/**
 * Whether an office sees somebody, as the database itself answers it: by role, reach and consent of this moment; one
 * of the city's list where any of its people does.
 */
export async function officeSees(
  database: Database,
  code: string,
  { role, district, shelterId, officeId }: RelayOffice,
  residentId: string,
): Promise<boolean> {
  if (role !== 'listed')
    return sees(database, code, residentId, {
      ...SYSTEM,
      ...{ role, name: role, municipalityCode: code },
      districts: district === null ? null : [district],
      shelterIds: shelterId === null ? [] : [shelterId],
    });
  for (const { id: accountId, ...member } of await listOfficeMembers(
    database,
    code,
    officeId ?? '',
  ))
    if (
      await sees(database, code, residentId, {
        ...member,
        ...{ accountId, municipalityCode: code, relayOfficeId: member.officeId },
      })
    )
      return true;
  return false;
}

async function sees(database: Database, code: string, residentId: string, actor: Actor) {
  const seen = await withActorFor(database, actor, code, residentId, (tx) =>
    findSeenPerson(tx, code, residentId),
  );
  return seen !== null;
}
