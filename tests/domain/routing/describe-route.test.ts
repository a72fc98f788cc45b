import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { exposeLine } from '#domain/routing/exposure/line-exposure';
import { measureExposure } from '#domain/routing/exposure/measure-exposure';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { findRoute } from '#domain/routing/router';
import { at, box, zoneOf } from '../hazard/support/zones.ts';
import { cellAt, readRoads, roadBetween } from './support/drawing.ts';
import { routerOf } from './support/routers.ts';

describe('what is told of a route', () => {
  const network = readRoads(
    `
      A---B---C
              |
              |
          E---D
    `,
    {
      AB: { name: '本町通り', elevationsMeters: [10, 10] },
      BC: { name: '本町通り', elevationsMeters: [10, 13.2], width: null },
      CD: { elevationsMeters: [13.2, 13.2], stepCount: null },
      ED: { name: '川端', elevationsMeters: [9.2, 13.2] },
    },
  );
  const zones = [zoneOf([[box(50, -5, 70, 5)]], { zoneClass: 'yellow', phenomenon: 'landslide' })];
  const result = findRoute(routerOf(network, { zones }), at(20, 3), cellAt(4, 3));
  if (!result.ok) throw new Error(result.problem.code);
  const route = result.value;

  it('is a list of steps with turns', () => {
    const legs = route.legs.map(({ turn, name, fromMeters, lengthMeters }) => [
      turn,
      name,
      Math.round(fromMeters),
      Math.round(lengthMeters),
    ]);
    expect(legs).toEqual([
      ['start', '本町通り', 0, 60],
      ['right', null, 60, 30],
      ['right', '川端', 90, 40],
    ]);
    const seconds = route.legs.reduce((sum, leg) => sum + leg.durationSeconds, 0);
    expect(seconds).toBeCloseTo(route.durationSeconds, 6);
  });

  it('goes on in one line, its length that of its steps', () => {
    expect(route.line).toHaveLength(5);
    expect(route.lengthMeters).toBeCloseTo(130, 2);
    expect(route.line[0]?.[0]).toBeCloseTo(at(20, 0)[0], 9);
  });

  it('has figures for the way and for the walk to it', () => {
    expect(route.steepestPercent).toBeCloseTo(-10, 1);
    expect(route.widthUnknownMeters).toBeCloseTo(40, 2);
    expect(route.narrowest).toMatchObject({ roadId: 'AB', leastMeters: 6.5, mostMeters: 6.5 });
    expect(route.steps).toEqual({ flights: 1, countedSteps: 0, uncountedFlights: 1 });
    expect(route.walkToRoad.lengthMeters).toBeCloseTo(3, 3);
    expect(route.walkToRoad.durationSeconds).toBeCloseTo(3, 3);
    expect(route.walkFromRoad.lengthMeters).toBeCloseTo(0, 3);
    expect(route.exposure.byClass.yellow).toBeCloseTo(20, 2);
    expect(route.exposure.redMeters).toBe(0);
  });

  it('has a profile with each change of slope and of zone', () => {
    const points = route.profile.map(
      ({ alongMeters, elevationMeters, slopePercent, zoneClass }) => [
        Math.round(alongMeters),
        Math.round(elevationMeters ?? -1),
        slopePercent === null ? null : Math.round(slopePercent),
        zoneClass,
      ],
    );
    expect(points).toEqual([
      [0, 10, 0, null],
      [20, 10, 8, null],
      [30, 11, 8, 'yellow'],
      [50, 12, 8, null],
      [60, 13, 0, null],
      [90, 13, -10, null],
      [130, 9, null, null],
    ]);
  });
});

