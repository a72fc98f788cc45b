import type { Access, Road } from '#domain/road/road';
import type { OsmTags } from '#geodata/steps/osm/osm-visitor';

export type AccessByMode = Road['access'];

/** Values of access tags; what is not here says nothing (https://wiki.openstreetmap.org/wiki/Key:access). */
const VALUES: ReadonlyMap<string, Access> = new Map(
  Object.entries({
    yes: 'yes',
    designated: 'yes',
    permissive: 'yes',
    official: 'yes',
    public: 'yes',
    allowed: 'yes',
    no: 'no',
    agricultural: 'no',
    forestry: 'no',
    military: 'no',
    restricted: 'no',
    psv: 'no',
    bus: 'no',
    emergency: 'no',
    // A drive to a house is private and leads to who lives there.
    private: 'destination',
    destination: 'destination',
    customers: 'destination',
    delivery: 'destination',
    residents: 'destination',
    permit: 'destination',
  } as const),
);

/** From the general to the special: the last that says something holds. */
const KEYS = {
  foot: ['access', 'foot'],
  car: ['access', 'vehicle', 'motor_vehicle', 'motorcar'],
} as const;

/**
 * Who may pass, by the tags of a way or a barrier; `unknown` where they do not say. `given`: what holds
 * where no tag speaks.
 */
export function accessOf(tags: OsmTags, given: AccessByMode = SAYS_NOTHING): AccessByMode {
  const isForMotors = tags.get('motorroad') === 'yes';
  const foot = isForMotors ? 'no' : (lastOf(tags, KEYS.foot) ?? given.foot);
  const car = lastOf(tags, KEYS.car) ?? given.car;
  return {
    foot,
    wheelchair: wheelchairOf(tags, foot, given.wheelchair),
    car,
    emergency: emergencyOf(tags, given.emergency),
  };
}

export const SAYS_NOTHING: AccessByMode = {
  foot: 'unknown',
  wheelchair: 'unknown',
  car: 'unknown',
  emergency: 'unknown',
};

export function everyone(access: Access): AccessByMode {
  return { foot: access, wheelchair: access, car: access, emergency: access };
}

/** A wheelchair goes where people on foot do not only where a tag says so. */
function wheelchairOf(tags: OsmTags, foot: Access, given: Access): Access {
  const said = tags.get('wheelchair');
  if (said === 'limited') return foot === 'no' ? 'no' : 'unknown';
  const access = said === undefined ? null : (VALUES.get(said) ?? null);
  if (access !== null) return access;
  return foot === 'no' || foot === 'destination' ? foot : given;
}

/**
 * A ban of traffic does not bind a fire engine (道路交通法 41条: 緊急自動車 is exempt from 8条1項), so
 * `no` for vehicles leaves open whether it gets through; what is open to vehicles, or private, is open to it.
 */
function emergencyOf(tags: OsmTags, given: Access): Access {
  const said = VALUES.get(tags.get('emergency') ?? '');
  if (said !== undefined) return said;
  const vehicles = lastOf(tags, KEYS.car);
  return vehicles === 'yes' || vehicles === 'destination' ? 'yes' : given;
}

function lastOf(tags: OsmTags, keys: readonly string[]): Access | null {
  let access: Access | null = null;
  for (const key of keys) {
    const text = tags.get(key);
    if (text === undefined) continue;
    access = readValue(text) ?? access;
  }
  return access;
}

/** Of several values the one that opens most: `destination;delivery`. */
function readValue(text: string): Access | null {
  const found = text.split(';').flatMap((one) => VALUES.get(one.trim()) ?? []);
  return (['yes', 'destination', 'no'] as const).find((one) => found.includes(one)) ?? null;
}
