import { BASEMAP_LAYERS, type PLACE_CLASSES } from '../basemap-layers.ts';
import { CITY } from '../city.ts';
import { type Place, toPosition } from '../frame.ts';
import { cellX, cellY, eachNeighbour } from '../ground/grid.ts';
import { landParts } from '../ground/land-parts.ts';
import type { City } from '../plan-city.ts';
import type { LayerFeature, TileLayer } from './layers.ts';

const SUMMITS = { count: 26, leastMeters: 220, spacingMeters: 1700 };
const ISLAND_CELLS = 90;

/** Points with the names that the map shows. */
export function labelLayer(city: City): TileLayer {
  const { districts, towns, settlements } = city;
  const centre = settlements[0] ?? { x: 0, y: 0 };
  const label = (
    place: Place,
    fromZoom: number,
    properties: {
      readonly class: (typeof PLACE_CLASSES)[number];
      readonly [name: string]: string | number;
    },
  ): LayerFeature => ({
    fromZoom,
    properties,
    geometry: { type: 'Point', coordinates: toPosition(place.x, place.y) },
  });
  return {
    name: BASEMAP_LAYERS.place,
    leastZoom: 8,
    features: [
      label(centre, 8, { class: 'city', name: CITY.name, kana: CITY.kana, rank: 1 }),
      ...districts.list.map((district, index) =>
        label(district, 10, {
          class: 'district',
          name: district.name,
          kana: district.kana,
          rank: index + 1,
        }),
      ),
      ...towns.map((town) =>
        label(town, 13, { class: 'town', name: town.name, kana: town.kana, rank: 1 }),
      ),
      ...summits(city).map(({ place, elevation }, index) => {
        const { name, kana } = city.nameFor('mountain');
        return label(place, index < 8 ? 10 : 12, {
          class: 'mountain',
          name,
          kana,
          elevation,
          rank: index + 1,
        });
      }),
      ...islands(city).map((place, index) => {
        const { name, kana } = city.nameFor('sea');
        return label(place, 11, {
          class: 'island',
          name: `${name}島`,
          kana: `${kana}じま`,
          rank: index + 1,
        });
      }),
      ...bay(city, centre).map((place) =>
        label(place, 9, { class: 'bay', name: '汐路湾', kana: 'しおじわん', rank: 1 }),
      ),
    ],
  };
}

/** The highest tops, apart from each other. */
function summits({ terrain }: City): { place: Place; elevation: number }[] {
  const { grid, heights } = terrain;
  const tops: number[] = [];
  for (let cell = 0; cell < heights.length; cell += 1) {
    if (heights[cell]! < SUMMITS.leastMeters) continue;
    let isTop = true;
    eachNeighbour(grid, cell, (next) => {
      if (heights[next]! >= heights[cell]!) isTop = false;
    });
    if (isTop) tops.push(cell);
  }
  tops.sort((a, b) => heights[b]! - heights[a]!);
  const chosen: { place: Place; elevation: number }[] = [];
  for (const cell of tops) {
    if (chosen.length >= SUMMITS.count) break;
    const place = { x: cellX(grid, cell), y: cellY(grid, cell) };
    const isApart = chosen.every(
      (one) => Math.hypot(one.place.x - place.x, one.place.y - place.y) > SUMMITS.spacingMeters,
    );
    if (isApart) chosen.push({ place, elevation: Math.round(heights[cell]!) });
  }
  return chosen;
}

function islands({ terrain }: City): Place[] {
  const sums = new Map<number, { x: number; y: number; cells: number }>();
  for (const [cell, part] of landParts(terrain).entries()) {
    if (part < 1) continue;
    const sum = sums.get(part) ?? { x: 0, y: 0, cells: 0 };
    sums.set(part, {
      x: sum.x + cellX(terrain.grid, cell),
      y: sum.y + cellY(terrain.grid, cell),
      cells: sum.cells + 1,
    });
  }
  return [...sums.values()]
    .filter(({ cells }) => cells >= ISLAND_CELLS)
    .map(({ x, y, cells }) => ({ x: x / cells, y: y / cells }));
}

/** Where the water before the centre lies widest: the sea cell near it farthest from the shore. */
function bay({ terrain }: City, centre: Place): Place[] {
  const { grid, heights } = terrain;
  let best: Place[] = [];
  let farthest = 0;
  for (let angle = 0; angle < 16; angle += 1) {
    const direction = (angle * Math.PI) / 8;
    let open = 0;
    for (let meters = 200; meters < 4200; meters += 200) {
      const column = Math.floor((centre.x + meters * Math.cos(direction)) / grid.cellMeters);
      const row = Math.floor((centre.y + meters * Math.sin(direction)) / grid.cellMeters);
      if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) break;
      if (heights[row * grid.columns + column]! <= 0) open += 1;
    }
    if (open <= farthest) continue;
    farthest = open;
    best = [{ x: centre.x + 2800 * Math.cos(direction), y: centre.y + 2800 * Math.sin(direction) }];
  }
  return best;
}
