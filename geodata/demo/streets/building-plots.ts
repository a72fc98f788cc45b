import type { Place } from '../frame.ts';
import { metersToPiece } from '../shapes/ring.ts';
import { type Building, cornersOf } from './building.ts';
import type { RoadChain } from './road-chains.ts';
import { SegmentIndex } from './segment-index.ts';

const BUCKET_METERS = 40;
/** Room between two houses, and between a house and the edge of a road. */
const GAP_METERS = 0.9;

/** Ground that is taken by roads and houses. */
export class BuildingPlots {
  readonly #roads = new SegmentIndex();
  readonly #pieces: { readonly a: Place; readonly b: Place; readonly halfWidth: number }[] = [];
  readonly #buckets = new Map<number, (readonly Place[])[]>();

  constructor(chains: readonly RoadChain[]) {
    for (const { points, widthCentimeters } of chains)
      for (let i = 1; i < points.length; i += 1) {
        const [a, b] = [points[i - 1]!, points[i]!];
        this.#roads.add(this.#pieces.length, a.x, a.y, b.x, b.y);
        this.#pieces.push({ a, b, halfWidth: widthCentimeters / 200 });
      }
  }

  hasRoom(building: Building): boolean {
    const corners = cornersOf({
      ...building,
      frontMeters: building.frontMeters + GAP_METERS,
      depthMeters: building.depthMeters + GAP_METERS,
    });
    return !this.#touchesRoad(building, corners) && !this.#touchesHouse(building, corners);
  }

  add(building: Building): void {
    const key = keyOf(building.x, building.y);
    const bucket = this.#buckets.get(key);
    const corners = cornersOf(building);
    if (bucket) bucket.push(corners);
    else this.#buckets.set(key, [corners]);
  }

  #touchesRoad({ x, y }: Place, corners: readonly Place[]): boolean {
    const [a, b, c, d] = corners as readonly [Place, Place, Place, Place];
    const radius = Math.hypot(a.x - x, a.y - y);
    let probes: readonly Place[] | null = null;
    for (const number of this.#roads.near(x, y, x, y, radius + 10)) {
      const piece = this.#pieces[number]!;
      const apart = metersToPiece({ x, y }, piece.a, piece.b);
      if (apart >= piece.halfWidth + radius) continue;
      if (apart < piece.halfWidth) return true;
      probes ??= [a, b, c, d, between(a, b), between(b, c), between(c, d), between(d, a)];
      for (const probe of probes)
        if (metersToPiece(probe, piece.a, piece.b) < piece.halfWidth) return true;
    }
    return false;
  }

  #touchesHouse({ x, y }: Place, corners: readonly Place[]): boolean {
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1)
        for (const other of this.#buckets.get(
          keyOf(x + dx * BUCKET_METERS, y + dy * BUCKET_METERS),
        ) ?? [])
          if (overlap(corners, other)) return true;
    return false;
  }
}

function keyOf(x: number, y: number): number {
  return Math.floor(x / BUCKET_METERS) * 8192 + Math.floor(y / BUCKET_METERS);
}

function between(a: Place, b: Place): Place {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Two rectangles overlap unless a side of one of them parts them (separating axes). */
function overlap(one: readonly Place[], other: readonly Place[]): boolean {
  return !isParted(one, other) && !isParted(other, one);
}

function isParted(one: readonly Place[], other: readonly Place[]): boolean {
  for (let side = 0; side < 2; side += 1) {
    const a = one[side]!;
    const b = one[side + 1]!;
    const ax = b.x - a.x;
    const ay = b.y - a.y;
    const along = (p: Place) => (p.x - a.x) * ax + (p.y - a.y) * ay;
    const full = ax * ax + ay * ay;
    const [p, q, r, s] = other.map(along);
    if (Math.max(p!, q!, r!, s!) <= 0 || Math.min(p!, q!, r!, s!) >= full) return true;
  }
  return false;
}
