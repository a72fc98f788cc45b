import type { WireRoute } from '#contract/route';
import type { Words } from '../../i18n/words.ts';
import type { RouteWords } from './use-route-words.ts';

/** Whole minutes, spelled; what is shorter than one is no nought. */
export function durationText(seconds: number, say: RouteWords): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return say.result.lessThanMinute;
  if (minutes < 60) return say.result.minutes(String(minutes));
  return say.result.hours(String(Math.floor(minutes / 60)), String(minutes % 60));
}

/** From door to door: the roads and the walks to and from them. */
export function wholeSeconds(route: WireRoute): number {
  return (
    route.durationSeconds + route.walkToRoad.durationSeconds + route.walkFromRoad.durationSeconds
  );
}

export function wholeMeters(route: WireRoute): number {
  return route.lengthMeters + route.walkToRoad.lengthMeters + route.walkFromRoad.lengthMeters;
}

/** How far one goes where no road is, in a straight line, and how much of it lies inside zones. */
export function walkText(walk: WireRoute['walkToRoad'], words: Words, say: RouteWords): string {
  return [words.metersText(walk.lengthMeters), ...walkInZones(walk, words, say)].join(words.dot);
}

/** What of a walk lies inside zones: red where any does, else yellow. */
export function walkInZones(
  { redMeters, anyMeters }: WireRoute['walkToRoad'],
  words: Words,
  say: RouteWords,
): string[] {
  if (redMeters > 0) return [`${say.result.inRed} ${words.metersText(redMeters)}`];
  return anyMeters > 0 ? [`${say.result.inYellow} ${words.metersText(anyMeters)}`] : [];
}

export function widthText(
  narrowest: Pick<NonNullable<WireRoute['narrowest']>, 'leastMeters' | 'mostMeters'> | null,
  say: RouteWords,
): string {
  if (narrowest === null) return say.result.widthNotKnown;
  const { leastMeters, mostMeters } = narrowest;
  const least = oneDigit(leastMeters);
  if (mostMeters === null) return say.result.widthAtLeast(least);
  return mostMeters === leastMeters
    ? say.result.widthExact(least)
    : say.result.widthFrom(least, oneDigit(mostMeters));
}

export function slopeText(percent: number | null, say: RouteWords): string {
  if (percent === null) return say.result.slopeNotKnown;
  const size = Math.abs(percent);
  if (size < 0.5) return say.result.level;
  return percent > 0 ? say.result.up(oneDigit(size)) : say.result.down(oneDigit(size));
}

export function stepsText({ steps }: WireRoute, say: RouteWords, words: Words): string {
  if (steps.flights === 0) return say.result.noSteps;
  return [
    say.result.flights(String(steps.flights)),
    ...(steps.countedSteps > 0 ? [say.result.countedSteps(String(steps.countedSteps))] : []),
    ...(steps.uncountedFlights > 0 ? [say.result.uncounted(String(steps.uncountedFlights))] : []),
  ].join(words.comma);
}

/** Metres of road that somebody has to look at first, each counted once. */
export function metersToCheck({ unknown }: WireRoute): number {
  return unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0);
}

const oneDigit = (value: number) => String(Number(value.toFixed(1)));
