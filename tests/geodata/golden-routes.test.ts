import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { RoadNetwork } from '#domain/road/road';
import { KEEP_OUT_OF_RED, QUICKEST } from '#domain/routing/cost/policy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { findRoute, type Router, snapToRouter } from '#domain/routing/router';
import { unpackTexts } from '#domain/text/packed-texts';
import { readRoadNetwork } from '#geodata/read-road-network';
import { PlainNetwork } from '../bench/support/route-plain.ts';
import { zoneOf } from '../domain/hazard/support/zones.ts';
import { routerOf } from '../domain/routing/support/routers.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';

const place = z.tuple([z.number(), z.number()]);
/** Made-up red zones as boxes (west, south, east, north), and what the routes of a file came to. */
const goldenSchema = z.record(
  z.string(),
  z.object({
    red: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    routes: z.array(
      z.object({
        profile: z.string(),
        policy: z.string(),
        from: place,
        to: place,
        meters: z.number(),
        seconds: z.number(),
        /** On the roads, and on the walks to and from them. */
        redMeters: z.number(),
        walkRedMeters: z.number(),
        roads: z.number(),
        toCheck: z.number(),
      }),
    ),
  }),
);
type Golden = z.output<typeof goldenSchema>[string];

const GOLDEN = goldenSchema.parse(
  JSON.parse(readFileSync(new URL('golden-routes.json', import.meta.url), 'utf8')),
);

function routerFor(network: RoadNetwork, { red }: Golden, profileId: string, policyId: string) {
  const profile = TRAVEL_PROFILES.find(({ id }) => id === profileId);
  const policy = [KEEP_OUT_OF_RED, QUICKEST].find(({ id }) => id === policyId);
  if (profile === undefined || policy === undefined) throw new Error('unknown profile or policy');
  const zones = red.map(([west, south, east, north], number) =>
    zoneOf(
      [
        [
          [
            [west, south],
            [west, north],
            [east, north],
            [east, south],
            [west, south],
          ],
        ],
      ],
      { id: `box ${number}` },
    ),
  );
  expect(buildZoneIndex(zones).zoneIds).toHaveLength(red.length);
  return routerOf(network, { profile, policy, zones });
}

/** The packed cost of the route by ours and by Dijkstra over every junction. */
function costsOf(router: Router, from: [number, number], to: [number, number]) {
  const [start, stop] = [snapToRouter(router, from), snapToRouter(router, to)];
  if (!start.ok || !stop.ok) throw new Error('off the roads');
  const found = router.finder.find(router.metric, start.value.place, stop.value.place);
  return {
    ours: found.status === 'found' ? found.path.cost : Infinity,
    plain: new PlainNetwork(router.metric).costBetween(start.value.place, stop.value.place),
  };
}

describe.each([
  ['andorra', 'roads/andorra.osm.pbf'],
  ['hitoyoshi', 'roads/hitoyoshi_sagara.osm'],
])('golden routes of %s', (name, path) => {
  const file = sharedData(path);
  const golden = GOLDEN[name];
  if (golden === undefined) throw new Error(`no golden routes of ${name}`);

  test('length, time, metres in red and what is to be checked stay as they were, and cost what Dijkstra says', async (context) => {
    skipWithout(context, file);
    const network = await readRoadNetwork([file]);
    const found = golden.routes.map((given) => {
      const router = routerFor(network, golden, given.profile, given.policy);
      const result = findRoute(router, given.from, given.to);
      if (!result.ok) throw new Error(result.problem.en);
      const { ours, plain } = costsOf(router, given.from, given.to);
      expect(ours, `${given.profile} ${given.policy}`).toBe(plain);
      const { lengthMeters, durationSeconds, exposure, roadIds, unknown } = result.value;
      const { walkToRoad, walkFromRoad } = result.value;
      const walks = walkToRoad.exposure.redMeters + walkFromRoad.exposure.redMeters;
      return {
        ...given,
        meters: Math.round(lengthMeters * 10) / 10,
        seconds: Math.round(durationSeconds),
        redMeters: Math.round((exposure.redMeters - walks) * 10) / 10,
        walkRedMeters: Math.round(walks * 10) / 10,
        roads: roadIds.length,
        toCheck: unknown.length,
      };
    });
    expect(found).toEqual(golden.routes);
    // What going through red saves is in the file too.
    const [kept, quick] = ['keep-out-of-red', 'quickest'].map((policy) =>
      golden.routes.filter((one) => one.policy === policy).map(({ redMeters }) => redMeters),
    );
    expect(Math.max(...(quick ?? []))).toBeGreaterThan(Math.min(...(kept ?? [])));
  });

  test('with a road of it closed, another way costs what Dijkstra says, and never less', async (context) => {
    skipWithout(context, file);
    const network = await readRoadNetwork([file]);
    for (const { profile, policy, from, to } of golden.routes.slice(0, 3)) {
      const router = routerFor(network, golden, profile, policy);
      const before = costsOf(router, from, to);
      const result = findRoute(router, from, to);
      if (!result.ok) throw new Error(result.problem.en);
      const ids = result.value.roadIds;
      const middle = unpackTexts(router.metric.table.roadIds).indexOf(ids[ids.length >> 1] ?? '');
      setClosed(router.metric, middle, true);
      const after = costsOf(router, from, to);
      expect(after.ours).toBe(after.plain);
      expect(after.ours).toBeGreaterThanOrEqual(before.ours);
    }
  });
});
