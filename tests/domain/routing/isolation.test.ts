import { describe, expect, it } from 'vitest';
import type { RoadNetwork } from '#domain/road/road';
import { isOpen, type RouteMetric, setClosed } from '#domain/routing/cost/route-metric';
import type { PeopleAt } from '#domain/routing/isolation/chain-people';
import { compareReach, reachOf } from '#domain/routing/isolation/compare-reach';
import { findCuts } from '#domain/routing/isolation/find-cuts';
import { rankCuts } from '#domain/routing/isolation/rank-cuts';
import { CAR } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import { treeToEnds } from '#domain/routing/search/best-end';
import { textAt, unpackTexts } from '#domain/text/packed-texts';
import { seededRandom } from '../../bench/support/random.ts';
import { readRoads } from './support/drawing.ts';
import { randomNetwork } from './support/random-network.ts';
import { metricOf, roadNumber } from './support/routers.ts';

/** One person for each letter given, at its junction; destinations likewise, null for the roads that meet. */
function at({ table }: RouteMetric, people: string, destinations: string | null): PeopleAt {
  const count = (letters: string, id: string) => letters.split(id).length - 1;
  const ids = unpackTexts(table.junctionIds);
  const counted = Float64Array.from(ids, (id) => count(people, id));
  if (destinations !== null)
    return {
      people: counted,
      endsIsolation: 'any-destination',
      destinations: Uint8Array.from(ids, (id) => count(destinations, id)),
    };
  const roads = new Uint32Array(table.junctionCount);
  for (const ends of [table.fromJunctions, table.toJunctions])
    for (const junction of ends) roads[junction] = (roads[junction] ?? 0) + 1;
  return { people: counted, endsIsolation: 'main-roads', destinations: roads };
}

/** The cuts by the names of roads and junctions. */
function cutsByName(metric: RouteMetric, people: string, destinations: string | null) {
  const cuts = findCuts(metric, at(metric, people, destinations));
  const named = (ids: readonly string[], values: Float64Array) =>
    Object.fromEntries(
      ids.flatMap((id, number) => {
        const value = values[number] ?? Number.NaN;
        return Number.isNaN(value) ? [] : [[id, value]];
      }),
    );
  return {
    roads: named(unpackTexts(metric.table.roadIds), cuts.roads),
    junctions: named(unpackTexts(metric.table.junctionIds), cuts.junctions),
  };
}

const VALLEY = `
  A---B---E---F---G
  |   |       |
  C---D       H
`;