describe('a walk where no road is', () => {
  const network = readRoads('A---B', {});
  // The road keeps out of the zone; the house 30 m beside it stands in it.
  const house = at(20, 30);
  const red = zoneOf([[box(0, 10, 40, 60)]]);
  const yellow = zoneOf([[box(0, 5, 40, 70)]], { id: 'b', zoneClass: 'yellow' });
  const told = (from: typeof house, to: typeof house) => {
    const result = findRoute(routerOf(network, { zones: [red, yellow] }), from, to);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };

  it('counts where it leads through a zone, to a door and from one', () => {
    const out = told(house, cellAt(4, 0));
    expect(out.walkToRoad.exposure.redMeters).toBeCloseTo(20, 2);
    expect(out.walkToRoad.exposure.anyMeters).toBeCloseTo(25, 2);
    expect(out.walkFromRoad.exposure.anyMeters).toBe(0);
    expect(out.exposure.redMeters).toBeCloseTo(20, 2);
    expect(out.exposure.byPhenomenon.red[red.phenomenon]).toBeCloseTo(20, 2);
    const home = told(cellAt(4, 0), house);
    expect(home.walkFromRoad.exposure.redMeters).toBeCloseTo(20, 2);
    expect(home.exposure.anyMeters).toBeCloseTo(25, 2);
  });

  it('counts as a road would that led there', () => {
    const between = fc.integer({ min: -40, max: 60 });
    const place = fc.tuple(between, between).map(([east, north]) => at(east, north));
    const index = buildZoneIndex([red, yellow]);
    fc.assert(
      fc.property(place, place, (from, to) => {
        const table = buildRoadTable({
          roads: [roadBetween('r', ['a', 'b'], [from, to])],
          barriers: [],
          restrictions: [],
        });
        if (table.roadCount === 0) return;
        const meters = table.lengthsMeters[0] ?? 0;
        const asRoad = measureExposure(exposeRoads(table, buildRoadTree(table), index), [
          { road: 0, fromMeters: 0, toMeters: meters },
        ]);
        const line = exposeLine(index, from, to, meters);
        expect(line.redMeters).toBeCloseTo(asRoad.redMeters, 6);
        expect(line.byClass).toEqual(asRoad.byClass);
      }),
    );
  });
});

describe('metres inside zones', () => {
  const network = {
    roads: [roadBetween('r', ['a', 'b'], [at(0, 0), at(60, 0), at(60, 40)])],
    barriers: [],
    restrictions: [],
  };
  const table = buildRoadTable(network);
  const measure = (zones: Parameters<typeof buildZoneIndex>[0], fromMeters = 0, toMeters = 100) => {
    const exposure = exposeRoads(table, buildRoadTree(table), buildZoneIndex(zones));
    return measureExposure(exposure, [{ road: 0, fromMeters, toMeters }]);
  };
  const debris = zoneOf([[box(10, -5, 40, 5)]]);
  const slope = zoneOf([[box(30, -5, 70, 20)]], { id: 'b', phenomenon: 'slope-failure' });

  it('count once in the class what two zones cover, and to each phenomenon what is its own', () => {
    const { byClass, byPhenomenon, redMeters } = measure([debris, slope]);
    expect(byClass.red).toBeCloseTo(70, 2);
    expect(byPhenomenon.red['debris-flow']).toBeCloseTo(30, 2);
    expect(byPhenomenon.red['slope-failure']).toBeCloseTo(50, 2);
    expect(redMeters).toBeCloseTo(70, 2);
  });

  it('keep designated apart from before designation, and count both as red', () => {
    const before = zoneOf(slope.geometry.coordinates, {
      id: 'c',
      zoneClass: 'red-before-designation',
    });
    const { byClass, redMeters, anyMeters } = measure([debris, before]);
    expect(byClass.red).toBeCloseTo(30, 2);
    expect(byClass['red-before-designation']).toBeCloseTo(50, 2);
    expect(redMeters).toBeCloseTo(70, 2);
    expect(anyMeters).toBeCloseTo(70, 2);
  });

  it('are those of a part where a route begins or ends in the middle', () => {
    expect(measure([debris], 0, 25).redMeters).toBeCloseTo(15, 2);
    expect(measure([debris], 25, 0).redMeters).toBeCloseTo(15, 2);
    expect(measure([debris], 50, 90).redMeters).toBe(0);
  });

  it('take the boundary for inside, and a corner that is touched for next to nothing', () => {
    expect(measure([zoneOf([[box(0, 0, 60, 9)]])]).redMeters).toBeCloseTo(69, 1);
    expect(measure([zoneOf([[box(30, 0.0005, 31, 9)]])]).redMeters).toBeLessThan(1.1);
    expect(
      measure([zoneOf([[[at(30, 0), at(25, -9), at(35, -9), at(30, 0)]]])]).redMeters,
    ).toBeLessThan(0.01);
  });

  it('are none in a hole', () => {
    const { redMeters } = measure([zoneOf([[box(0, -9, 50, 9), box(10, -5, 20, 5)]])]);
    expect(redMeters).toBeCloseTo(40, 2);
  });
});
