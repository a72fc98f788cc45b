import Flatbush from 'flatbush';
import { BoundaryLayout, type BoundarySheet } from './boundary-layout.ts';
import { type HazardZone, PHENOMENA, ZONE_CLASSES } from './zone.ts';

/** What the index keeps of a zone. */
export type IndexedZone = Pick<
  HazardZone,
  'id' | 'phenomenon' | 'zoneClass' | 'redNotSurveyed' | 'geometry'
>;

/**
 * Zones laid out for the check: a tree of their boxes over flat arrays of their boundaries. A zone goes
 * by its number, counted from 0 as they came.
 */
export interface ZoneIndex {
  readonly zoneCount: number;
  readonly zoneIds: readonly string[];
  /** Places in ZONE_CLASSES and in PHENOMENA; 1 where the red zone has not been surveyed. */
  readonly zoneClassCodes: Uint8Array;
  readonly phenomenonCodes: Uint8Array;
  readonly redNotSurveyedFlags: Uint8Array;
  /** zoneBoxes[4z …]: west, south, east, north of zone z. */
  readonly zoneBoxes: Float64Array;
  /** Their boundaries; sheet z >> SHEET_BITS has zone z at place z & SHEET_MASK. */
  readonly sheets: readonly BoundarySheet[];
  /** A tree over `zoneBoxes`; null where there are none (a tree cannot be empty). */
  readonly tree: Flatbush | null;
}

/**
 * Lays zones out for the check. They are read once and not kept: peak memory is that of the index,
 * which takes some 20 bytes for each vertex.
 *
 * @throws RangeError where a coordinate is not a finite number. Rings that are not closed are closed.
 */
export function buildZoneIndex(zones: Iterable<IndexedZone>): ZoneIndex {
  const builder = new ZoneIndexBuilder();
  for (const zone of zones) builder.add(zone);
  return builder.finish();
}

/** `buildZoneIndex` for zones that come one by one, as from a file. */
export class ZoneIndexBuilder {
  readonly #layout = new BoundaryLayout();
  readonly #zoneIds: string[] = [];
  readonly #zoneClassCodes: number[] = [];
  readonly #phenomenonCodes: number[] = [];
  readonly #redNotSurveyedFlags: number[] = [];

  add(zone: IndexedZone): void {
    this.#layout.add(zone.geometry, zone.id);
    this.#zoneIds.push(zone.id);
    this.#zoneClassCodes.push(ZONE_CLASSES.indexOf(zone.zoneClass));
    this.#phenomenonCodes.push(PHENOMENA.indexOf(zone.phenomenon));
    this.#redNotSurveyedFlags.push(zone.redNotSurveyed ? 1 : 0);
  }

  finish(): ZoneIndex {
    const { sheets, zoneBoxes } = this.#layout.finish();
    return {
      zoneCount: this.#zoneIds.length,
      zoneIds: this.#zoneIds,
      zoneClassCodes: Uint8Array.from(this.#zoneClassCodes),
      phenomenonCodes: Uint8Array.from(this.#phenomenonCodes),
      redNotSurveyedFlags: Uint8Array.from(this.#redNotSurveyedFlags),
      zoneBoxes,
      sheets,
      tree: buildTree(zoneBoxes),
    };
  }
}

/** Numbers of the zones whose box meets the box, in no particular order. */
export function findZonesInBox(
  index: ZoneIndex,
  west: number,
  south: number,
  east: number,
  north: number,
): readonly number[] {
  return index.tree === null ? [] : index.tree.search(west, south, east, north);
}

function buildTree(zoneBoxes: Float64Array): Flatbush | null {
  if (zoneBoxes.length === 0) return null;
  const tree = new Flatbush(zoneBoxes.length / 4);
  for (let box = 0; box < zoneBoxes.length; box += 4)
    tree.add(zoneBoxes[box]!, zoneBoxes[box + 1]!, zoneBoxes[box + 2]!, zoneBoxes[box + 3]!);
  tree.finish();
  return tree;
}
