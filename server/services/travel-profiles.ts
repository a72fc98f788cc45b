import type { z } from 'zod';
import type { changeTravelProfileSchema, TravelProfilesOnWire } from '#contract/travel-profile';
import { failure, type Result, success } from '#domain/problem';
import { FIGURE_FAILURES } from '#domain/routing/profiles/figure-failures';
import { type EditedFigures, standardFigures } from '#domain/routing/profiles/figures';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { withActor } from '../db/actor.ts';
import type { Queryable } from '../db/database.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { listTravelProfiles, storeTravelProfile } from '../db/queries/travel-profiles.ts';
import type { ServiceContext } from './context.ts';
import { findProfile, TRAVELLER_FAILURES } from './routing/travellers.ts';

/** All profiles with the figures of the standard and of the city. */
export function readTravelProfiles(
  { database, actor }: Pick<ServiceContext, 'database' | 'actor'>,
  code: string,
): Promise<TravelProfilesOnWire> {
  return withActor(database, actor, code, (tx) => profilesIn(tx, code));
}

/** Figures of the city's own, or null for the standard: every search goes by them from the next question on. */
export async function changeTravelProfile(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  { version, figures }: z.output<typeof changeTravelProfileSchema>,
): Promise<Result<TravelProfilesOnWire>> {
  if (findProfile(id) === undefined) return failure(TRAVELLER_FAILURES.profileUnknown());
  return withActor(database, actor, code, async (tx): Promise<Result<TravelProfilesOnWire>> => {
    if (!(await storeTravelProfile(tx, code, id, version, figures, actor)))
      return failure(FIGURE_FAILURES.stale());
    // What bears on every question is read together (`routing/site-state`).
    await raiseDataVersions(tx, code, ['site-overrides']);
    return success(await profilesIn(tx, code));
  });
}

/** The figures in force of those profiles that the city has changed. */
export async function readEditedFigures(database: Queryable, code: string): Promise<EditedFigures> {
  const records = await listTravelProfiles(database, code);
  return Object.fromEntries(
    records.flatMap(({ id, figures }) => (figures === null ? [] : [[id, figures]])),
  );
}

async function profilesIn(tx: Queryable, code: string): Promise<TravelProfilesOnWire> {
  const records = new Map((await listTravelProfiles(tx, code)).map((one) => [one.id, one]));
  const profiles = TRAVEL_PROFILES.map((profile) => {
    const { id, label, mode, isFourWheeled, speeds } = profile;
    const record = records.get(id);
    return {
      ...{ id, label: { ...label }, mode, isFourWheeled },
      streetMetersPerSecond: speeds.street,
      standard: standardFigures(profile),
      own: record?.figures ?? null,
      version: record?.version ?? 0,
      changed:
        record === undefined ? null : { at: record.updatedAt.toISOString(), by: record.updatedBy },
    };
  });
  return { profiles };
}
