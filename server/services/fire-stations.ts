import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { changeFireStationSchema, FireStationOnWire } from '#contract/fire-station';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { type FireStation, STATION_FAILURES } from '#domain/road/fire-station';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import {
  insertFireStation,
  isFireStation,
  listFireStations,
  setFireStationClosed,
  updateFireStation,
} from '../db/queries/fire-stations.ts';
import type { ServiceContext } from './context.ts';

type Stations = readonly FireStationOnWire[];

/** Those that are not closed. */
export function readFireStations(
  { database, actor }: Pick<ServiceContext, 'database' | 'actor'>,
  code: string,
): Promise<Stations> {
  return withActor(database, actor, code, (tx) => stationsIn(tx, code));
}

/** Writes a station down; answers all that there are now, as each change does. */
export async function createFireStation(
  { database, actor }: ServiceContext,
  code: string,
  station: FireStation,
): Promise<Result<Stations>> {
  const wrong = mistakeIn(station);
  if (wrong !== null) return failure(wrong);
  return withActor(database, actor, code, async (tx) => {
    await insertFireStation(tx, code, randomUUID(), station, actor);
    return success(await stationsIn(tx, code));
  });
}

/** Says something else of a station. Where somebody else changed it since `version`, nothing is written. */
export async function changeFireStation(
  context: ServiceContext,
  code: string,
  id: string,
  { version, ...station }: z.output<typeof changeFireStationSchema>,
): Promise<Result<Stations>> {
  const wrong = mistakeIn(station);
  if (wrong !== null) return failure(wrong);
  return change(context, code, id, (tx) =>
    updateFireStation(tx, code, id, version, station, context.actor),
  );
}

/** Closes a station, or takes that back; it is kept either way. */
export function closeFireStation(
  context: ServiceContext,
  code: string,
  id: string,
  { version, isClosed }: { readonly version: number; readonly isClosed: boolean },
): Promise<Result<Stations>> {
  return change(context, code, id, (tx) =>
    setFireStationClosed(tx, code, id, version, isClosed, context.actor),
  );
}

function change(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  write: (tx: Transaction) => Promise<boolean>,
): Promise<Result<Stations>> {
  return withActor(database, actor, code, async (tx): Promise<Result<Stations>> => {
    if (!(await isFireStation(tx, code, id))) return failure(STATION_FAILURES.unknown());
    if (!(await write(tx))) return failure(STATION_FAILURES.stale());
    return success(await stationsIn(tx, code));
  });
}

async function stationsIn(tx: Transaction, code: string): Promise<Stations> {
  const records = await listFireStations(tx, code);
  return records.map(({ lng, lat, updatedAt, ...station }) => ({
    ...station,
    position: [lng, lat],
    updatedAt: updatedAt.toISOString(),
  }));
}

function mistakeIn({ vehicles }: FireStation): Problem | null {
  const known = TRAVEL_PROFILES.filter(({ isFourWheeled }) => isFourWheeled).map(({ id }) => id);
  const stranger = vehicles.find((id) => !known.includes(id));
  return stranger === undefined ? null : STATION_FAILURES.vehicleUnknown(stranger);
}
