import { mayUse } from '#domain/access/rules';
import { PHENOMENA } from '#domain/hazard/zone';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { type Actor, personRuleOf, scopeOf } from '../../db/actor.ts';
import { type MunicipalityVersions, versionToken } from '../read/data-versions.ts';
import { RESIDENT_TOPICS, type Readers, SHELTER_TOPICS } from '../read/readers.ts';
import { VersionCache } from '../read/version-cache.ts';
import { answerCutOff } from '../routing/answer-cut-off.ts';
import type { RoutingService } from '../routing/routing-service.ts';

/** People by district who cannot leave by car once no road inside a red zone can be passed; of how many. */
export type CutOffFigures = ReadonlyMap<
  string,
  { readonly cutOff: number; readonly looked: number }
>;

export type CutOffState =
  | { readonly state: 'known'; readonly figures: CutOffFigures }
  | { readonly state: 'reckoning' | 'not-told' | 'no-roads' };

const LONGEST_MILLIS = 120_000;

/** Reckons who is cut off once for each version of roads, zones and people, and for those who see the same. */
export class CutOffReader {
  readonly #readers: Readers;
  readonly #routing: RoutingService;
  readonly #known = new VersionCache<CutOffState>();
  readonly #done = new WeakMap<Promise<CutOffState>, CutOffState>();

  constructor(readers: Readers, routing: RoutingService) {
    this.#readers = readers;
    this.#routing = routing;
  }

  /** What is known by now; `reckoning` while it is being found out. */
  async now(municipality: MunicipalityVersions, actor: Actor): Promise<CutOffState> {
    if (!isTold(actor)) return { state: 'not-told' };
    const asked = this.#ask(municipality, actor);
    const beat = new Promise<void>((resolve) => setImmediate(resolve));
    // What was stopped is tried anew by whoever asks next.
    await Promise.race([asked.catch(() => {}), beat]);
    return this.#done.get(asked) ?? { state: 'reckoning' };
  }

  /** Waits for it; throws where it was stopped. */
  async wait(municipality: MunicipalityVersions, actor: Actor): Promise<CutOffState> {
    return isTold(actor) ? this.#ask(municipality, actor) : { state: 'not-told' };
  }

  #ask(municipality: MunicipalityVersions, actor: Actor): Promise<CutOffState> {
    const topics = [...RESIDENT_TOPICS, ...SHELTER_TOPICS, 'roads', 'site-overrides'] as const;
    const token = versionToken(municipality, topics);
    return this.#known.get(`${municipality.code} ${scopeOf(actor)}`, token, () => {
      const asked = this.#reckon(municipality, actor);
      asked.then(
        (state) => this.#done.set(asked, state),
        () => {},
      );
      return asked;
    });
  }

  async #reckon(municipality: MunicipalityVersions, actor: Actor): Promise<CutOffState> {
    if (municipality.topics.roads === undefined) return { state: 'no-roads' };
    const question = {
      ...{ footProfile: 'walking-elderly', vehicleProfile: 'car', isNight: false },
      ...{ closedRoads: [], closedPhenomena: [...PHENOMENA] },
    };
    const answer = await answerCutOff(
      this.#readers,
      this.#routing,
      municipality,
      actor,
      question,
      AbortSignal.timeout(LONGEST_MILLIS),
      // Kept for this version of the data: roads of the version before must not stand in it.
      { mustBeCurrent: true },
    );
    if (!answer.ok) {
      if (answer.problem.code === ROUTING_FAILURES.noRoads().code) return { state: 'no-roads' };
      throw new Error(answer.problem.en);
    }
    const figures = answer.value.districts.map(
      ({ name, people, vehicle }) =>
        [name ?? '', { cutOff: vehicle.people, looked: people }] as const,
    );
    return { state: 'known', figures: new Map(figures) };
  }
}

/** Masked places are squares: who is cut off there is not who lives there. */
const isTold = (actor: Actor): boolean =>
  mayUse(actor.role, 'routes.see') && personRuleOf(actor).shown === 'full';
