import { BOUNDARY_TOLERANCE_METERS } from '#domain/geo/polygon';
import { cellAt, type PointGrid } from './point-grid.ts';
import type { ZoneIndex } from './zone-index.ts';

/**
 * Visits every pair of a point and a zone whose box comes within the farthest reach of any point. The points are in a
 * grid and the zones run through in the order they lie in memory: several times quicker than asking the
 * tree for each point, whose nodes and zones are somewhere else every time.
 */
export function forEachCandidate(
  index: ZoneIndex,
  grid: PointGrid,
  visit: (point: number, zone: number, lng: number, lat: number, reachMeters: number) => void,
): void {
  const { zoneBoxes } = index;
  const { columns, rows, columnsPerDegree, rowsPerDegree, cellFirst, pointNumbers, points } = grid;
  const { west: gridWest, south: gridSouth } = grid;
  const widestMeters = Math.max(grid.widestReachMeters, BOUNDARY_TOLERANCE_METERS);
  const widestLng = widestMeters * grid.degreesPerMeterLng;
  const widestLat = widestMeters * grid.degreesPerMeterLat;
  if (pointNumbers.length === 0) return;
  for (let zone = 0; zone < index.zoneCount; zone += 1) {
    const west = zoneBoxes[4 * zone]! - widestLng;
    const south = zoneBoxes[4 * zone + 1]! - widestLat;
    const east = zoneBoxes[4 * zone + 2]! + widestLng;
    const north = zoneBoxes[4 * zone + 3]! + widestLat;
    const firstColumn = cellAt((west - gridWest) * columnsPerDegree, columns);
    const lastColumn = cellAt((east - gridWest) * columnsPerDegree, columns);
    const lastRow = cellAt((north - gridSouth) * rowsPerDegree, rows);
    for (let row = cellAt((south - gridSouth) * rowsPerDegree, rows); row <= lastRow; row += 1) {
      // The cells of a row stand side by side, and so do their points.
      const end = cellFirst[row * columns + lastColumn + 1]!;
      for (let place = cellFirst[row * columns + firstColumn]!; place < end; place += 1) {
        const lng = points[3 * place]!;
        const lat = points[3 * place + 1]!;
        if (lng < west || lng > east || lat < south || lat > north) continue;
        visit(pointNumbers[place]!, zone, lng, lat, points[3 * place + 2]!);
      }
    }
  }
}
