/**
 * Many points sorted into the cells of a grid over them, about one for each cell: quick to build, and
 * quicker to ask than a tree when there is a question for every zone of a prefecture.
 */
export interface PointGrid {
  readonly west: number;
  readonly south: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  /** Row by row: the points of a cell stand from cellFirst[cell] to cellFirst[cell + 1] - 1 in … */
  readonly cellFirst: Uint32Array;
  /** … this list of point numbers, with their lng, lat beside them. */
  readonly pointNumbers: Uint32Array;
  readonly coordinates: Float64Array;
}

/**
 * Sorts points into a grid.
 *
 * @param points lng, lat, lng, lat … in degrees
 * @throws RangeError where a coordinate is not a finite number: it must not pass as outside of a zone.
 */
export function buildPointGrid(points: Float64Array): PointGrid {
  const pointCount = points.length / 2;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let at = 0; at < points.length; at += 2) {
    const lng = points[at]!;
    const lat = points[at + 1]!;
    if (!Number.isFinite(lng + lat))
      throw new RangeError(`point ${at / 2}: expected [lng, lat] in degrees, got [${lng}, ${lat}]`);
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  // As many cells as points, as square as the numbers allow; all on one spot or line are one cell wide.
  const squareColumns = Math.sqrt((pointCount * (east - west)) / (north - south));
  const columns = clamp(Math.round(squareColumns) || 1, 1, Math.max(pointCount, 1));
  const rows = Math.max(Math.ceil(pointCount / columns), 1);
  const frame = {
    west,
    south,
    north,
    columns,
    rows,
    columnsPerDegree: east > west ? columns / (east - west) : 0,
    rowsPerDegree: north > south ? rows / (north - south) : 0,
  };
  return { ...frame, ...sortIntoCells(points, frame) };
}

type Frame = Omit<PointGrid, 'cellFirst' | 'pointNumbers' | 'coordinates'>;

/** Counting sort: how many there are in each cell, where each cell begins, then each to its place. */
function sortIntoCells(points: Float64Array, frame: Frame) {
  const pointCount = points.length / 2;
  const cellOfPoint = new Uint32Array(pointCount);
  const cellFirst = new Uint32Array(frame.columns * frame.rows + 1);
  for (let point = 0; point < pointCount; point += 1) {
    const column = columnOf(frame, points[2 * point]!);
    const cell = rowOf(frame, points[2 * point + 1]!) * frame.columns + column;
    cellOfPoint[point] = cell;
    cellFirst[cell]! += 1;
  }
  let end = 0;
  for (let cell = 0; cell < cellFirst.length; cell += 1) {
    end += cellFirst[cell]!;
    cellFirst[cell] = end;
  }
  const pointNumbers = new Uint32Array(pointCount);
  const coordinates = new Float64Array(points.length);
  for (let point = pointCount - 1; point >= 0; point -= 1) {
    const cell = cellOfPoint[point]!;
    const place = cellFirst[cell]! - 1;
    cellFirst[cell] = place;
    pointNumbers[place] = point;
    coordinates[2 * place] = points[2 * point]!;
    coordinates[2 * place + 1] = points[2 * point + 1]!;
  }
  return { cellFirst, pointNumbers, coordinates };
}

/** Column of a longitude; the outermost ones take what is beyond the grid. */
export function columnOf(frame: Frame, lng: number): number {
  return clamp(Math.floor((lng - frame.west) * frame.columnsPerDegree), 0, frame.columns - 1);
}

/** Row of a latitude; the outermost ones take what is beyond the grid. */
export function rowOf(frame: Frame, lat: number): number {
  return clamp(Math.floor((lat - frame.south) * frame.rowsPerDegree), 0, frame.rows - 1);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
