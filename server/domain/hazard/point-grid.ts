import { localScale } from '#domain/geo/distance';

/**
 * Many points sorted into the cells of a grid over them: quick to build, and
 * quicker to ask than a tree when there is a question for every zone of a prefecture.
 */
export interface PointGrid {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  /** Row by row: the points of a cell stand from cellFirst[cell] to cellFirst[cell + 1] - 1 in … */
  readonly cellFirst: Uint32Array;
  /** … this list of point numbers, with what was given for each beside: lng, lat, metres of reach. */
  readonly pointNumbers: Uint32Array;
  readonly points: Float64Array;
  readonly widestReachMeters: number;
  /** At least as many degrees as a metre measures at any of the points. */
  readonly degreesPerMeterLng: number;
  readonly degreesPerMeterLat: number;
}

/**
 * Sorts points into a grid.
 *
 * @param points three numbers each: lng and lat in degrees, and how far it reaches in metres; all finite
 */
export function buildPointGrid(points: Float64Array): PointGrid {
  const pointCount = points.length / 3;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let widestReachMeters = 0;
  for (let at = 0; at < points.length; at += 3) {
    west = Math.min(west, points[at]!);
    south = Math.min(south, points[at + 1]!);
    east = Math.max(east, points[at]!);
    north = Math.max(north, points[at + 1]!);
    widestReachMeters = Math.max(widestReachMeters, points[at + 2]!);
  }
  // As many cells as points, as square as the numbers allow; all on one spot or line are one cell wide.
  const squareColumns = Math.sqrt((pointCount * (east - west)) / (north - south));
  const columns = clamp(Math.round(squareColumns) || 1, 1, Math.max(pointCount, 1));
  const rows = Math.max(Math.ceil(pointCount / columns), 1);
  const frame = {
    west,
    south,
    columns,
    rows,
    columnsPerDegree: east > west ? columns / (east - west) : 0,
    rowsPerDegree: north > south ? rows / (north - south) : 0,
  };
  const poleward = localScale(Math.max(Math.abs(south), Math.abs(north)));
  return {
    ...frame,
    ...sortIntoCells(points, frame),
    widestReachMeters,
    degreesPerMeterLng: 1 / poleward.metersPerDegreeLng,
    degreesPerMeterLat: 1 / localScale(0).metersPerDegreeLat,
  };
}

type Frame = Pick<
  PointGrid,
  'west' | 'south' | 'columns' | 'rows' | 'columnsPerDegree' | 'rowsPerDegree'
>;

/** Counting sort: how many there are in each cell, where each cell begins, then each to its place. */
function sortIntoCells(points: Float64Array, frame: Frame) {
  const { west, south, columns, rows, columnsPerDegree, rowsPerDegree } = frame;
  const pointCount = points.length / 3;
  const cellOfPoint = new Uint32Array(pointCount);
  const cellFirst = new Uint32Array(columns * rows + 1);
  for (let point = 0; point < pointCount; point += 1) {
    const column = cellAt((points[3 * point]! - west) * columnsPerDegree, columns);
    const row = cellAt((points[3 * point + 1]! - south) * rowsPerDegree, rows);
    const cell = row * columns + column;
    cellOfPoint[point] = cell;
    cellFirst[cell]! += 1;
  }
  let end = 0;
  for (let cell = 0; cell < cellFirst.length; cell += 1) {
    end += cellFirst[cell]!;
    cellFirst[cell] = end;
  }
  const pointNumbers = new Uint32Array(pointCount);
  const sorted = new Float64Array(points.length);
  for (let point = pointCount - 1; point >= 0; point -= 1) {
    const cell = cellOfPoint[point]!;
    const place = cellFirst[cell]! - 1;
    cellFirst[cell] = place;
    pointNumbers[place] = point;
    sorted[3 * place] = points[3 * point]!;
    sorted[3 * place + 1] = points[3 * point + 1]!;
    sorted[3 * place + 2] = points[3 * point + 2]!;
  }
  return { cellFirst, pointNumbers, points: sorted };
}

/**
 * The column or row, of `count`, that a place is in, counted in cells from the edge of the grid; the
 * outermost ones take what is beyond. Compared before it is cut to 32 bits: quicker than Math.floor.
 */
export function cellAt(cells: number, count: number): number {
  if (cells >= count) return count - 1;
  return cells > 0 ? cells | 0 : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
