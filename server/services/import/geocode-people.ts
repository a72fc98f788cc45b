import { buildGeocoder, type Geocoder } from '#geodata/geocode/geocoder';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { raiseDataVersions, readDataVersions } from '../../db/queries/data-versions.ts';
import { storeDerivation } from '../../db/queries/derivations.ts';
import { listGazetteer } from '../../db/queries/gazetteer.ts';
import { findMunicipality } from '../../db/queries/municipalities.ts';
import {
  listPlacesByAddress,
  type NewPlace,
  type PlaceByAddress,
  updateDistrictsFromPolygons,
  updatePlaces,
} from '../../db/queries/resident-places.ts';
import { BATCH_SIZE } from '../../db/queries/unnest.ts';
import type { ServiceContext } from '../context.ts';

/** A geocoder over the gazetteer in force; the municipality's name stands for addresses that name no city. */
export async function loadGeocoder(
  { database }: ServiceContext,
  municipalityCode: string,
): Promise<Geocoder> {
  const municipality = await findMunicipality(database, municipalityCode);
  const entries = await listGazetteer(database, municipalityCode);
  return buildGeocoder(entries, municipality === null ? {} : { city: municipality.name });
}

/**
 * Places people by their address again, those whom neither a hand nor the roster file placed. Returns
 * how many moved. Noted with the versions that it rests on, so that what a kill left undone is seen.
 */
export async function geocodePeople(
  context: ServiceContext,
  municipalityCode: string,
): Promise<number> {
  // Read before the data: what changes meanwhile makes the positions outdated and not the other way round.
  const versions = await readDataVersions(context.database, municipalityCode);
  const geocode = await loadGeocoder(context, municipalityCode);
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    withActor(context.database, context.actor, municipalityCode, work);
  let moved = 0;
  let after: string | null = null;
  for (;;) {
    const page: PlaceByAddress[] = await inTransaction((tx) =>
      listPlacesByAddress(tx, municipalityCode, after, BATCH_SIZE),
    );
    const places = page.flatMap((person) => placeAgain(person, geocode) ?? []);
    if (places.length > 0)
      await inTransaction(async (tx) => {
        await updatePlaces(tx, municipalityCode, places);
        await raiseDataVersions(tx, municipalityCode, ['residents']);
      });
    moved += places.length;
    after = page.at(-1)?.id ?? null;
    if (page.length < BATCH_SIZE) break;
  }
  await inTransaction(async (tx) => {
    if (moved > 0) {
      await updateDistrictsFromPolygons(tx, municipalityCode);
      await raiseDataVersions(tx, municipalityCode, ['residents']);
    }
    await storeDerivation(tx, municipalityCode, 'positions', versions);
  });
  return moved;
}

/** null where the address leads to where the person is already. */
function placeAgain(person: PlaceByAddress, geocode: Geocoder): NewPlace | null {
  const { located, matched, reason } = geocode(person.address);
  const isSame =
    located.accuracy === person.accuracy &&
    located.radiusMeters === person.radiusMeters &&
    (located.position?.[0] ?? null) === person.lng &&
    (located.position?.[1] ?? null) === person.lat;
  if (isSame) return null;
  const { id, version } = person;
  return { id, version, located, positionSource: matched ?? reason?.ja ?? null };
}