describe('roads and junctions that people depend upon', () => {
  it('are those without a way round, with everybody behind them', () => {
    const metric = metricOf(readRoads(VALLEY));
    expect(cutsByName(metric, 'BEFFGGGH', 'A')).toEqual({
      roads: { BE: 7, EF: 6, FG: 3, FH: 1 },
      junctions: { B: 7, E: 6, F: 4 },
    });
    // With help at both ends of the valley nobody is cut off by what lies between them.
    expect(cutsByName(metric, 'BEFFGGGH', 'AG')).toEqual({
      roads: { BE: 0, EF: 0, FG: 0, FH: 1 },
      junctions: { B: 0, E: 0, F: 1 },
    });
    expect(cutsByName(metric, 'CBEFFGGG', null)).toEqual({
      roads: { BE: 6, EF: 5, FG: 3, FH: 0 },
      // Without B the rest of the valley has more roads than the ring has.
      junctions: { B: 1, E: 5, F: 3 },
    });
  });

  it('has the same side behind for every figure, however the people are spread', () => {
    const metric = metricOf(readRoads(VALLEY));
    const behind = (people: string) => cutsByName(metric, people, null).roads.EF;
    // All 4 of those who come first live behind EF, most of the people before it.
    expect([behind('BBBBBBFFFF'), behind('FFFF'), behind('B')]).toEqual([4, 4, 0]);
  });

  it('take who lives along them with them', () => {
    const metric = metricOf(readRoads(VALLEY));
    const given = at(metric, 'EEFG', null);
    const along = {
      from: new Float64Array(metric.table.roadCount),
      to: new Float64Array(metric.table.roadCount),
    };
    const road = roadNumber(metric, 'EF');
    const isFrom = textAt(metric.table.junctionIds, metric.table.fromJunctions[road] ?? 0) === 'E';
    // Both who are counted at E live along EF, and so does the one who is counted at F.
    (isFrom ? along.from : along.to)[road] = 2;
    (isFrom ? along.to : along.from)[road] = 1;
    expect(findCuts(metric, { ...given, along }).roads[road]).toBe(4);
    expect(findCuts(metric, given).roads[road]).toBe(2);
  });

  it('follow what is closed', () => {
    const metric = metricOf(readRoads(VALLEY));
    setClosed(metric, roadNumber(metric, 'CD'), true);
    expect(cutsByName(metric, 'DE', 'A').roads).toEqual({
      AB: 2,
      AC: 0,
      BD: 1,
      BE: 1,
      EF: 0,
      FG: 0,
      FH: 0,
    });
    setClosed(metric, roadNumber(metric, 'BE'), true);
    expect(cutsByName(metric, 'DEFFF', 'A').roads).toMatchObject({ AB: 1, EF: 0, FG: 0 });
  });

  it('are ranked by people, those with nobody behind them left out', () => {
    const metric = metricOf(readRoads(VALLEY));
    const { roads } = findCuts(metric, at(metric, 'EGG', 'A'));
    const ids = rankCuts(roads, 2).map(({ number, people }) => [
      textAt(metric.table.roadIds, number),
      people,
    ]);
    expect(ids).toEqual([
      ['BE', 3],
      ['EF', 2],
    ]);
    expect(rankCuts(roads, 9)).toHaveLength(3);
  });

  it('are what removing each road and each junction by itself shows', () => {
    let bridges = 0;
    let wayRound = 0;
    const random = seededRandom(5);
    for (let town = 0; town < 250; town += 1) {
      const network = { ...randomNetwork(random), barriers: [] };
      const metric = metricOf(network, { profile: random() < 0.5 ? CAR : WALKING_ELDERLY });
      for (let road = 0; road < metric.table.roadCount; road += 1)
        if (random() < 0.1) setClosed(metric, road, true);
      const share = random() < 0.8 ? 0.08 : 0;
      const ofMainRoads = random() < 0.3;
      const given: PeopleAt = {
        people: Float64Array.from(unpackTexts(metric.table.junctionIds), () =>
          Math.floor(random() * 4),
        ),
        endsIsolation: ofMainRoads ? 'main-roads' : 'any-destination',
        // So many that no two pieces are alike.
        destinations: Uint32Array.from(unpackTexts(metric.table.junctionIds), () =>
          ofMainRoads ? 1 + Math.floor(random() * 1e6) : random() < share ? 1 : 0,
        ),
      };
      const expected = cutOneByOne(network, metric, given);
      const found = findCuts(metric, given);
      expect(found).toEqual(expected);
      for (const value of found.roads) if (Number.isNaN(value)) wayRound += 1;
      for (const value of found.roads) if (value > 0) bridges += 1;
    }
    expect(bridges).toBeGreaterThan(300);
    expect(wayRound).toBeGreaterThan(300);
  });
});

