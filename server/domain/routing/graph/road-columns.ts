import { distanceMeters } from '#domain/geo/distance';
import { NumberList } from '#domain/hazard/number-list';
import { ROAD_KINDS, type Road, TRAVEL_MODES } from '#domain/road/road';
import { ACCESSES, ROAD_FLAGS, type RoadTable } from './road-table.ts';

type Columns = Omit<
  RoadTable,
  | 'roadIds'
  | 'steepestPercents'
  | 'junctionCount'
  | 'junctionIds'
  | 'junctionPositions'
  | 'barriers'
  | 'turns'
  | 'remarks'
>;

/** What a table keeps of each road, as columns that grow. */
export class RoadColumns {
  readonly #names = new Map<string, number>();
  readonly #lists = {
    nameCodes: new NumberList(),
    kindCodes: new NumberList(),
    fromJunctions: new NumberList(),
    toJunctions: new NumberList(),
    firstVertices: new NumberList(),
    coordinates: new NumberList(),
    elevationsMeters: new NumberList(),
    lengthsMeters: new NumberList(),
    leastWidthsMeters: new NumberList(),
    mostWidthsMeters: new NumberList(),
    laneCounts: new NumberList(),
    maxHeightsMeters: new NumberList(),
    maxWeightsTonnes: new NumberList(),
    stepCounts: new NumberList(),
    flags: new NumberList(),
    accessCodes: new NumberList(),
  };

  /** Says whether it was added: a road from a junction to itself without length is not. */
  add(road: Road): { readonly isAdded: boolean } {
    const lengthMeters = measure(road);
    if (lengthMeters === 0 && road.ends[0] === road.ends[1]) return { isAdded: false };
    const lists = this.#lists;
    lists.firstVertices.push(lists.elevationsMeters.length);
    for (const [vertex, [lng, lat]] of road.line.entries()) {
      lists.coordinates.push(lng);
      lists.coordinates.push(lat);
      lists.elevationsMeters.push(road.elevationsMeters?.[vertex] ?? Number.NaN);
    }
    lists.nameCodes.push(road.name === null ? -1 : this.#nameCode(road.name));
    lists.kindCodes.push(ROAD_KINDS.indexOf(road.kind));
    lists.lengthsMeters.push(lengthMeters);
    lists.leastWidthsMeters.push(road.width?.leastMeters ?? Number.NaN);
    lists.mostWidthsMeters.push(
      road.width === null ? Number.NaN : (road.width.mostMeters ?? Infinity),
    );
    lists.laneCounts.push(road.lanes ?? 0);
    lists.maxHeightsMeters.push(road.maxHeightMeters ?? Number.NaN);
    lists.maxWeightsTonnes.push(road.maxWeightTonnes ?? Number.NaN);
    lists.stepCounts.push(road.stepCount ?? -1);
    lists.flags.push(flagsOf(road));
    lists.accessCodes.push(accessCodeOf(road));
    return { isAdded: true };
  }

  /** The junctions of the road that was added last. */
  addEnds(from: number, to: number): void {
    this.#lists.fromJunctions.push(from);
    this.#lists.toJunctions.push(to);
  }

  /** Whether a road ends at a junction, by the numbers that `addEnds` was given. */
  hasEnd(road: number, junction: number): boolean {
    const { fromJunctions, toJunctions } = this.#lists;
    return fromJunctions.values[road] === junction || toJunctions.values[road] === junction;
  }

  /** The columns, with `numberOf` a junction in place of what it was given as. */
  finish(numberOf: Uint32Array): Columns {
    const lists = this.#lists;
    lists.firstVertices.push(lists.elevationsMeters.length);
    const renumbered = (junctions: NumberList) =>
      junctions.toUint32Array().map((given) => numberOf[given]!);
    return {
      roadCount: lists.lengthsMeters.length,
      names: [...this.#names.keys()],
      nameCodes: Int32Array.from(lists.nameCodes.toFloat64Array()),
      kindCodes: Uint8Array.from(lists.kindCodes.toUint32Array()),
      fromJunctions: renumbered(lists.fromJunctions),
      toJunctions: renumbered(lists.toJunctions),
      firstVertices: lists.firstVertices.toUint32Array(),
      coordinates: lists.coordinates.toFloat64Array(),
      elevationsMeters: new Float32Array(lists.elevationsMeters.toFloat64Array()),
      lengthsMeters: lists.lengthsMeters.toFloat64Array(),
      leastWidthsMeters: lists.leastWidthsMeters.toFloat64Array(),
      mostWidthsMeters: lists.mostWidthsMeters.toFloat64Array(),
      laneCounts: new Uint8Array(lists.laneCounts.toFloat64Array()),
      maxHeightsMeters: new Float32Array(lists.maxHeightsMeters.toFloat64Array()),
      maxWeightsTonnes: new Float32Array(lists.maxWeightsTonnes.toFloat64Array()),
      stepCounts: new Int32Array(lists.stepCounts.toFloat64Array()),
      flags: new Uint8Array(lists.flags.toFloat64Array()),
      accessCodes: new Uint8Array(lists.accessCodes.toFloat64Array()),
    };
  }

  #nameCode(name: string): number {
    const code = this.#names.get(name) ?? this.#names.size;
    this.#names.set(name, code);
    return code;
  }
}

function measure({ id, line }: Road): number {
  if (line.length < 2)
    throw new RangeError(`road ${id}: expected two positions at least, got ${line.length}`);
  for (const position of line)
    if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90))
      throw new RangeError(`road ${id}: expected [lng, lat] in degrees, got [${position}]`);
  let meters = 0;
  for (let end = 1; end < line.length; end += 1)
    meters += distanceMeters(line[end - 1]!, line[end]!);
  return meters;
}

function flagsOf({ surface, isBridge, isTunnel, oneway }: Road): number {
  return (
    (surface === 'unpaved' ? ROAD_FLAGS.unpaved : 0) |
    (surface === 'unknown' ? ROAD_FLAGS.surfaceUnknown : 0) |
    (isBridge ? ROAD_FLAGS.bridge : 0) |
    (isTunnel ? ROAD_FLAGS.tunnel : 0) |
    (oneway === 'backward' ? ROAD_FLAGS.noForward : 0) |
    (oneway === 'forward' ? ROAD_FLAGS.noBackward : 0)
  );
}

function accessCodeOf({ access }: Road): number {
  return TRAVEL_MODES.reduce(
    (code, mode, place) => code | (ACCESSES.indexOf(access[mode]) << (2 * place)),
    0,
  );
}
