import { beforeAll, describe, expect, it } from 'vitest';
import { cellX, cellY, sample } from '#geodata/demo/ground/grid';
import { heightAt } from '#geodata/demo/ground/terrain';
import type { City } from '#geodata/demo/plan-city';
import { planCity } from '#geodata/demo/plan-city';
import { randomFrom } from '#geodata/demo/random';
import { type Area, isInArea } from '#geodata/demo/shapes/area';
import { isSimple } from '#geodata/demo/shapes/ring';
import { type Building, cornersOf } from '#geodata/demo/streets/building';
import { SMALL } from './demo-small.ts';

let city: City;
beforeAll(async () => {
  city = await planCity(SMALL, randomFrom('ground'), () => {});
}, 120_000);

/** Places of a lattice of 4 m in an area. */
function* placesIn(area: Area): Generator<{ x: number; y: number }> {
  const xs = area.outer.map(({ x }) => x);
  const ys = area.outer.map(({ y }) => y);
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 4)
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 4)
      if (isInArea({ x, y }, area)) yield { x, y };
}

describe('the ground of the demo city', () => {
  it('lets all water run to the sea, and never uphill', () => {
    const { drainage, heights } = city.terrain;
    const { receiver, order, catchment } = drainage;
    const place = new Int32Array(heights.length);
    for (const [index, cell] of order.entries()) place[cell] = index;
    expect(order.length).toBe(heights.length);
    const wrong = order.filter((cell) => {
      const below = receiver[cell]!;
      if (below === cell) return heights[cell]! > 0;
      return place[below]! >= place[cell]! || catchment[below]! <= catchment[cell]!;
    });
    expect(wrong).toHaveLength(0);
  });

  it('has mountains, hillsides and plains', () => {
    const land = [...city.terrain.heights.keys()].filter((cell) => city.terrain.heights[cell]! > 0);
    const share = (least: number, most: number) =>
      land.filter((cell) => {
        const slope = city.terrain.slopes[cell]!;
        return slope >= least && slope < most;
      }).length / land.length;
    expect(share(0, 5)).toBeGreaterThan(0.05);
    expect(share(25, 90)).toBeGreaterThan(0.15);
  });

  it('has its buildings on land, in a district, apart from each other', () => {
    expect(city.buildings.length).toBeGreaterThan(SMALL.buildings / 2);
    for (const [index, building] of city.buildings.entries()) {
      expect(heightAt(city.terrain, building.x, building.y)).toBeGreaterThan(0);
      expect(city.districtOf[index]).toBeGreaterThanOrEqual(0);
      const { x, y } = building;
      const [self, nearest] = city.buildingIndex.neighbors(x, y, 2);
      expect(self).toBe(index);
      const other = city.buildings[nearest!]!;
      // Rectangles that do not overlap keep the circles inside them apart.
      const radius = (one: Building) => Math.min(one.frontMeters, one.depthMeters) / 2;
      const apart = Math.hypot(other.x - x, other.y - y);
      expect(apart).toBeGreaterThan(radius(building) + radius(other));
    }
  });

  it('has roads that all hang together', () => {
    const { nodes, edges } = city.roads.network;
    const beside: number[][] = nodes.map(() => []);
    for (const { from, to } of edges) {
      beside[from]!.push(to);
      beside[to]!.push(from);
    }
    const seen = new Set([0]);
    const stack = [0];
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (const next of beside[node]!)
        if (!seen.has(next)) {
          seen.add(next);
          stack.push(next);
        }
    expect(seen.size).toBe(nodes.length);
  });

  it('is divided among the districts without gap or overlap', () => {
    const { grid, heights } = city.terrain;
    const districts = city.districts.list;
    expect(districts).toHaveLength(SMALL.districts);
    for (const { outer } of districts.flatMap(({ areas }) => areas))
      expect(isSimple(outer)).toBe(true);
    for (let cell = 0; cell < heights.length; cell += 53) {
      if (heights[cell]! <= 0) continue;
      const place = { x: cellX(grid, cell), y: cellY(grid, cell) };
      const owners = districts.filter(({ areas }) => areas.some((area) => isInArea(place, area)));
      expect(owners, `${place.x} ${place.y}`).toHaveLength(1);
    }
  });

  it('fronts every building to a road', () => {
    for (const building of city.buildings) {
      const corners = cornersOf(building);
      const { points } = city.chains[building.road]!;
      const nearest = Math.min(
        ...points.flatMap((point) =>
          corners.map((one) => Math.hypot(one.x - point.x, one.y - point.y)),
        ),
      );
      expect(nearest).toBeLessThan(45);
    }
  });
});

describe('the zones of the demo city', () => {
  it('are simple polygons with a house in the yellow one', () => {
    for (const { yellow, red, building } of city.zones) {
      for (const { outer } of [...yellow, ...red]) expect(isSimple(outer)).toBe(true);
      expect(yellow.some((area) => isInArea(city.buildings[building]!, area))).toBe(true);
    }
  });

  it('of slope failure hold a slope of 30° or more and 5 m or higher', () => {
    const { terrain } = city;
    const sites = city.zones.filter(({ phenomenon }) => phenomenon === 'slope-failure');
    expect(sites.length).toBeGreaterThan(20);
    for (const { yellow } of sites) {
      const steep = yellow
        .flatMap((area) => [...placesIn(area)])
        .filter(({ x, y }) => sample(terrain.grid, terrain.falls, x, y) >= 30);
      const heights = steep.map(({ x, y }) => heightAt(terrain, x, y));
      expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of slope failure reach no farther than 50 m from the steep slope', () => {
    const { terrain } = city;
    for (const { phenomenon, yellow } of city.zones) {
      if (phenomenon !== 'slope-failure') continue;
      const places = yellow.flatMap((area) => [...placesIn(area)]);
      const steep = places.filter(({ x, y }) => sample(terrain.grid, terrain.falls, x, y) >= 30);
      for (const { x, y } of places.filter((_, index) => index % 7 === 0)) {
        const nearest = Math.min(...steep.map((one) => Math.hypot(one.x - x, one.y - y)));
        // Cells of 5 m and lines simplified to 1 m.
        expect(nearest).toBeLessThan(50 + 8);
      }
    }
  });

  it('of debris flow begin at their highest and end where the fall from the mouth is 2° or more', () => {
    const { terrain } = city;
    const sites = city.zones.filter(({ phenomenon }) => phenomenon === 'debris-flow');
    expect(sites.length).toBeGreaterThan(5);
    for (const site of sites) {
      const mouth = heightAt(terrain, site.x, site.y);
      const outline = site.yellow.flatMap(({ outer }) => outer);
      const far = outline.reduce((a, b) =>
        Math.hypot(a.x - site.x, a.y - site.y) > Math.hypot(b.x - site.x, b.y - site.y) ? a : b,
      );
      const run = Math.hypot(far.x - site.x, far.y - site.y);
      const fall = mouth - heightAt(terrain, far.x, far.y);
      expect(fall / run).toBeGreaterThan(Math.tan((2 * Math.PI) / 180) * 0.8);
      // Five metres above the bed at most, the cells' own unevenness beside it.
      for (const { x, y } of outline) expect(heightAt(terrain, x, y)).toBeLessThan(mouth + 5 + 6);
    }
  });
});
