import { findCuts } from '#domain/routing/isolation/find-cuts';
import type { Benchmark } from './support/benchmark.ts';
import { CITY_NODES } from './support/route-network.ts';
import { makeScene } from './support/route-scene.ts';
import { timeInTurns } from './support/timing.ts';

/** So many bridges are checked by flooding: all of them would take the peer minutes. */
const CHECKED = 20;

export const benchmark: Benchmark = {
  about: 'every bridge and articulation point with the people behind it, city',
  peer: `closing ${CHECKED} of the bridges one by one and flooding`,
  targetRatio: 1,
  limitMs: 20,
  async run() {
    const { metric, table } = makeScene(CITY_NODES, 3000);
    const at = {
      people: Float64Array.from({ length: table.junctionCount }, (_, number) => number % 3),
      endsIsolation: 'any-destination' as const,
      destinations: Uint8Array.from({ length: table.junctionCount }, (_, number) =>
        number % 2000 === 0 ? 1 : 0,
      ),
    };
    const found = findCuts(metric, at);
    const bridges = [...found.roads.keys()].filter((road) => (found.roads[road] ?? -1) >= 0);
    const checked = Array.from(
      { length: CHECKED },
      (_, number) => bridges[Math.floor((number * bridges.length) / CHECKED)] ?? 0,
    );
    const roadsAt: number[][] = Array.from({ length: table.junctionCount }, () => []);
    for (let road = 0; road < table.roadCount; road += 1)
      for (const junctions of [table.fromJunctions, table.toJunctions])
        roadsAt[junctions[road] ?? 0]?.push(road);
    const peopleReached = (closed: number) => {
      const reached = new Set<number>();
      const open = [...at.destinations.keys()].filter((one) => at.destinations[one] === 1);
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (reached.has(next)) continue;
        reached.add(next);
        for (const road of roadsAt[next] ?? []) {
          if (road === closed) continue;
          const from = table.fromJunctions[road] ?? 0;
          open.push(from === next ? (table.toJunctions[road] ?? 0) : from);
        }
      }
      let people = 0;
      for (const junction of reached) people += at.people[junction] ?? 0;
      return people;
    };
    const all = peopleReached(-1);
    const theirs = () => checked.map((road) => all - peopleReached(road));
    const times = await timeInTurns(() => findCuts(metric, at), theirs, { warmUp: 2, counted: 5 });
    const expected = theirs();
    const sameAnswers = checked.every((road, number) => found.roads[road] === expected[number]);
    return { ...times, sameAnswers, figures: { bridges: bridges.length } };
  },
};
