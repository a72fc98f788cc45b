import type { Position } from '#domain/geo/position';
import { readBarrier } from '#geodata/mappers/osm/barrier';
import type { NodeTable } from './node-table.ts';
import type { OsmTags, OsmVisitor } from './osm-visitor.ts';

/** The second pass: where the nodes of roads lie, and what stands on them. */
export class PlacedNodes implements OsmVisitor {
  /** Degrees by the place in the table; NaN for a node that is not in the file. */
  readonly lngs: Float64Array;
  readonly lats: Float64Array;
  readonly barriers = new Map<number, NonNullable<ReturnType<typeof readBarrier>>>();
  /** Nodes that came twice at different places: the first is used. */
  moved = 0;
  readonly #table: NodeTable;

  constructor(table: NodeTable) {
    this.#table = table;
    this.lngs = new Float64Array(table.count).fill(Number.NaN);
    this.lats = new Float64Array(table.count).fill(Number.NaN);
  }

  node(id: number, lng: number, lat: number, tags: OsmTags): void {
    const place = this.#table.find(id);
    if (place === -1) return;
    // A place that is none is as good as a node that is not in the file.
    if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return;
    if (this.has(place)) {
      if (this.lngs[place] !== lng || this.lats[place] !== lat) this.moved += 1;
      return;
    }
    this.lngs[place] = lng;
    this.lats[place] = lat;
    const barrier = tags.size === 0 ? null : readBarrier(tags);
    if (barrier !== null) this.barriers.set(place, barrier);
  }

  has(place: number): boolean {
    return !Number.isNaN(this.lngs[place]!);
  }

  isSamePlace(one: number, other: number): boolean {
    return this.lngs[one] === this.lngs[other] && this.lats[one] === this.lats[other];
  }

  positionOf(place: number): Position {
    return [this.lngs[place]!, this.lats[place]!];
  }

  nameOf(place: number): string {
    return `node/${this.#table.ids[place]!}`;
  }
}
