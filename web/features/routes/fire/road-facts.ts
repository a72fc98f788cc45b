import type { FireCheckAnswer } from '#contract/fire-check';
import type { Words } from '../../../i18n/words.ts';
import { widthText } from '../route-text.ts';
import type { FireWords } from '../use-fire-words.ts';
import type { RouteWords } from '../use-route-words.ts';

type ListedRoad = FireCheckAnswer['stops'][number] | FireCheckAnswer['toWalk'][number];

/** The width of a road as the data have it; unknown ones say so. */
export function knownWidth(
  { leastWidthMeters, mostWidthMeters }: ListedRoad,
  say: RouteWords,
): string {
  if (leastWidthMeters === null) return say.result.widthUnknown;
  return widthText({ leastMeters: leastWidthMeters, mostMeters: mostWidthMeters }, say);
}

const OF_WIDTH = new Set(['narrow', 'width-unknown', 'width-class']);

/** Why a road stops the vehicle or has to be looked at; where it is the width, with that and what is needed. */
export function reasonsText(
  road: ListedRoad,
  neededWidthMeters: number | null,
  words: Words,
  say: FireWords,
  routeWords: RouteWords,
): string {
  const reasons =
    road.reasons.length === 0
      ? [say.list.oneway]
      : road.reasons.map((reason) => words.pick(reason));
  const isOfWidth = road.reasons.some(({ code }) => OF_WIDTH.has(code));
  return [
    ...reasons,
    ...(isOfWidth && neededWidthMeters !== null
      ? [say.stops.width(knownWidth(road, routeWords), String(neededWidthMeters))]
      : []),
  ].join(words.comma);
}
