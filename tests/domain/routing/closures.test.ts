import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { type Closures, NO_CLOSURES, resolveClosures } from '#domain/routing/closures';
import { findRoutes } from '#domain/routing/find-routes';
import { judgeClosures } from '#domain/routing/isolation/judge-closures';
import { CAR } from '#domain/routing/profiles/vehicles';
import type { Router } from '#domain/routing/router';
import type { ChainPlace } from '#domain/routing/search/chain-places';
import { withClosures } from '#domain/routing/with-closures';
import { textAt, unpackTexts } from '#domain/text/packed-texts';
import { seededRandom } from '../../bench/support/random.ts';
import { cellAt, readRoads } from './support/drawing.ts';
import { randomNetwork, randomPlace, randomZones } from './support/random-network.ts';
import { roadNumber, routerOf } from './support/routers.ts';

const TOWN = `
  A---B-------C---D
      |       |   |
      E-------F   G
`;

const closedIn = ({ metric, tree }: Router, closures: Partial<Closures>) => {
  const { table, exposure } = metric;
  const numberOf = (id: string) => {
    const road = unpackTexts(table.roadIds).indexOf(id);
    return road === -1 ? undefined : road;
  };
  return resolveClosures(table, tree, exposure, numberOf, { ...NO_CLOSURES, ...closures });
};
const middleOf = (router: Router, id: string): ChainPlace => {
  const road = roadNumber(router.metric, id);
  return { road, alongMeters: router.metric.table.lengthsMeters[road]! / 2 };
};

describe('closing roads for one question', () => {
  it('names each road once, and those that are not there', () => {
    const router = routerOf(readRoads(TOWN));
    const { roads, unknownIds } = closedIn(router, { roadIds: ['BC', 'XY', 'BC', 'AB'] });
    expect(roads.map((road) => textAt(router.metric.table.roadIds, road))).toEqual(['AB', 'BC']);
    expect(unknownIds).toEqual(['XY']);
  });

  it('closes what an area touches, whichever way its ring runs', () => {
    const router = routerOf(readRoads(TOWN));
    const ring: Position[] = [
      cellAt(3, -1),
      cellAt(5, -1),
      cellAt(5, 1),
      cellAt(3, 1),
      cellAt(3, -1),
    ];
    const idsOf = (area: readonly Position[]) =>
      closedIn(router, { area }).roads.map((road) => textAt(router.metric.table.roadIds, road));
    expect(idsOf(ring).sort()).toEqual(['AB', 'BC', 'BE']);
    expect(idsOf([...ring].reverse()).sort()).toEqual(['AB', 'BC', 'BE']);
  });

  it('leaves no road closed afterwards, even where the work throws', () => {
    const { metric } = routerOf(readRoads(TOWN));
    const costs = metric.outCosts.slice();
    const fall = () => {
      throw new Error('fallen');
    };
    expect(() => withClosures(metric, [0, 1, 1, 2], fall)).toThrow('fallen');
    expect(metric.closed.includes(1)).toBe(false);
    expect(metric.outCosts).toEqual(costs);
  });
});

describe('who fares how with roads closed', () => {
  const judge = (closed: readonly string[], isByRoads = false) => {
    const router = routerOf(readRoads(TOWN), { profile: CAR });
    const places = [...['AB', 'EF', 'CD', 'DG'].map((id) => middleOf(router, id)), null];
    const { roads } = closedIn(router, { roadIds: closed });
    const effects = judgeClosures(
      router,
      places,
      [middleOf(router, 'DG')],
      roads,
      isByRoads ? 'main-roads' : 'any-destination',
    );
    return (effects ?? []).map(({ kind }) => kind);
  };

  it('goes round, is cut off, and was cut off before', () => {
    expect(judge([])).toEqual([...Array(4).fill('as-before'), 'cut-off-before']);
    expect(judge(['BC'])).toEqual([
      'longer',
      'as-before',
      'as-before',
      'as-before',
      'cut-off-before',
    ]);
    expect(judge(['CD']).slice(0, 4)).toEqual(['cut-off', 'cut-off', 'cut-off', 'as-before']);
  });

  it('is isolated with the destination where the rest of the roads is out of reach', () => {
    expect(judge(['CD'], true).slice(0, 4)).toEqual([
      'as-before',
      'as-before',
      'cut-off',
      'cut-off',
    ]);
  });

  it('never reaches more, nor sooner by the policy, than before; seconds are those of the routes', () => {
    let longer = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const network = randomNetwork(random);
      const router = routerOf(network, { profile: CAR, zones: randomZones(random, 3) });
      const { metric } = router;
      if (metric.table.roadCount === 0) continue;
      const place = () => randomPlace(metric, random);
      const places = Array.from({ length: 12 }, place);
      const destination = place();
      const closed = unpackTexts(metric.table.roadIds).flatMap((_, road) =>
        random() < 0.2 ? [road] : [],
      );
      const effects = judgeClosures(router, places, [destination], closed, 'any-destination') ?? [];
      const secondsOf = (from: ChainPlace) => {
        const found = router.finder.find(metric, from, destination);
        if (found.status !== 'found') return null;
        return found.path.parts.reduce(
          (sum, part) =>
            sum + metric.parts.timeCsOf(part.road, part.fromMeters, part.toMeters) / 100,
          0,
        );
      };
      const before = places.map(secondsOf);
      const after = withClosures(metric, closed, () => places.map(secondsOf));
      for (const [at, effect] of effects.entries()) {
        const [was, now] = [before[at] ?? null, after[at] ?? null];
        if (was === null) expect(effect.kind).toBe('cut-off-before');
        else if (now === null) expect(effect.kind).toBe('cut-off');
        else {
          expect(['as-before', 'longer']).toContain(effect.kind);
          if (effect.kind !== 'longer') continue;
          expect(effect.extraExposureMeters).toBeGreaterThanOrEqual(0);
          expect(effect.extraSeconds).toBeCloseTo(now - was, 1);
          longer += 1;
        }
      }
    }
    expect(longer).toBeGreaterThan(20);
  });

  it('stops when it is told to', () => {
    const router = routerOf(readRoads(TOWN));
    const limits = { mostSettled: 1 };
    const place = middleOf(router, 'AB');
    expect(judgeClosures(router, [place], [place], [], 'any-destination', limits)).toBeNull();
    const question = { from: cellAt(0, 0), to: cellAt(16, 2), via: [], mostAlternatives: 0 };
    const stopped = findRoutes(router, question, { mostSettled: 0 });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'route.stopped' } });
  });
});
