import type { SiteOverrideDetail, SiteOverrideOnWire } from '#contract/site-override';
import { failure, type Result, success } from '#domain/problem';
import { isClosedAt, overrideStateAt, type SiteOverride } from '#domain/road/override';
import { OVERRIDE_FAILURES } from '#domain/road/override-failures';
import { withActor } from '../../db/actor.ts';
import {
  findSiteOverride,
  listSiteChanges,
  listSiteOverrides,
  type SiteOverrideRecord,
} from '../../db/queries/site-overrides.ts';
import { listPhotos, type PhotoRecord } from '../../db/queries/site-photos.ts';
import type { ServiceContext } from '../context.ts';

type Reading = Pick<ServiceContext, 'database' | 'actor'>;

/** All of a municipality, those in force first; of each kind the one said last first. */
export async function readSiteOverrides(
  { database, actor }: Reading,
  code: string,
  atMillis: number,
): Promise<SiteOverrideOnWire[]> {
  return withActor(database, actor, code, async (tx) => {
    const records = await listSiteOverrides(tx, code);
    const photos = await listPhotos(tx, code);
    const all = records.map((record) => onWire(record, photos, atMillis));
    const isInForce = ({ state }: SiteOverrideOnWire) => state === 'in-force';
    return [...all.filter(isInForce), ...all.filter((one) => !isInForce(one))];
  });
}

/** One with its history. */
export async function readSiteOverride(
  { database, actor }: Reading,
  code: string,
  id: string,
  atMillis: number,
): Promise<Result<SiteOverrideDetail>> {
  return withActor(database, actor, code, async (tx): Promise<Result<SiteOverrideDetail>> => {
    const record = await findSiteOverride(tx, code, id);
    if (record === null) return failure(OVERRIDE_FAILURES.unknown());
    const photos = await listPhotos(tx, code, id);
    const changes = await listSiteChanges(tx, code, id);
    const history = changes.map(({ facts, expiresAt, changedAt, ...change }) => ({
      ...change,
      facts: factsOnWire(facts),
      expiresAt: expiresAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
    }));
    return success({ ...onWire(record, photos, atMillis), history });
  });
}

/** As the rules read it. */
export function overrideOf(record: SiteOverrideRecord): SiteOverride {
  const { id, source, roadId, lng, lat, facts, expiresAt, updatedAt, updatedBy } = record;
  return {
    id,
    road: { source, id: roadId, middle: [lng, lat] },
    facts,
    by: updatedBy,
    at: updatedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    isTakenBack: record.isTakenBack,
  };
}

function onWire(
  record: SiteOverrideRecord,
  photos: readonly PhotoRecord[],
  atMillis: number,
): SiteOverrideOnWire {
  const { id, version, createdAt, createdBy, updatedBy } = record;
  const override = overrideOf(record);
  const { road, facts, expiresAt, at } = override;
  const state = overrideStateAt(override, atMillis);
  return {
    ...{ id, version, state, createdBy, updatedBy, expiresAt },
    isClosedNow:
      state === 'in-force' && facts.closed !== null && isClosedAt(facts.closed, atMillis),
    road: { source: road.source, id: road.id, middle: [...road.middle] },
    facts: factsOnWire(facts),
    photos: photos
      .filter(({ overrideId }) => overrideId === id)
      .map(({ overrideId: _, addedAt, ...photo }) => ({
        ...photo,
        addedAt: addedAt.toISOString(),
      })),
    createdAt: createdAt.toISOString(),
    updatedAt: at,
  };
}

function factsOnWire(facts: SiteOverride['facts']): SiteOverrideOnWire['facts'] {
  const { closed, passability, turningPlace, hydrant } = facts;
  return {
    ...facts,
    closed: closed === null ? null : { ...closed },
    passability: passability.map((one) => ({ ...one })),
    turningPlace: turningPlace === null ? null : [...turningPlace],
    hydrant: hydrant === null ? null : [...hydrant],
  };
}
