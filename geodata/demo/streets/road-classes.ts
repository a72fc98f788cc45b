import type { ROAD_CLASSES } from '../basemap-layers.ts';
import type { Random } from '../random.ts';

/** Kinds of road from the greatest to the least; the names are those of the base map. */
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** Carriageway in centimetres from and to, by kind. */
const WIDTHS: Readonly<Record<RoadClass, readonly [from: number, to: number]>> = {
  national: [1300, 1850],
  prefectural: [720, 1250],
  main: [560, 800],
  street: [310, 560],
  lane: [180, 295],
  track: [240, 380],
};

export function widthOf(roadClass: RoadClass, random: Random): number {
  const [from, to] = WIDTHS[roadClass];
  return 10 * Math.round(random.between(from, to) / 10);
}

/** Classes of width of the road centre lines of GSI, by the least width in centimetres. */
const RANKS: readonly (readonly [leastCentimeters: number, label: string])[] = [
  [0, '3m未満'],
  [300, '3m-5.5m未満'],
  [550, '5.5m-13m未満'],
  [1300, '13m-19.5m未満'],
  [1950, '19.5m以上'],
];

/** Class of width 0–4. */
export function widthRank(centimeters: number): number {
  return RANKS.findLastIndex(([least]) => centimeters >= least);
}

export function widthLabel(centimeters: number): string {
  return RANKS[widthRank(centimeters)]![1];
}
