import type { Position } from '#domain/geo/position';
import { foundRoute } from '#domain/plan/found-route';
import type { PlanRoute } from '#domain/plan/plan';
import { KEEP_OUT_OF_RED } from '#domain/routing/cost/policy';
import { buildMetric } from '#domain/routing/cost/route-metric';
import { findRoutes } from '#domain/routing/find-routes';
import { assessRoads } from '#domain/routing/profiles/assessment';
import { createRouter, type Router } from '#domain/routing/router';
import type { Queryable } from '../../db/database.ts';
import { buildNetwork } from '../routing/build-network.ts';
import { HeldNetwork } from '../routing/held-network.ts';
import { keptRoads } from '../routing/kept-roads.ts';
import { routeOnWire } from '../routing/route-on-wire.ts';
import { openNetwork } from '../routing/shared-network.ts';
import { findProfile } from '../routing/travellers.ts';

/** The way between two places by a profile of travel, as a plan keeps it; null where none is found. */
export type FindPlanRoute = (from: Position, to: Position, profile: string) => PlanRoute | null;

/**
 * Finds ways for the plans of the demo over the roads in force, in the caller's thread: for some dozens of them
 * neither landmarks nor a thread are worth making.
 */
export async function demoRouteFinder(database: Queryable, code: string): Promise<FindPlanRoute> {
  const shared = await buildNetwork(database, code);
  if (shared === null) return () => null;
  const { table, tree, exposure, topologies } = openNetwork(shared);
  const held = new HeldNetwork(shared);
  const routers = new Map<string, Router>();
  const routerOf = (profileId: string): Router => {
    const known = routers.get(profileId);
    if (known !== undefined) return known;
    const profile = findProfile(profileId);
    if (profile === undefined) throw new Error(`expected a known profile, got ${profileId}`);
    const assessment = assessRoads(table, profile, { atNight: false, verdicts: new Map() });
    const topology = topologies[profile.mode];
    const metric = buildMetric(table, topology, assessment, exposure, KEEP_OUT_OF_RED);
    const router = createRouter(metric, tree, null);
    routers.set(profileId, router);
    return router;
  };
  return (from, to, profile) => {
    const asked = { from, to, profile, via: [], isNight: false };
    const found = findRoutes(routerOf(profile), { from, to, via: [], mostAlternatives: 0 });
    const way = found.ok ? found.value.routes[0] : undefined;
    if (way === undefined) return null;
    const { toKeep } = keptRoads(held, { kind: 'kept-roads', roadIds: way.roadIds, kept: [] });
    return foundRoute(routeOnWire(way), shared.dates, toKeep, asked);
  };
}
