import type { Road, RoadKind } from '#domain/road/road';
import type { ImportReason } from '#geodata/item';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { RoadAttributes } from '#geodata/mappers/road-record';
import type { OsmTags } from '#geodata/steps/osm/osm-visitor';
import { accessOf } from './access.ts';
import { countOf, metersOf, tonnesOf } from './measures.ts';
import { surfaceOf } from './surface.ts';
import { widthOfWay } from './way-width.ts';

/** Values of `highway` and what kind of road each is here. */
const KINDS: Readonly<Record<string, RoadKind>> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'trunk',
  trunk_link: 'trunk',
  primary: 'primary',
  primary_link: 'primary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'tertiary',
  tertiary_link: 'tertiary',
  unclassified: 'street',
  residential: 'street',
  living_street: 'street',
  road: 'street',
  service: 'service',
  busway: 'service',
  bus_guideway: 'service',
  track: 'track',
  cycleway: 'cycleway',
  footway: 'footway',
  pedestrian: 'footway',
  corridor: 'footway',
  path: 'path',
  bridleway: 'path',
  steps: 'steps',
};
/** What is not there yet or no longer. */
const NOT_OPEN =
  /^(?:construction|proposed|planned|abandoned|disused|razed|removed|demolished|dismantled|no)$/;

export type WayReading =
  | { readonly kind: 'road'; readonly attributes: RoadAttributes }
  | { readonly kind: 'left-out'; readonly reason: ImportReason };

/** What a way with `highway=*` is by its tags; null for a way without. */
export function readWay(tags: OsmTags): WayReading | null {
  const highway = tags.get('highway');
  if (highway === undefined) return null;
  if (NOT_OPEN.test(highway)) return { kind: 'left-out', reason: ROAD_REASONS.notOpen };
  if (tags.get('area') === 'yes') return { kind: 'left-out', reason: ROAD_REASONS.area };
  const kind = Object.hasOwn(KINDS, highway) ? KINDS[highway] : undefined;
  if (kind === undefined) return { kind: 'left-out', reason: ROAD_REASONS.notRoad };
  const isBusOnly = highway === 'busway' || highway === 'bus_guideway';
  const access = accessOf(tags);
  return {
    kind: 'road',
    attributes: {
      kind,
      name: tags.get('name:ja')?.trim() || tags.get('name')?.trim() || null,
      width: widthOfWay(tags),
      lanes: countOf(tags.get('lanes')),
      surface: surfaceOf(tags),
      isBridge: isSaid(tags.get('bridge')),
      isTunnel: isSaid(tags.get('tunnel')),
      stepCount: countOf(tags.get('step_count')) ?? (kind === 'steps' ? null : 0),
      oneway: onewayOf(tags, highway),
      access: isBusOnly && access.car === 'unknown' ? { ...access, car: 'no' } : access,
      maxHeightMeters: least(
        metersOf(tags.get('maxheight')),
        metersOf(tags.get('maxheight:physical')),
      ),
      maxWeightTonnes: tonnesOf(tags.get('maxweight')),
    },
  };
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text !== 'no';
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** Motorways and roundabouts run one way unless it is said that they do not. */
function onewayOf(tags: OsmTags, highway: string): Road['oneway'] {
  const said = tags.get('oneway:motor_vehicle') ?? tags.get('oneway');
  if (said === 'yes' || said === '1' || said === 'true') return 'forward';
  if (said === '-1' || said === 'reverse') return 'backward';
  if (said !== undefined) return 'both';
  const junction = tags.get('junction');
  const isOneway = highway === 'motorway' || junction === 'roundabout' || junction === 'circular';
  return isOneway ? 'forward' : 'both';
}
