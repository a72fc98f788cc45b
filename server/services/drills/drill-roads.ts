import { closedRoadsAt, type DrillScenario, type ScenarioRoad } from '#domain/drill/scenario';
import { type Result, success } from '#domain/problem';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { RoutingService } from '../routing/routing-service.ts';

export interface RoadSources {
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
  readonly signal: AbortSignal;
}

/** What the scenario closes at a minute, as the roads in force are called. */
export interface ClosedAt {
  readonly roads: readonly ScenarioRoad[];
  readonly roadIds: readonly string[];
  /** Not in the roads in force: they close nothing. */
  readonly lost: readonly ScenarioRoad[];
  /** Each of those that are found, by what it is called now. */
  readonly byId: ReadonlyMap<string, ScenarioRoad>;
}

export async function closedAt(
  { routing, municipality, signal }: RoadSources,
  scenario: DrillScenario,
  minute: number,
): Promise<Result<ClosedAt>> {
  const roads = closedRoadsAt(scenario, minute);
  if (roads.length === 0) return success({ roads, roadIds: [], lost: [], byId: new Map() });
  const order = { kind: 'kept-roads', roadIds: [], kept: roads } as const;
  const answer = await routing.ask(municipality, order, signal);
  if (!answer.ok) return answer;
  const { matched } = answer.value.found;
  return success({
    roads,
    roadIds: matched.flatMap(({ id }) => id ?? []),
    lost: roads.filter((_, at) => matched[at]?.id === null),
    byId: new Map(
      matched.flatMap(({ id }, at): [string, ScenarioRoad][] => (id ? [[id, roads[at]!]] : [])),
    ),
  });
}

/** Lists that may be written to, as zod has them. */
export const roadsOnWire = (roads: readonly ScenarioRoad[]) =>
  roads.map(({ middle: [lng, lat], ...road }) => ({
    ...road,
    middle: [lng, lat] as [number, number],
  }));
