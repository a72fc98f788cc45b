import type { z } from 'zod';
import type { DrillRoutes, drillRoutesQuestionSchema } from '#contract/drill-routes';
import { MOST_ROUTES, type RouteAnswer } from '#contract/route';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { DrillScenario } from '#domain/drill/scenario';
import type { Position } from '#domain/geo/position';
import { sharedMeters } from '#domain/geo/shared-meters';
import type { PlanContent } from '#domain/plan/plan';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { roadKey } from '../plans/review-roads.ts';
import { datesOf } from '../routing/answer-routes.ts';
import { travellerOf } from '../routing/travellers.ts';
import { type PersonOnWire, readDrillContent } from './drill-content.ts';
import { type ClosedAt, closedAt, type RoadSources, roadsOnWire } from './drill-roads.ts';
import { type DrillSources, told } from './read-drills.ts';
import { facilities, planContentOf, profileOf, startOf } from './travellers.ts';

type Question = z.output<typeof drillRoutesQuestionSchema>;
type PersonRoutes = DrillRoutes['routes'][number];
export type RouteSources = DrillSources & RoadSources;

/** Beside each other on one road: lines of two sources differ by some metres. */
const ALONG_METERS = 15;

/** Training routes of people who come by themselves, with variants to practise and the plan's route beside them. */
export async function readRoutes(
  sources: RouteSources,
  id: string,
  question: Question,
): Promise<Result<{ readonly answer: DrillRoutes; readonly residentIds: readonly string[] }>> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const { personIds } = question;
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    const found = record && (await readDrillContent(tx, code, id, record.version));
    if (record === null || found === null) return null;
    const asked = found.content.people.filter((person) =>
      personIds === null ? person.travel === 'own' : personIds.includes(person.id),
    );
    const plans = new Map<string, PlanContent | null>();
    for (const { id: personId, residentId, isMasked } of asked)
      if (residentId !== null && !isMasked)
        plans.set(personId, await planContentOf(tx, code, residentId));
    return { content: found.content, people: found.people, asked, plans };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { scenario } = read.content;
  const closed = await closedAt(sources, scenario, question.minute);
  if (!closed.ok) return closed;
  const places = await facilities(sources);
  const records = new Map(read.people.map((record) => [record.personId, record]));
  const finder = new RouteFinder(sources, scenario, closed.value, question);
  const routes: PersonRoutes[] = [];
  for (const person of read.asked) {
    const plan = read.plans.get(person.id) ?? null;
    const from = startOf(person, records.get(person.id));
    const to = places.get(person.shelterId)?.position ?? null;
    routes.push(await finder.routesOf(person, plan, from, to));
  }
  const data = finder.data ?? (await finder.emptyData());
  if (data === null) return failure(finder.problem ?? DRILL_DESK_FAILURES.unknown());
  return success({
    answer: {
      routes,
      closedRoads: roadsOnWire(closed.value.roads),
      lostRoads: roadsOnWire(closed.value.lost),
      data,
    },
    residentIds: read.asked.flatMap(({ residentId }) => residentId ?? []),
  });
}

class RouteFinder {
  readonly #sources: RouteSources;
  readonly #scenario: DrillScenario;
  readonly #closed: ClosedAt;
  readonly #question: Question;
  data: DrillRoutes['data'] | null = null;
  problem: Problem | null = null;

  constructor(
    sources: RouteSources,
    scenario: DrillScenario,
    closed: ClosedAt,
    question: Question,
  ) {
    this.#sources = sources;
    this.#scenario = scenario;
    this.#closed = closed;
    this.#question = question;
  }

  async routesOf(
    person: PersonOnWire,
    plan: PlanContent | null,
    from: Position | null,
    to: Position | null,
  ): Promise<PersonRoutes> {
    const profile = profileOf(person, plan);
    const found = await this.#find(profile, from, to);
    const line = plan?.route?.line;
    return {
      ...{ personId: person.id, shelterId: person.shelterId, profile },
      ...{ from: pair(from), to: pair(to) },
      ways: (found.ok ? found.value : []).map((way) => ({
        ...way,
        sharedWithPlanMeters:
          line === undefined ? null : Math.round(sharedMeters(way.line, line, ALONG_METERS)),
      })),
      problem: found.ok ? null : told(found.problem),
      plan: plan?.route ? this.#planRoute(plan.route) : null,
    };
  }

  /** Of when the data are, where no way had to be found. */
  async emptyData(): Promise<DrillRoutes['data'] | null> {
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(municipality, { kind: 'site-roads' }, signal);
    if (answer.ok) return datesOf(answer.value);
    this.problem = answer.problem;
    return null;
  }

  async #find(
    profile: string,
    from: Position | null,
    to: Position | null,
  ): Promise<Result<RouteAnswer['routes']>> {
    if (from === null) return failure(DRILL_DESK_FAILURES.noStart());
    if (to === null) return failure(DRILL_DESK_FAILURES.noEnd());
    const { policy, alternatives } = this.#question;
    const traveller = travellerOf(profile, this.#scenario.isNight, policy);
    if (!traveller.ok) return traveller;
    const { routing, municipality, signal } = this.#sources;
    const answer = await routing.ask(
      municipality,
      {
        ...{ kind: 'routes', traveller: traveller.value, from, to, via: [] },
        closures: { roadIds: this.#closed.roadIds, phenomena: [], area: null },
        mostAlternatives: alternatives ? MOST_ROUTES - 1 : 0,
      },
      signal,
    );
    if (!answer.ok) return answer;
    this.data = datesOf(answer.value);
    // The thread wrote a RouteAnswer.
    return success((JSON.parse(answer.value.found.json) as RouteAnswer).routes);
  }

  #planRoute(route: NonNullable<PlanContent['route']>): PersonRoutes['plan'] {
    const { lengthMeters, durationSeconds, redMeters, anyMeters, unknownMeters, profile } = route;
    const closed = new Set(this.#closed.roads.map(roadKey));
    return {
      ...{ lengthMeters, durationSeconds, redMeters, anyMeters, unknownMeters, profile },
      line: route.line.map(([lng, lat]): [number, number] => [lng, lat]),
      closedRoads: roadsOnWire(route.roads.filter((road) => closed.has(roadKey(road)))),
      roadsAsOf: route.roadsAsOf,
    };
  }
}

const pair = (at: Position | null): [number, number] | null => at && [at[0], at[1]];
