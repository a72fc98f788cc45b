import type { StreamLine } from '../places/streams.ts';
import type { RoadChain } from './road-chains.ts';
import { SegmentIndex } from './segment-index.ts';

/** Streams smaller than this run through a pipe under the road. */
const LEAST_CATCHMENT = 3e5;
/** A road is one bridge only where it is not much longer than the crossing. */
const LONGEST_METERS = 220;

/** Which roads (by their place in the list) cross a stream. */
export function bridgeFinder(
  chains: readonly RoadChain[],
  streams: readonly StreamLine[],
): (chain: number) => boolean {
  const index = new SegmentIndex();
  const pieces: (readonly [number, number, number, number])[] = [];
  for (const { points, catchment } of streams) {
    if (catchment < LEAST_CATCHMENT) continue;
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      index.add(pieces.length, a.x, a.y, b.x, b.y);
      pieces.push([a.x, a.y, b.x, b.y]);
    }
  }
  const bridges = new Set<number>();
  for (const [chain, { points }] of chains.entries()) {
    let length = 0;
    let crosses = false;
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      length += Math.hypot(b.x - a.x, b.y - a.y);
      for (const number of index.near(a.x, a.y, b.x, b.y, 0)) {
        const [cx, cy, dx, dy] = pieces[number]!;
        if (isCrossing(a.x, a.y, b.x, b.y, cx, cy, dx, dy)) crosses = true;
      }
    }
    if (crosses && length < LONGEST_METERS) bridges.add(chain);
  }
  return (chain) => bridges.has(chain);
}

function isCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
    side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
  );
}
