import type { PositionConflict } from '#contract/data-decisions';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { facilityKey } from '#domain/shelter/facility-conflicts';
import { withActor } from '../db/actor.ts';
import type { Queryable } from '../db/database.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  applyChosenPositions,
  type FacilityPlace,
  listChosenPositions,
  listFacilityPlaces,
  storeChosenPosition,
} from '../db/queries/facility-positions.ts';
import { lockMunicipality } from '../db/queries/municipalities.ts';
import type { ServiceContext } from './context.ts';
import { followUp } from './follow-up.ts';

/** Two lists that put one facility farther apart than this do not agree on where it is. */
const CONFLICT_METERS = 30;

const STALE: Problem = {
  code: 'facility-position.stale',
  ja: 'この施設の位置は、他の人が先に選びました。読み直してください',
  en: 'The position of this facility was chosen by somebody else; read it again',
};

/** Facilities that lists put at several places; a staged list is looked at as if it were in force. */
export async function listPositionConflicts(
  database: Queryable,
  municipalityCode: string,
  stagedId: string | null,
): Promise<PositionConflict[]> {
  const places = await listFacilityPlaces(database, municipalityCode, stagedId);
  const chosen = new Map(
    (await listChosenPositions(database, municipalityCode)).map((one) => [one.facilityKey, one]),
  );
  const byKey = new Map<string, FacilityPlace[]>();
  for (const place of places) {
    const key = facilityKey(place.name);
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  return [...byKey].flatMap(([key, same]) => {
    const isOfInterest = stagedId === null || same.some(({ isStaged }) => isStaged);
    const meters = farthestApart(same);
    if (!isOfInterest || meters <= CONFLICT_METERS) return [];
    const choice = chosen.get(key);
    return [
      {
        facilityKey: key,
        name: same[0]?.name ?? key,
        version: choice?.version ?? null,
        chosen: choice === undefined ? null : mutable(choice.position),
        places: same.map(({ name: _, position, ...place }) => ({
          ...place,
          position: mutable(position),
        })),
        distanceMeters: meters,
      },
    ];
  });
}

/** Between records of different lists: one list's records are different facilities. */
function farthestApart(places: readonly FacilityPlace[]): number {
  let farthest = 0;
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1))
      if (one.datasetId !== other.datasetId)
        farthest = Math.max(farthest, distanceMeters(one.position, other.position));
  return farthest;
}

const mutable = ([lng, lat]: Position): [number, number] => [lng, lat];

export interface PositionChoice {
  readonly municipalityCode: string;
  readonly facilityKey: string;
  /** null takes the choice back. */
  readonly position: Position | null;
  readonly version: number | null;
}

/**
 * Chooses where a facility is, for the lists in force and for those to come, and checks everybody and
 * every shelter anew where that moved something.
 */
export async function chooseFacilityPosition(
  context: ServiceContext,
  choice: PositionChoice,
): Promise<Result<null>> {
  const { municipalityCode, facilityKey: key, position, version } = choice;
  const { database, actor } = context;
  const isStored = await withActor(database, actor, municipalityCode, async (tx) => {
    await lockMunicipality(tx, municipalityCode);
    const chosen = { facilityKey: key, position };
    if (!(await storeChosenPosition(tx, municipalityCode, chosen, version, actor.name)))
      return false;
    await applyChosenPositions(tx, { municipalityCode, datasetId: null });
    await raiseDataVersions(tx, municipalityCode, ['shelters']);
    return true;
  });
  if (!isStored) return failure(STALE);
  await followUp(context, municipalityCode, 'shelters', {});
  return success(null);
}
