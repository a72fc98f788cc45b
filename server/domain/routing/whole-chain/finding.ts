import type { Bilingual } from '#domain/resident/labels';

/**
 * How grave something is that was found, the worst first. `undetermined`: a place may lie in a zone and
 * nobody can say, graver than near as in RELATIONS. `unknown`: somebody has to look, which is never
 * "nothing there". There is no level for "in order": what was not found is no promise.
 */
export const GRAVITIES = ['danger', 'undetermined', 'caution', 'unknown', 'note'] as const;
export type Gravity = (typeof GRAVITIES)[number];

/** Kinds of what can be found, among equally grave ones the worst first. */
export const FINDING_CODES = [
  'no-way',
  'place-in-red',
  'way-in-red',
  'off-road-in-red',
  'no-meeting',
  'not-for-landslides',
  'no-zone-data',
  'place-undetermined',
  'red-not-known',
  'place-in-yellow',
  'way-in-yellow',
  'place-near',
  'steps',
  'steep',
  'far-on-foot',
  'no-supporter',
  'check-on-site',
  'off-road',
  'width-unknown',
  'slope-unknown',
  'landslides-not-known',
  'supporters-not-known',
  'supporters-hidden',
  'place-rough',
  'better-at-supporter',
  'place-outside',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** The home, the destination, or a supporter's home by the supporter's number from 0. */
export type PlaceKey = 'home' | 'destination' | `supporter-${number}`;

export const WAY_KINDS = ['direct', 'to-home', 'to-supporter', 'from-supporter'] as const;
export type WayKind = (typeof WAY_KINDS)[number];

/** A way by its kind, and but for `direct` by the supporter that it is of. */
export interface WayKey {
  readonly kind: WayKind;
  readonly supporter: number | null;
}

/** One thing that was found about the chain, in words that stand for themselves. */
export interface Finding extends Bilingual {
  readonly gravity: Gravity;
  readonly code: FindingCode;
  readonly place: PlaceKey | null;
  readonly way: WayKey | null;
  /** How much of it there is, which orders findings of one kind; 0 where it is not counted. */
  readonly amount: number;
}

/** Worst first; of one kind the greatest amount first, else as they came. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      GRAVITIES.indexOf(a.gravity) - GRAVITIES.indexOf(b.gravity) ||
      FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code) ||
      b.amount - a.amount,
  );
}
