import type { Bilingual } from '../resident/labels.ts';
import {
  type Departure,
  type KnownMinutes,
  reckonDeparture,
  USUAL_ARRIVAL_MINUTES,
} from './departure.ts';
import type { DepartureLevel, PlanContent, PlanSupporter } from './plan.ts';

/** The city's minutes by level; null = it has set none, so the planning value holds. */
export type ArrivalMinutes = Readonly<Partial<Record<DepartureLevel, number>>>;

export interface PlanDepartureFacts {
  readonly plan: Pick<PlanContent, 'departure' | 'route' | 'supporters'>;
  /** Seconds of each supporter's way to the person, in their order; null = not known. */
  readonly waySeconds: readonly (number | null)[];
  readonly arrivalMinutes: ArrivalMinutes;
}

/** Of a plan, with which supporter it was reckoned; null where it names none. */
export interface PlanDepartureAnswer extends Departure {
  readonly supporterId: string | null;
}

const SOURCES = {
  city: { ja: '市の設定', en: "The city's setting" },
  usual: { ja: '計画上の値(市が設定していません)', en: 'Planning value; the city has set none' },
  plan: { ja: '計画の記載', en: 'The plan' },
  route: { ja: '計画の経路の所要時間', en: "The time of the plan's route" },
  router: { ja: '道路データでの経路検索', en: 'Found over the roads' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** When a plan has to be begun, with the supporter who can be there first; who is unknown comes last. */
export function planDeparture({
  plan,
  waySeconds,
  arrivalMinutes,
}: PlanDepartureFacts): PlanDepartureAnswer {
  const { startAt, preparationMinutes } = plan.departure;
  const own = arrivalMinutes[startAt];
  const coming = firstToCome(plan.supporters, waySeconds);
  const known = (minutes: number | null, source: Bilingual): KnownMinutes => ({ minutes, source });
  const departure = reckonDeparture({
    startAt,
    arriveWithin: known(
      own ?? USUAL_ARRIVAL_MINUTES[startAt],
      own === undefined ? SOURCES.usual : SOURCES.city,
    ),
    travel: known(minutesOf(plan.route?.durationSeconds ?? null), SOURCES.route),
    preparation: known(preparationMinutes, SOURCES.plan),
    supporter: coming && {
      name: coming.supporter.name,
      ready: known(coming.supporter.readyMinutes, SOURCES.plan),
      way: known(minutesOf(coming.seconds), SOURCES.router),
    },
  });
  return { ...departure, supporterId: coming?.supporter.id ?? null };
}

interface Coming {
  readonly supporter: PlanSupporter;
  readonly seconds: number | null;
}

function firstToCome(
  supporters: readonly PlanSupporter[],
  waySeconds: readonly (number | null)[],
): Coming | null {
  let first: (Coming & { readonly minutes: number }) | null = null;
  for (const [at, supporter] of supporters.entries()) {
    const seconds = waySeconds[at] ?? null;
    const isKnown = seconds !== null && supporter.readyMinutes !== null;
    const minutes = isKnown ? supporter.readyMinutes + seconds / 60 : Infinity;
    if (first === null || minutes < first.minutes) first = { supporter, seconds, minutes };
  }
  return first;
}

const minutesOf = (seconds: number | null): number | null =>
  seconds === null ? null : Math.ceil(seconds / 60);
