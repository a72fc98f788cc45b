import type { z } from 'zod';
import type { zoneSubjectsSchema } from '#contract/shelter';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectZoneResidents, selectZoneShelters } from '../../db/queries/read/zone-subjects.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import type { Readers } from './readers.ts';
import { listShelters } from './shelters.ts';

/** People and shelters inside, near or undetermined to one zone; deepest inside first. */
export async function listZoneSubjects(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  zoneId: string,
): Promise<z.input<typeof zoneSubjectsSchema>> {
  const { code } = municipality;
  const residents = await withActor(database, actor, code, (transaction) =>
    selectZoneResidents(transaction, code, actor.districts, zoneId),
  );
  const { rows } = await readers.residents(municipality, actor);
  const people = new Map(rows.map((row) => [row.id, row]));
  const concerned = await selectZoneShelters(database, code, zoneId);
  const shelters = new Map(
    (await listShelters(readers, municipality)).map((shelter) => [shelter.id, shelter]),
  );
  return {
    residents: residents.flatMap(({ id, relation, signed_distance_meters }) => {
      const row = people.get(id);
      const zone = { relation, signedDistanceMeters: signed_distance_meters };
      return row === undefined ? [] : [{ ...row, zone }];
    }),
    shelters: concerned.flatMap(({ id, relation, signed_distance_meters }) => {
      const shelter = shelters.get(id);
      if (shelter === undefined) return [];
      const { name, kind } = shelter;
      return [{ id, name, kind, relation, signedDistanceMeters: signed_distance_meters }];
    }),
  };
}
