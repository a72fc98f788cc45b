import Flatbush from 'flatbush';
import { localScale } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { nearestPart } from '#domain/geo/segment';
import { NumberList } from '#domain/hazard/number-list';
import type { Road, RoadWidth } from './road.ts';

export interface JoinRule {
  /** Centre lines of two sources lie no further apart where they mean one road. */
  readonly mostMetersApart: number;
  /** And run no further out of line, in degrees. */
  readonly mostDegreesApart: number;
  /** Share of a road that has to run along roads of the other source before it takes their width. */
  readonly leastShare: number;
}

/**
 * An argument and no measurement: lines of either source are off by some metres, and ten keep apart the
 * streets of a block, which is deeper. Where they are off by more a road stays without width, which says
 * "check on site" and nothing wrong.
 */
export const JOIN_RULE: JoinRule = { mostMetersApart: 10, mostDegreesApart: 25, leastShare: 0.75 };

const SAMPLE_METERS = 10;
/** A corner that is cut, or the mouth of a side street, is no stretch of the road. */
const LEAST_METERS_OF_A_STRETCH = 15;
const LEAST_SHARE_OF_A_STRETCH = 0.2;

const ON_FOOT = new Set<Road['kind']>(['footway', 'path', 'steps', 'cycleway']);

/**
 * Roads with what another source knows of their width. A road takes it where it runs alongside roads of
 * the other (see JoinRule) that could be the same one: neither is a bridge, a tunnel, a motorway or on
 * foot alone where the other is not. Along several it is as narrow as the narrowest of them. Where the
 * road has a width of its own both hold: what both allow, or from the narrower to the wider where they
 * contradict each other.
 */
export function joinWidths(
  roads: readonly Road[],
  others: Iterable<Road>,
  rule: JoinRule = JOIN_RULE,
): Road[] {
  const index = indexWidths(others);
  if (index === null) return [...roads];
  return roads.map((road) => {
    const found = widthAlong(road, index, rule);
    if (found === null) return road;
    return { ...road, width: road.width === null ? found : bothWidths(road.width, found) };
  });
}

/** What two sources together say of one width. */
export function bothWidths(own: RoadWidth, other: RoadWidth): RoadWidth {
  const least = Math.max(own.leastMeters, other.leastMeters);
  const most = Math.min(own.mostMeters ?? Infinity, other.mostMeters ?? Infinity);
  if (least <= most) {
    const isOwn = own.leastMeters === least && (own.mostMeters ?? Infinity) === most;
    const isOther = other.leastMeters === least && (other.mostMeters ?? Infinity) === most;
    if (isOwn) return own;
    if (isOther) return other;
    const mostMeters = most === Infinity ? null : most;
    return { leastMeters: least, mostMeters, from: own.from, alsoFrom: other.from };
  }
  const widest = Math.max(own.mostMeters ?? Infinity, other.mostMeters ?? Infinity);
  return {
    leastMeters: Math.min(own.leastMeters, other.leastMeters),
    mostMeters: widest === Infinity ? null : widest,
    from: own.from,
    alsoFrom: other.from,
  };
}

/** Segments of roads whose width is known: `[lng, lat]` of both ends, and the sort of their road. */
interface WidthIndex {
  readonly tree: Flatbush;
  readonly coordinates: Float64Array;
  readonly sortOf: Uint32Array;
  readonly sorts: readonly Pick<Road, 'width' | 'kind' | 'isBridge' | 'isTunnel'>[];
}

function indexWidths(others: Iterable<Road>): WidthIndex | null {
  const sorts: WidthIndex['sorts'][number][] = [];
  const places = new Map<string, number>();
  const list = new NumberList();
  const sortOf = new NumberList();
  for (const { line, width, kind, isBridge, isTunnel } of others) {
    if (width === null) continue;
    const sort = { width, kind, isBridge, isTunnel };
    const key = JSON.stringify(sort);
    const place = places.get(key) ?? sorts.push(sort) - 1;
    places.set(key, place);
    for (let end = 1; end < line.length; end += 1) {
      for (const degrees of [...line[end - 1]!, ...line[end]!]) list.push(degrees);
      sortOf.push(place);
    }
  }
  if (sortOf.length === 0) return null;
  const coordinates = list.toFloat64Array();
  const tree = new Flatbush(sortOf.length);
  for (let at = 0; at < coordinates.length; at += 4) {
    const [aLng, aLat] = [coordinates[at]!, coordinates[at + 1]!];
    const [bLng, bLat] = [coordinates[at + 2]!, coordinates[at + 3]!];
    tree.add(
      Math.min(aLng, bLng),
      Math.min(aLat, bLat),
      Math.max(aLng, bLng),
      Math.max(aLat, bLat),
    );
  }
  tree.finish();
  return { tree, coordinates, sortOf: sortOf.toUint32Array(), sorts };
}

