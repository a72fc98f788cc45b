import { buildMetric } from '#domain/routing/cost/route-metric';
import type { RoadTable } from '#domain/routing/graph/road-table';
import type { RoadTree } from '#domain/routing/graph/road-tree';
import type { Topology } from '#domain/routing/graph/topology';
import { type AppliedFindings, applyFindings } from '#domain/routing/overrides/apply-overrides';
import { assessRoads } from '#domain/routing/profiles/assessment';
import { type EditedFigures, withFigures } from '#domain/routing/profiles/figures';
import { createRouter, type Router } from '#domain/routing/router';
import { buildLandmarks } from '#domain/routing/search/landmarks';
import { unpackTexts } from '#domain/text/packed-texts';
import { AwaitedHierarchy, FinderInWaiting } from './awaited-hierarchy.ts';
import type { Traveller } from './search-orders.ts';
import { openNetwork, type RoadNetworkInMemory, type SharedNetwork } from './shared-network.ts';
import type { SiteState } from './site-state.ts';
import { findPolicy, findProfile } from './travellers.ts';

/** Sixteen floodings of all roads, before the first answer; a prefecture's would keep somebody waiting. */
const MOST_LANDMARK_CORES = 200_000;
const LANDMARK_BYTES = 16 * 8;
/** A core has ten edges in a hierarchy, with two costs and what each is made of. */
const HIERARCHY_BYTES = 10 * 2 * (8 + 4);

/** Of all travellers of one network together; one of a city takes ten megabytes, of a prefecture two hundred. */
const MOST_ROUTER_BYTES = 512 * 2 ** 20;

/** A network that is searched, with a router for each traveller who was asked for lately. */
export class HeldNetwork {
  readonly #network: RoadNetworkInMemory;
  readonly #routers = new Map<string, { readonly router: Router; readonly bytes: number }>();
  readonly #hierarchies = new Map<Topology, AwaitedHierarchy>();
  readonly #baseSource: string;
  #numbers: Map<string, number> | null = null;
  #applied: { readonly key: string; readonly findings: AppliedFindings } | null = null;

  constructor(shared: SharedNetwork) {
    this.#network = openNetwork(shared);
    this.#baseSource = shared.dates.roads[0]?.source ?? '';
  }

  /** As the data have them, without what was found on site. */
  get table(): RoadTable {
    return this.#network.table;
  }

  get tree(): RoadTree {
    return this.#network.tree;
  }

  /** The source that the ids of the roads are of. */
  get baseSource(): string {
    return this.#baseSource;
  }

  /** The number of a road in the table. */
  numberOf(roadId: string): number | undefined {
    this.#numbers ??= new Map(
      unpackTexts(this.#network.table.roadIds).map((id, road) => [id, road]),
    );
    return this.#numbers.get(roadId);
  }

  /** The roads with what was found on site. */
  applied({ findings, key }: SiteState): AppliedFindings {
    if (this.#applied?.key === key) return this.#applied.findings;
    const { table, tree } = this.#network;
    const numberOf = (roadId: string) => this.numberOf(roadId);
    const applied = applyFindings(table, tree, numberOf, this.#baseSource, findings);
    this.#applied = { key, findings: applied };
    return applied;
  }

  /** Judged by what was found on site; closures are not in it. */
  routerOf(traveller: Traveller, site: SiteState): Router {
    const key = JSON.stringify([traveller, site.roadsKey]);
    const known = this.#routers.get(key);
    if (known !== undefined) {
      // A Map keeps the order of insertion: who was asked for last goes to its end.
      this.#routers.delete(key);
      this.#routers.set(key, known);
      return known.router;
    }
    const router = this.#build(traveller, this.applied(site), site.figures);
    this.#routers.set(key, { router, bytes: bytesOf(router) });
    this.#dropOldest();
    return router;
  }

  #build(
    { profileId, policyId, isNight }: Traveller,
    { table, verdicts: allVerdicts }: AppliedFindings,
    figures: EditedFigures,
  ): Router {
    const standard = findProfile(profileId);
    const policy = findPolicy(policyId);
    if (standard === undefined || policy === undefined)
      throw new Error(`expected a known profile and policy, got ${profileId}, ${policyId}`);
    const profile = withFigures(standard, figures[profileId]);
    const { tree, exposure, topologies } = this.#network;
    const verdicts = allVerdicts.get(profileId) ?? new Map<number, boolean>();
    const assessment = assessRoads(table, profile, { atNight: isNight, verdicts });
    const topology = topologies[profile.mode];
    const metric = buildMetric(table, topology, assessment, exposure, policy);
    const isSmall = topology.coreCount <= MOST_LANDMARK_CORES;
    const router = createRouter(metric, tree, isSmall ? buildLandmarks(metric) : null);
    return { ...router, finder: new FinderInWaiting(this.#awaited(topology), router.finder) };
  }

  #awaited(topology: Topology): AwaitedHierarchy {
    const known = this.#hierarchies.get(topology);
    if (known !== undefined) return known;
    const awaited = new AwaitedHierarchy(this.#network.table, topology);
    this.#hierarchies.set(topology, awaited);
    return awaited;
  }

  #dropOldest(): void {
    let bytes = [...this.#routers.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [key, oldest] of this.#routers) {
      if (bytes <= MOST_ROUTER_BYTES || this.#routers.size === 1) return;
      this.#routers.delete(key);
      bytes -= oldest.bytes;
    }
  }
}

function bytesOf({ metric, mainRoads }: Router): number {
  const { roadAlong, roadAgainst, closed, outCosts, inCosts, topology, assessment } = metric;
  const ofFinder = topology.coreCount * (2 * 28 + LANDMARK_BYTES + HIERARCHY_BYTES);
  return (
    [roadAlong, roadAgainst, closed, outCosts, inCosts, mainRoads].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    ) +
    3 * assessment.reasonBits.byteLength +
    ofFinder
  );
}
