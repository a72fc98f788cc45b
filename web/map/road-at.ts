import type { MapRef } from '@vis.gl/react-maplibre';
import type { Position } from '#domain/geo/position';

/** From here on every kind of road is drawn. */
export const LEAST_ZOOM = 14;
const SLACK_PIXELS = 10;

/** The road that lies nearest to the middle of what was pressed. */
export function roadAt(
  map: MapRef,
  position: Position,
): { id: string; name: string | null } | null {
  if (map.getLayer('roads-hit') === undefined) return null;
  const { x, y } = map.project([position[0], position[1]]);
  for (const slack of [1, 4, SLACK_PIXELS]) {
    const [hit] = map.queryRenderedFeatures(
      [
        [x - slack, y - slack],
        [x + slack, y + slack],
      ],
      { layers: ['roads-hit'] },
    );
    if (hit === undefined) continue;
    const { id, name } = hit.properties;
    return { id: String(id), name: typeof name === 'string' && name !== '' ? name : null };
  }
  return null;
}