function widthAlong(road: Road, index: WidthIndex, rule: JoinRule): RoadWidth | null {
  const metersOfSort = new Map<number, number>();
  let meters = 0;
  let joined = 0;
  for (const stretch of stretchesOf(road.line)) {
    meters += stretch.meters;
    const sort = sortBeside(road, stretch, index, rule);
    if (sort === null) continue;
    joined += stretch.meters;
    metersOfSort.set(sort, (metersOfSort.get(sort) ?? 0) + stretch.meters);
  }
  if (meters === 0 || joined < rule.leastShare * meters) return null;
  const least = Math.min(LEAST_METERS_OF_A_STRETCH, LEAST_SHARE_OF_A_STRETCH * meters);
  const widths = [...metersOfSort].flatMap(([sort, along]) =>
    along < least ? [] : (index.sorts[sort]?.width ?? []),
  );
  return widths.length === 0 ? null : widths.reduce(narrowest);
}

/** A road of two stretches is as narrow as the narrower of them. */
function narrowest(one: RoadWidth, other: RoadWidth): RoadWidth {
  const most = Math.min(one.mostMeters ?? Infinity, other.mostMeters ?? Infinity);
  const leastMeters = Math.min(one.leastMeters, other.leastMeters);
  const from = other.leastMeters < one.leastMeters ? other.from : one.from;
  return { leastMeters, mostMeters: most === Infinity ? null : most, from };
}

interface Stretch {
  readonly middle: Position;
  /** Direction in metres east and north. */
  readonly east: number;
  readonly north: number;
  readonly meters: number;
}

/** Pieces of a line of ten metres at most. */
function* stretchesOf(line: readonly Position[]): Generator<Stretch> {
  for (let end = 1; end < line.length; end += 1) {
    const [[aLng, aLat], [bLng, bLat]] = [line[end - 1]!, line[end]!];
    const scale = localScale((aLat + bLat) / 2);
    const east = (bLng - aLng) * scale.metersPerDegreeLng;
    const north = (bLat - aLat) * scale.metersPerDegreeLat;
    const length = Math.hypot(east, north);
    const pieces = Math.ceil(length / SAMPLE_METERS);
    for (let piece = 0; piece < pieces; piece += 1) {
      const share = (piece + 0.5) / pieces;
      const middle: Position = [aLng + share * (bLng - aLng), aLat + share * (bLat - aLat)];
      yield { middle, east, north, meters: length / pieces };
    }
  }
}

/** The sort of the nearest road that could be the same one; null where none runs alongside. */
function sortBeside(
  road: Road,
  { middle: [lng, lat], east, north }: Stretch,
  { tree, coordinates, sortOf, sorts }: WidthIndex,
  { mostMetersApart, mostDegreesApart }: JoinRule,
): number | null {
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale(lat);
  const [reachLng, reachLat] = [
    mostMetersApart / metersPerDegreeLng,
    mostMetersApart / metersPerDegreeLat,
  ];
  const leastCosine = Math.cos((mostDegreesApart * Math.PI) / 180);
  let nearest = mostMetersApart;
  let found: number | null = null;
  for (const segment of tree.search(
    lng - reachLng,
    lat - reachLat,
    lng + reachLng,
    lat + reachLat,
  )) {
    const sort = sortOf[segment]!;
    if (!couldBeSame(road, sorts[sort]!)) continue;
    const aEast = (coordinates[4 * segment]! - lng) * metersPerDegreeLng;
    const aNorth = (coordinates[4 * segment + 1]! - lat) * metersPerDegreeLat;
    const bEast = (coordinates[4 * segment + 2]! - lng) * metersPerDegreeLng;
    const bNorth = (coordinates[4 * segment + 3]! - lat) * metersPerDegreeLat;
    const [alongEast, alongNorth] = [bEast - aEast, bNorth - aNorth];
    const lengths = Math.hypot(alongEast, alongNorth) * Math.hypot(east, north);
    // Lines of two sources may be drawn from either end.
    if (Math.abs(alongEast * east + alongNorth * north) < leastCosine * lengths) continue;
    const part = nearestPart(0, 0, aEast, aNorth, bEast, bNorth);
    const apart = Math.hypot(aEast + part * alongEast, aNorth + part * alongNorth);
    if (apart > nearest) continue;
    // Of two as near, as where one source has a road twice, the narrower counts.
    if (apart === nearest && found !== null && !isNarrower(sorts[sort]!, sorts[found]!)) continue;
    nearest = apart;
    found = sort;
  }
  return found;
}

function couldBeSame(road: Road, other: WidthIndex['sorts'][number]): boolean {
  return (
    road.isBridge === other.isBridge &&
    road.isTunnel === other.isTunnel &&
    (road.kind === 'motorway') === (other.kind === 'motorway') &&
    ON_FOOT.has(road.kind) === ON_FOOT.has(other.kind)
  );
}

function isNarrower(one: Pick<Road, 'width'>, other: Pick<Road, 'width'>): boolean {
  return (one.width?.leastMeters ?? 0) < (other.width?.leastMeters ?? 0);
}
