import type { Access } from '#domain/road/road';
import type { OsmTags } from '#geodata/steps/osm/osm-visitor';
import { type AccessByMode, accessOf, everyone, SAYS_NOTHING } from './access.ts';

const who = (foot: Access, wheelchair: Access, car: Access, emergency: Access): AccessByMode => ({
  foot,
  wheelchair,
  car,
  emergency,
});

const BLOCK = who('yes', 'unknown', 'no', 'no');
const NARROW = who('yes', 'no', 'no', 'no');
const OPEN = everyone('yes');

/**
 * Who gets past by the kind of barrier, where no tag says (https://wiki.openstreetmap.org/wiki/Key:barrier).
 * Of a kind that is not here nothing is known.
 */
const BY_KIND: Readonly<Record<string, AccessByMode>> = {
  // Some can be taken out or lowered, by who has the key.
  bollard: who('yes', 'unknown', 'no', 'unknown'),
  block: BLOCK,
  jersey_barrier: BLOCK,
  log: BLOCK,
  debris: who('unknown', 'no', 'no', 'no'),
  planter: BLOCK,
  bus_trap: who('yes', 'yes', 'no', 'unknown'),
  sump_buster: who('yes', 'yes', 'no', 'unknown'),
  cycle_barrier: BLOCK,
  motorcycle_barrier: BLOCK,
  stile: NARROW,
  kissing_gate: NARROW,
  turnstile: NARROW,
  full_height_turnstile: NARROW,
  'full-height_turnstile': NARROW,
  horse_stile: NARROW,
  entrance: OPEN,
  toll_booth: OPEN,
  border_control: OPEN,
  height_restrictor: OPEN,
  cattle_grid: who('yes', 'unknown', 'yes', 'yes'),
  kerb: who('yes', 'unknown', 'yes', 'yes'),
};
const KERBS: ReadonlyMap<string, Access> = new Map([
  ['flush', 'yes'],
  ['lowered', 'yes'],
  ['no', 'yes'],
  ['raised', 'no'],
]);

/** Who gets past a barrier on a node; null where the node is none. */
export function readBarrier(tags: OsmTags): { kind: string; access: AccessByMode } | null {
  const kind = tags.get('barrier');
  if (kind === undefined || kind === 'no') return null;
  const given = Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind]! : SAYS_NOTHING;
  const kerb = kind === 'kerb' ? KERBS.get(tags.get('kerb') ?? '') : undefined;
  return {
    kind,
    access: accessOf(tags, kerb === undefined ? given : { ...given, wheelchair: kerb }),
  };
}
