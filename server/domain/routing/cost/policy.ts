import type { ZoneClass } from '#domain/hazard/zone';

/**
 * What a good route is: an argument, so that a city decides it. Metres inside the zones of `avoidFirst`
 * come before any time; among routes with equally many the quicker one wins, with what else is disliked
 * turned into seconds.
 */
export interface RoutePolicy {
  readonly id: string;
  readonly label: { readonly ja: string; readonly en: string };
  readonly avoidFirst: readonly ZoneClass[];
  /** Seconds added for each metre inside a zone of the class. */
  readonly secondsPerMeterInside: Readonly<Partial<Record<ZoneClass, number>>>;
  /** Seconds added for each metre of road that somebody has to look at first. */
  readonly secondsPerUnknownMeter: number;
}

/**
 * Red first. A metre in yellow is worth two more metres of walking at 1 m/s, an unknown one one: they
 * bend a route where there is another way and never send anybody far round (?), for the city to set.
 */
export const KEEP_OUT_OF_RED: RoutePolicy = {
  id: 'keep-out-of-red',
  label: { ja: '特別警戒区域をできるだけ通らない', en: 'Keep out of red zones' },
  avoidFirst: ['red', 'red-before-designation'],
  secondsPerMeterInside: { yellow: 2, 'yellow-before-designation': 2 },
  secondsPerUnknownMeter: 1,
};

/** Time alone: for isochrones, and to show what keeping out of zones costs. */
export const QUICKEST: RoutePolicy = {
  id: 'quickest',
  label: { ja: '時間が短い', en: 'Quickest' },
  avoidFirst: [],
  secondsPerMeterInside: {},
  secondsPerUnknownMeter: 0,
};
