import type { DrillTour } from '#contract/drill-routes';
import type { RouteAnswer, WireRoute } from '#contract/route';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { Position } from '#domain/geo/position';
import { failure, type Result, success } from '#domain/problem';
import { datesOf } from '../routing/answer-routes.ts';
import type { Answered } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';
import { type ClosedAt, type RoadSources, roadsOnWire } from './drill-roads.ts';
import { told } from './read-drills.ts';

type Stop = DrillTour['vehicles'][number]['stops'][number];
type Way = Pick<Stop, 'leg' | 'problem' | 'laterBySeconds' | 'delayedBy'>;

/** Ways between the stops of tours as the roads are at a minute, and which roads closed since make them longer. */
export class TourWays {
  readonly #sources: RoadSources;
  readonly #how: { readonly isNight: boolean; readonly policy: string };
  readonly #now: ClosedAt;
  readonly #then: ClosedAt;
  readonly #since: ReadonlySet<string>;
  #last: Answered<unknown> | null = null;

  /** @param then what was closed already when the tours were planned */
  constructor(
    sources: RoadSources,
    how: { readonly isNight: boolean; readonly policy: string },
    now: ClosedAt,
    then: ClosedAt,
  ) {
    this.#sources = sources;
    this.#how = how;
    this.#now = now;
    this.#then = then;
    const before = new Set(then.roadIds);
    this.#since = new Set(now.roadIds.filter((id) => !before.has(id)));
  }

  async find(profile: string, from: Position | null, to: Position | null): Promise<Way> {
    const found = await this.#route(profile, from, to, this.#now.roadIds);
    const former =
      this.#since.size === 0 ? null : await this.#route(profile, from, to, this.#then.roadIds);
    const delayedBy = former?.ok
      ? former.value.roadIds.flatMap((id) => (this.#since.has(id) ? [this.#now.byId.get(id)!] : []))
      : [];
    const roads = { delayedBy: roadsOnWire([...new Set(delayedBy)]) };
    if (!found.ok)
      return { ...roads, leg: null, problem: told(found.problem), laterBySeconds: null };
    const leg = legOf(found.value);
    const later = former?.ok ? leg.durationSeconds - legOf(former.value).durationSeconds : 0;
    return { ...roads, leg, problem: null, laterBySeconds: Math.round(later) };
  }

  async dates(): Promise<Result<DrillTour['data']>> {
    if (this.#last !== null) return success(datesOf(this.#last));
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(municipality, { kind: 'site-roads' }, signal);
    return answer.ok ? success(datesOf(answer.value)) : answer;
  }

  async #route(
    profile: string,
    from: Position | null,
    to: Position | null,
    roadIds: readonly string[],
  ): Promise<Result<WireRoute>> {
    if (from === null || to === null) return failure(DRILL_DESK_FAILURES.noStart());
    const traveller = travellerOf(profile, this.#how.isNight, this.#how.policy);
    if (!traveller.ok) return traveller;
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(
      municipality,
      {
        ...{ kind: 'routes', traveller: traveller.value, from, to, via: [], mostAlternatives: 0 },
        closures: { roadIds, phenomena: [], area: null },
      },
      signal,
    );
    if (!answer.ok) return answer;
    this.#last = answer.value;
    // The thread wrote a RouteAnswer.
    const [route] = (JSON.parse(answer.value.found.json) as RouteAnswer).routes;
    return route === undefined ? failure(DRILL_DESK_FAILURES.noStart()) : success(route);
  }
}

function legOf(route: WireRoute): NonNullable<Stop['leg']> {
  const { line, lengthMeters, exposure, unknown, walkToRoad, walkFromRoad, profile } = route;
  return {
    ...{ line, lengthMeters, redMeters: exposure.redMeters, anyMeters: exposure.anyMeters },
    durationSeconds:
      route.durationSeconds + walkToRoad.durationSeconds + walkFromRoad.durationSeconds,
    unknownMeters: unknown.reduce((sum, piece) => sum + piece.lengthMeters, 0),
    zones: profile.zones.map((zone) => ({ ...zone })),
  };
}
