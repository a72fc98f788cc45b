import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { QUICKEST } from '#domain/routing/cost/policy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { CAR, PUMPER } from '#domain/routing/profiles/vehicles';
import { WHEELCHAIR_ASSISTED } from '#domain/routing/profiles/walking';
import { findRoute, type Router } from '#domain/routing/router';
import { box, zoneOf } from '../hazard/support/zones.ts';
import { cellAt, OPEN_TO_ALL, readRoads } from './support/drawing.ts';
import { roadNumber, routerOf } from './support/routers.ts';

const BLOCK = `
  A---B---C
  |   |   |
  |   |   |
  D---E   |
  |       |
  G-------F
`;
const A = cellAt(0, 0);
const C = cellAt(8, 0);
const D = cellAt(0, 3);
const F = cellAt(8, 5);

/** A red zone from cell to cell. */
const zoneBetween = (west: number, north: number, east: number, south: number) =>
  zoneOf([[box(10 * west, -10 * south, 10 * east, -10 * north)]]);

/** Ids of the roads of the best route; the code of the failure where there is none. */
function idsOf(router: Router, from: Position, to: Position, via: readonly Position[] = []) {
  const result = findRoute(router, from, to, { via });
  return result.ok ? result.value.roadIds.join(' ') : result.problem.code;
}

describe('the best route', () => {
  it('is the shortest where nothing else counts', () => {
    const result = findRoute(routerOf(readRoads(BLOCK)), A, C);
    expect(result).toMatchObject({ ok: true, value: { roadIds: ['AB', 'BC'] } });
    if (!result.ok) return;
    expect(result.value.lengthMeters).toBeCloseTo(80, 3);
    expect(result.value.durationSeconds).toBeCloseTo(80, 0);
    expect(result.value.exposure.anyMeters).toBe(0);
  });

  it('goes any way round to keep out of red, and through it where there is none', () => {
    const zones = [zoneBetween(5, -1, 7, 1)];
    const router = routerOf(readRoads(BLOCK), { zones });
    expect(idsOf(router, A, C)).toBe('AD DG GF CF');
    setClosed(router.metric, roadNumber(router.metric, 'GF'), true);
    const forced = findRoute(router, A, C);
    expect(forced).toMatchObject({ ok: true, value: { roadIds: ['AB', 'BC'] } });
    if (!forced.ok) return;
    expect(forced.value.exposure.redMeters).toBeCloseTo(20, 2);
    expect(forced.value.exposure.byPhenomenon.red['debris-flow']).toBeCloseTo(20, 2);
    expect(forced.value.exposure.byPhenomenon.red.landslide).toBe(0);
  });

  it('minds red only as its policy says', () => {
    const zones = [zoneBetween(5, -1, 7, 1)];
    expect(idsOf(routerOf(readRoads(BLOCK), { zones, policy: QUICKEST }), A, C)).toBe('AB BC');
  });

  it('begins and ends in the middle of roads, on one road too', () => {
    const router = routerOf(readRoads(BLOCK));
    const result = findRoute(router, cellAt(1, 0.5), cellAt(3, -0.5));
    expect(result).toMatchObject({ ok: true, value: { roadIds: ['AB'] } });
    if (!result.ok) return;
    expect(result.value.lengthMeters).toBeCloseTo(20, 3);
    expect(result.value.walkToRoad.lengthMeters).toBeCloseTo(5, 3);
    expect(result.value.walkFromRoad.lengthMeters).toBeCloseTo(5, 3);
    const back = findRoute(router, cellAt(3, 0), cellAt(1, 0));
    expect(back.ok && back.value.lengthMeters).toBeCloseTo(20, 3);
  });

  it('is empty from a place to itself', () => {
    const result = findRoute(routerOf(readRoads(BLOCK)), A, A);
    expect(result).toMatchObject({ ok: true, value: { lengthMeters: 0, roadIds: [] } });
  });

  it('goes by other places in their order', () => {
    const router = routerOf(readRoads(BLOCK));
    expect(idsOf(router, A, C, [D, F])).toBe('AD DG GF CF');
    expect(idsOf(router, A, A, [D])).toBe('AD AD');
    expect(idsOf(router, A, C, Array(50).fill(A))).toBe('AB BC');
    expect(idsOf(router, A, C, Array(51).fill(A))).toBe('route.too-many-via');
  });
});

