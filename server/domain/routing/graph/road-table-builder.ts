import type { Road, RoadBarrier, RoadNetwork, TurnRestriction } from '#domain/road/road';
import { packTexts, reorderTexts } from '#domain/text/packed-texts';
import { modesBlockedBy } from './barrier-kinds.ts';
import { hilbertOrder } from './hilbert.ts';
import { RoadColumns } from './road-columns.ts';
import type { RoadRemark, RoadTable, TableBarrier, TableTurn } from './road-table.ts';
import { steepestSlopes } from './slopes.ts';
import { float64List } from './typed-list.ts';

/**
 * Lays the roads of a dataset out in flat arrays. What contradicts itself is left out and named in the
 * table's remarks: of roads with one id the first counts, a road from a junction to itself without
 * length goes nowhere, and restrictions and barriers may be of roads and junctions that are not there.
 *
 * @throws RangeError for a line of fewer than two positions, or with one that is no place on earth
 */
export function buildRoadTable(network: RoadNetwork): RoadTable {
  const builder = new RoadTableBuilder();
  for (const road of network.roads) builder.addRoad(road);
  for (const barrier of network.barriers) builder.addBarrier(barrier);
  for (const restriction of network.restrictions) builder.addRestriction(restriction);
  return builder.finish();
}

/** `buildRoadTable` for roads that come one by one, as from a file; none of them is kept. */
export class RoadTableBuilder {
  readonly #columns = new RoadColumns();
  readonly #roadNumbers = new Map<string, number>();
  readonly #junctionNumbers = new Map<string, number>();
  readonly #junctionPlaces = float64List();
  readonly #barriers: RoadBarrier[] = [];
  readonly #restrictions: TurnRestriction[] = [];
  readonly #remarks: RoadRemark[] = [];

  addRoad(road: Road): void {
    if (this.#roadNumbers.has(road.id)) {
      this.#remarks.push({ code: 'duplicate-road', id: road.id });
      return;
    }
    const { isAdded } = this.#columns.add(road);
    if (!isAdded) {
      this.#remarks.push({ code: 'road-without-length', id: road.id });
      return;
    }
    this.#roadNumbers.set(road.id, this.#roadNumbers.size);
    const [from, to] = road.ends;
    const first = road.line[0]!;
    const last = road.line.at(-1)!;
    this.#columns.addEnds(this.#junctionAt(from, first), this.#junctionAt(to, last));
  }

  addBarrier(barrier: RoadBarrier): void {
    this.#barriers.push(barrier);
  }

  addRestriction(restriction: TurnRestriction): void {
    this.#restrictions.push(restriction);
  }

  /** The table; the builder is empty afterwards. */
  finish(): RoadTable {
    const places = this.#junctionPlaces.finish();
    const order = hilbertOrder(places);
    const numberOf = new Uint32Array(order.length);
    for (let number = 0; number < order.length; number += 1) numberOf[order[number]!] = number;
    const junctionPositions = new Float64Array(places.length);
    for (const [number, given] of order.entries()) {
      junctionPositions[2 * number] = places[2 * given]!;
      junctionPositions[2 * number + 1] = places[2 * given + 1]!;
    }
    const barriers = this.#tableBarriers(numberOf);
    const turns = this.#tableTurns(numberOf);
    const columns = this.#columns.finish(numberOf);
    return {
      ...columns,
      steepestPercents: steepestSlopes(columns),
      roadIds: packTexts([...this.#roadNumbers.keys()]),
      junctionCount: order.length,
      junctionIds: reorderTexts(packTexts([...this.#junctionNumbers.keys()]), order),
      junctionPositions,
      barriers,
      turns,
      remarks: this.#remarks,
    };
  }

  #junctionAt(id: string, [lng, lat]: Road['line'][number]): number {
    const known = this.#junctionNumbers.get(id);
    if (known !== undefined) return known;
    const number = this.#junctionNumbers.size;
    this.#junctionNumbers.set(id, number);
    this.#junctionPlaces.push(lng);
    this.#junctionPlaces.push(lat);
    return number;
  }

  #tableBarriers(numberOf: Uint32Array): TableBarrier[] {
    const barriers: TableBarrier[] = [];
    for (const barrier of this.#barriers) {
      const given = this.#junctionNumbers.get(barrier.junction);
      if (given === undefined)
        this.#remarks.push({ code: 'barrier-at-unknown-junction', id: barrier.junction });
      else barriers.push({ junction: numberOf[given]!, blocked: modesBlockedBy(barrier) });
    }
    return barriers;
  }

  #tableTurns(numberOf: Uint32Array): TableTurn[] {
    const turns: TableTurn[] = [];
    for (const { kind, fromRoad, junction, toRoad, except } of this.#restrictions) {
      const from = this.#roadNumbers.get(fromRoad);
      const to = this.#roadNumbers.get(toRoad);
      const given = this.#junctionNumbers.get(junction);
      const isKnown =
        from !== undefined &&
        to !== undefined &&
        given !== undefined &&
        this.#columns.hasEnd(from, given) &&
        this.#columns.hasEnd(to, given);
      if (!isKnown) {
        const id = `${fromRoad} ${junction} ${toRoad}`;
        this.#remarks.push({ code: 'restriction-of-unknown-road', id });
      } else turns.push({ kind, fromRoad: from, junction: numberOf[given]!, toRoad: to, except });
    }
    return turns;
  }
}
