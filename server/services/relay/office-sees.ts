import type { RelayOffice } from '#domain/relay/office';
import { SYSTEM, withActorFor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findSeenPerson } from '../../db/queries/relay-sheets.ts';

/** Whether an office sees somebody, as the database itself answers it: by role, reach and consent of this moment. */
export async function officeSees(
  database: Database,
  code: string,
  { role, district, shelterId }: RelayOffice,
  residentId: string,
): Promise<boolean> {
  const office = {
    ...SYSTEM,
    ...{ role, name: role, municipalityCode: code },
    districts: district === null ? null : [district],
    shelterIds: shelterId === null ? [] : [shelterId],
  };
  const seen = await withActorFor(database, office, code, residentId, (tx) =>
    findSeenPerson(tx, code, residentId),
  );
  return seen !== null;
}