describe('what vehicles obey and people on foot do not', () => {
  it('is bound by one-way streets', () => {
    const network = readRoads(BLOCK.replace('A---B', 'A-<-B'));
    expect(idsOf(routerOf(network), A, C)).toBe('AB BC');
    expect(idsOf(routerOf(network, { profile: CAR }), A, C)).toBe('AD DE BE BC');
    expect(idsOf(routerOf(network, { profile: CAR }), C, A)).toBe('BC AB');
  });

  it('takes no forbidden turn, and only the one that is prescribed', () => {
    const plain = readRoads(BLOCK);
    const restrict = (kind: 'no' | 'only', toRoad: string, except: 'car'[] = []) => ({
      ...plain,
      restrictions: [{ kind, fromRoad: 'AB', junction: 'B', toRoad, except }],
    });
    const asCar = (network: typeof plain) => idsOf(routerOf(network, { profile: CAR }), A, C);
    expect(asCar(restrict('no', 'BE'))).toBe('AB BC');
    expect(asCar(restrict('no', 'BC'))).toBe('AD DE BE BC');
    expect(asCar(restrict('only', 'BE'))).toBe('AD DE BE BC');
    expect(asCar(restrict('only', 'BC'))).toBe('AB BC');
    expect(asCar(restrict('no', 'BC', ['car']))).toBe('AB BC');
    expect(idsOf(routerOf(restrict('no', 'BC')), A, C)).toBe('AB BC');
    const router = routerOf(restrict('no', 'BC'), { profile: CAR });
    // Only whoever comes by AB is bound: not from B itself, and not the other way.
    expect(idsOf(router, cellAt(4, 0.4), C)).toBe('BE BC');
    expect(idsOf(router, C, A)).toBe('BC AB');
  });

  it('stops at a barrier, which others go past', () => {
    const network = {
      ...readRoads(BLOCK),
      barriers: [
        { junction: 'B', kind: 'bollard', access: { ...OPEN_TO_ALL, car: 'no' as const } },
      ],
    };
    expect(idsOf(routerOf(network), A, C)).toBe('AB BC');
    expect(idsOf(routerOf(network, { profile: CAR }), A, C)).toBe('AD DG GF CF');
    expect(idsOf(routerOf(network, { profile: CAR }), cellAt(3.9, 0), cellAt(4.1, 0))).toBe(
      'AB AD DG GF CF BC',
    );
  });
});

describe('who gets through', () => {
  const stairs = { AB: { kind: 'steps', stepCount: 20 } } as const;

  it('keeps wheelchairs off steps and counts them for others', () => {
    const network = readRoads(BLOCK, stairs);
    expect(idsOf(routerOf(network, { profile: WHEELCHAIR_ASSISTED }), A, C)).toBe('AD DE BE BC');
    const result = findRoute(routerOf(readRoads('A---B---C', stairs)), A, C);
    expect(result).toMatchObject({
      ok: true,
      value: { steps: { flights: 1, countedSteps: 20, uncountedFlights: 0 } },
    });
  });

  it('travels a class of width that straddles the need, and says that somebody has to look', () => {
    const width = { leastMeters: 3, mostMeters: 5.5, from: 'gsi-class' } as const;
    const router = routerOf(readRoads('A---B---C', { BC: { width } }), { profile: PUMPER });
    const result = findRoute(router, A, C);
    expect(result).toMatchObject({
      ok: true,
      value: {
        unknown: [{ roadId: 'BC', reasons: ['width-class'] }],
        narrowest: { roadId: 'BC', leastMeters: 3, mostMeters: 5.5 },
      },
    });
    expect(result.ok && result.value.unknown[0]?.lengthMeters).toBeCloseTo(40, 3);
    expect(result.ok && result.value.unknown[0]?.fromMeters).toBeCloseTo(40, 3);
  });
});

describe('what has no route', () => {
  it('says so', () => {
    const router = routerOf(readRoads(BLOCK));
    const sea = cellAt(1000, 1000);
    expect(idsOf(router, A, sea)).toBe('route.far-from-roads');
    expect(idsOf(routerOf({ roads: [], barriers: [], restrictions: [] }), A, C)).toBe(
      'route.no-roads',
    );
    expect(() => findRoute(router, A, [34, 132])).toThrow(/lng, lat/);
  });

  it('tells what is cut off from what is only near: a closed road does not move a place', () => {
    const router = routerOf(readRoads('A---B---C---D'));
    setClosed(router.metric, roadNumber(router.metric, 'BC'), true);
    expect(idsOf(router, A, cellAt(12, 0))).toBe('route.unreachable');
    expect(idsOf(router, A, cellAt(4, 0))).toBe('AB');
    setClosed(router.metric, roadNumber(router.metric, 'BC'), false);
    expect(idsOf(router, A, cellAt(12, 0))).toBe('AB BC CD');
  });

  it('is not begun on an island that no other road reaches', () => {
    const network = readRoads(`
      A---B---C
      |   |   |
      D---E---F

      G-H
    `);
    expect(idsOf(routerOf(network), cellAt(0, 4), cellAt(8, 2))).toBe('DE EF');
  });

  it('stops when it is told to', () => {
    const router = routerOf(
      readRoads(`
        A---B---C---D
        |   |   |   |
        E---F---G---H
      `),
    );
    const result = findRoute(router, A, cellAt(12, 2), { mostSettled: 0 });
    expect(result).toMatchObject({ ok: false, problem: { code: 'route.stopped' } });
  });
});