/** The same by removing each and counting who is left where. */
function cutOneByOne(network: RoadNetwork, metric: RouteMetric, given: PeopleAt) {
  const { table } = metric;
  const numbers = new Map(unpackTexts(table.junctionIds).map((id, number) => [id, number]));
  const ends = unpackTexts(table.roadIds).map((id) =>
    (network.roads.find((road) => road.id === id)?.ends ?? []).map((end) => numbers.get(end) ?? -1),
  );
  const open = ends.map((_, road) => isOpen(metric, road));
  const whole = groupsOf(table.junctionCount, ends, open, -1);
  const cutOff = (pieces: readonly number[][], own: readonly number[]) => {
    const people = (group: readonly number[]) =>
      group.reduce((sum, junction) => sum + (given.people[junction] ?? 0), 0);
    const { destinations } = given;
    if (given.endsIsolation === 'main-roads') {
      const sizeOf = (group: readonly number[]) =>
        group.reduce((sum, junction) => sum + (destinations[junction] ?? 0), 0);
      const [, ...behind] = pieces.toSorted((a, b) => sizeOf(b) - sizeOf(a));
      return behind.reduce((sum, piece) => sum + people(piece), 0);
    }
    const hasHelp = (group: readonly number[]) => group.some((one) => destinations[one] === 1);
    if (!hasHelp([...pieces.flat(), ...own])) return 0;
    return pieces.reduce((sum, piece) => sum + (hasHelp(piece) ? 0 : people(piece)), 0);
  };
  const roads = Float64Array.from(ends, (pair, road) => {
    const [a = -1, b = -1] = pair;
    if (!open[road]) return Number.NaN;
    const without = groupsOf(
      table.junctionCount,
      ends,
      open.map((isRoadOpen, one) => isRoadOpen && one !== road),
      -1,
    );
    const [one, other] = [a, b].map((end) => without.find((group) => group.includes(end)) ?? []);
    return one === other ? Number.NaN : cutOff([one ?? [], other ?? []], []);
  });
  const junctions = Float64Array.from(unpackTexts(table.junctionIds), (_, junction) => {
    const group = whole.find((one) => one.includes(junction)) ?? [];
    const pieces = groupsOf(table.junctionCount, ends, open, junction).filter(
      ([first = -1]) => first !== junction && group.includes(first),
    );
    return pieces.length < 2 ? Number.NaN : cutOff(pieces, [junction]);
  });
  return { roads, junctions };
}

/** Junctions that hang together, `gone` by itself. */
function groupsOf(
  count: number,
  ends: readonly (readonly number[])[],
  open: readonly boolean[],
  gone: number,
): number[][] {
  const group = Array.from({ length: count }, (_, junction) => junction);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [road, [a = -1, b = -1]] of ends.entries()) {
      if (!open[road] || a === gone || b === gone || group[a] === group[b]) continue;
      const least = Math.min(group[a] ?? 0, group[b] ?? 0);
      group[a] = least;
      group[b] = least;
      isChanged = true;
    }
  }
  const found = new Map<number, number[]>();
  for (const [junction, key] of group.entries())
    found.set(key, [...(found.get(key) ?? []), junction]);
  return [...found.values()];
}

describe('who is cut off, and who has to go round', () => {
  it('compares before and after', () => {
    const metric = metricOf(readRoads(VALLEY));
    const place = (id: string, alongMeters: number) => ({
      road: roadNumber(metric, id),
      alongMeters,
    });
    const places = [place('AB', 10), place('AB', 39), place('FG', 5), null];
    const reach = () => {
      const tree = treeToEnds(metric, [place('AC', 0), place('FH', 20)]);
      return tree === null ? null : reachOf(tree, places);
    };
    const before = reach();
    setClosed(metric, roadNumber(metric, 'AB'), true);
    const onClosedRoad = reach();
    setClosed(metric, roadNumber(metric, 'AB'), false);
    setClosed(metric, roadNumber(metric, 'AC'), true);
    setClosed(metric, roadNumber(metric, 'FH'), true);
    const allShut = reach();
    setClosed(metric, roadNumber(metric, 'FH'), false);
    const farther = reach();
    if (before === null || onClosedRoad === null || allShut === null || farther === null)
      throw new Error('stopped');
    const kinds = (a: typeof before, b: typeof before) => compareReach(a, b).map((one) => one.kind);
    expect(kinds(before, before)).toEqual([
      'as-before',
      'as-before',
      'as-before',
      'cut-off-before',
    ]);
    expect(kinds(before, onClosedRoad)).toEqual([
      'cut-off',
      'cut-off',
      'as-before',
      'cut-off-before',
    ]);
    expect(kinds(before, allShut)).toEqual(['cut-off', 'cut-off', 'cut-off', 'cut-off-before']);
    expect(kinds(allShut, before).slice(0, 3)).toEqual(['opened', 'opened', 'opened']);
    const [first] = compareReach(before, farther);
    // 10 m to A before; 30 + 40 + 40 + 20 m to the middle of FH now.
    expect(first).toMatchObject({ kind: 'detour', goesElsewhere: true, extraExposureMeters: 0 });
    expect(first?.kind === 'detour' && first.extraSeconds).toBeCloseTo(120, 0);
  });
});
