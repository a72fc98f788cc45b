import { localScale } from '#domain/geo/distance';
import type { PolygonCoordinates, Position, Ring } from '#domain/geo/position';

type Random = () => number;
type Polygons = readonly PolygonCoordinates[];

/** Valid multipolygons (OGC) of up to some 600 m, of every kind that has led point-in-polygon astray. */
export function randomPolygons(random: Random): Polygons {
  const shapes = [
    star,
    starWithHole,
    holeAtCorner,
    staircase,
    comb,
    touchingSquares,
    ringWithIsland,
    sliver,
    edgesCutInPieces,
  ];
  const shape = shapes[Math.floor(random() * shapes.length)] ?? star;
  return shape(random, randomCenter(random)).map((polygon) =>
    polygon.map((ring) => (random() < 0.5 ? ring.toReversed() : ring)),
  );
}

/** Anywhere from Okinotorishima to Wakkanai. */
function randomCenter(random: Random): Position {
  return [123 + random() * 22, 20.5 + random() * 25];
}

function place([lng, lat]: Position, eastMeters: number, northMeters: number): Position {
  const scale = localScale(lat);
  return [
    lng + eastMeters / scale.metersPerDegreeLng,
    lat + northMeters / scale.metersPerDegreeLat,
  ];
}

/** Round a middle, so it never crosses itself; scaled down it lies inside itself. */
function starRing(center: Position, reachesMeters: readonly number[], factor = 1): Ring {
  const corners = reachesMeters.map((reach, corner) => {
    const angle = (corner / reachesMeters.length) * 2 * Math.PI;
    return place(center, factor * reach * Math.cos(angle), factor * reach * Math.sin(angle));
  });
  return close(corners);
}

function randomReaches(random: Random): number[] {
  const longestMeters = 5 + random() * 295;
  return Array.from(
    { length: 4 + Math.floor(random() * 56) },
    () => longestMeters * (0.4 + 0.6 * random()),
  );
}

function star(random: Random, center: Position): Polygons {
  return [[starRing(center, randomReaches(random))]];
}

function starWithHole(random: Random, center: Position): Polygons {
  const reaches = randomReaches(random);
  return [[starRing(center, reaches), starRing(center, reaches, 0.2 + 0.6 * random())]];
}

function ringWithIsland(random: Random, center: Position): Polygons {
  const reaches = randomReaches(random);
  const scaled = (factor: number) => starRing(center, reaches, factor);
  return [[scaled(1), scaled(0.7)], [scaled(0.4)]];
}

/** Corners on a lattice that is exact in binary: edges are level and plumb, corners line up to the bit. */
function onLattice(center: Position, corners: readonly (readonly [number, number])[]): Ring {
  const step = 2 ** -13;
  const [west, south] = center.map((degrees) => Math.round(degrees / step) * step);
  return close(corners.map(([x, y]) => [(west ?? 0) + x * step, (south ?? 0) + y * step]));
}

function holeAtCorner(_: Random, center: Position): Polygons {
  const outer = onLattice(center, [
    [0, 0],
    [6, 0],
    [6, 6],
    [0, 6],
  ]);
  const hole = onLattice(center, [
    [0, 0],
    [4, 2],
    [2, 4],
  ]);
  return [[outer, hole]];
}

function touchingSquares(_: Random, center: Position): Polygons {
  const lower = onLattice(center, [
    [0, 0],
    [3, 0],
    [3, 3],
    [0, 3],
  ]);
  const upper = onLattice(center, [
    [3, 3],
    [6, 3],
    [6, 6],
    [3, 6],
  ]);
  const beside = onLattice(center, [
    [3, 3],
    [5, 0],
    [5, 1],
  ]);
  return [[lower], [upper], [beside]];
}

function staircase(random: Random, center: Position): Polygons {
  const steps = 2 + Math.floor(random() * 6);
  const corners: [number, number][] = [[steps, 0]];
  for (let step = 0; step < steps; step += 1)
    corners.push([steps - step, step + 1], [steps - step - 1, step + 1]);
  return [[onLattice(center, [[0, 0], ...corners])]];
}

function comb(random: Random, center: Position): Polygons {
  const teeth = 2 + Math.floor(random() * 8);
  const corners: [number, number][] = [
    [0, 0],
    [2 * teeth - 1, 0],
  ];
  for (let tooth = teeth - 1; tooth >= 0; tooth -= 1) {
    const height = 2 + Math.floor(random() * 3);
    corners.push([2 * tooth + 1, height], [2 * tooth, height]);
    if (tooth > 0) corners.push([2 * tooth, 1], [2 * tooth - 1, 1]);
  }
  return [[onLattice(center, corners)]];
}

function sliver(random: Random, center: Position): Polygons {
  const [length, width] = [20 + random() * 400, 0.005 + random()];
  const far = place(center, length, length * (random() - 0.5));
  return [[close([center, far, place(far, 0, width)])]];
}

/** A square with many corners on each edge, on the line or a rounding beside it. */
function edgesCutInPieces(random: Random, center: Position): Polygons {
  const side = 20 + random() * 280;
  const corners = [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ] as const;
  const pieces = 2 + Math.floor(random() * 12);
  const ring = corners.flatMap(([fromEast, fromNorth], corner) => {
    const [toEast, toNorth] = corners[(corner + 1) % 4] ?? corners[0];
    return Array.from({ length: pieces }, (_, piece) => {
      const part = piece / pieces;
      return place(
        center,
        fromEast + part * (toEast - fromEast),
        fromNorth + part * (toNorth - fromNorth),
      );
    });
  });
  return [[close(ring)]];
}

function close(corners: readonly Position[]): Ring {
  return [...corners, ...corners.slice(0, 1)];
}
