import { BASEMAP_LAYERS } from '../basemap-layers.ts';
import { toPosition } from '../frame.ts';
import type { Streams } from '../places/streams.ts';
import type { TileLayer } from './layers.ts';

/** Rivers of this catchment are wider than a line. */
const LEAST_CATCHMENT = 2.5e6;

/** Rivers as strips along their course, as wide as their catchment makes them (about 12 to 45 m). */
export function waterLayer({ lines }: Streams): TileLayer {
  const rivers = lines.filter(({ catchment }) => catchment >= LEAST_CATCHMENT);
  return {
    name: BASEMAP_LAYERS.water,
    leastZoom: 12,
    features: rivers.map(({ points, catchment }) => {
      const half = Math.min(22, 3.8 * (catchment / 1e6) ** 0.5);
      const banks = points.map(({ x, y }, at) => {
        const before = points[at - 1] ?? points[at]!;
        const after = points[at + 1] ?? points[at]!;
        const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
        const acrossX = (-half * (after.y - before.y)) / length;
        const acrossY = (half * (after.x - before.x)) / length;
        return {
          left: toPosition(x + acrossX, y + acrossY),
          right: toPosition(x - acrossX, y - acrossY),
        };
      });
      const right = banks.map((bank) => bank.right);
      const left = banks.map((bank) => bank.left).reverse();
      return {
        properties: { class: 'river' },
        geometry: { type: 'Polygon', coordinates: [[...right, ...left, right[0]!]] },
      };
    }),
  };
}
