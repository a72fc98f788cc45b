import { distanceMeters } from '#domain/geo/distance';
import { ROAD_KINDS, type Road, TRAVEL_MODES } from '#domain/road/road';
import { ACCESSES, ROAD_FLAGS, type RoadTable } from './road-table.ts';
import { float32List, float64List, int32List, uint8List, uint32List } from './typed-list.ts';

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
    nameCodes: int32List(),
    kindCodes: uint8List(),
    fromJunctions: uint32List(),
    toJunctions: uint32List(),
    firstVertices: uint32List(),
    coordinates: float64List(),
    elevationsMeters: float32List(),
    lengthsMeters: float64List(),
    leastWidthsMeters: float64List(),
    mostWidthsMeters: float64List(),
    laneCounts: uint8List(),
    maxHeightsMeters: float32List(),
    maxWeightsTonnes: float32List(),
    stepCounts: int32List(),
    flags: uint8List(),
    accessCodes: uint8List(),
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
    return fromJunctions.at(road) === junction || toJunctions.at(road) === junction;
  }

  /** The columns, with `numberOf` a junction in place of what it was given as. */
  finish(numberOf: Uint32Array): Columns {
    const lists = this.#lists;
    lists.firstVertices.push(lists.elevationsMeters.length);
    const renumber = (junctions: Uint32Array) => {
      for (let road = 0; road < junctions.length; road += 1)
        junctions[road] = numberOf[junctions[road]!]!;
      return junctions;
    };
    return {
      roadCount: lists.lengthsMeters.length,
      names: [...this.#names.keys()],
      nameCodes: lists.nameCodes.finish(),
      kindCodes: lists.kindCodes.finish(),
      fromJunctions: renumber(lists.fromJunctions.finish()),
      toJunctions: renumber(lists.toJunctions.finish()),
      firstVertices: lists.firstVertices.finish(),
      coordinates: lists.coordinates.finish(),
      elevationsMeters: lists.elevationsMeters.finish(),
      lengthsMeters: lists.lengthsMeters.finish(),
      leastWidthsMeters: lists.leastWidthsMeters.finish(),
      mostWidthsMeters: lists.mostWidthsMeters.finish(),
      laneCounts: lists.laneCounts.finish(),
      maxHeightsMeters: lists.maxHeightsMeters.finish(),
      maxWeightsTonnes: lists.maxWeightsTonnes.finish(),
      stepCounts: lists.stepCounts.finish(),
      flags: lists.flags.finish(),
      accessCodes: lists.accessCodes.finish(),
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
