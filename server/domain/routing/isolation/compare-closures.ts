import type { ClosureEffect } from './judge-closures.ts';

/** What one set of closures does to a place and another does not; null where both are alike in that. */
export type OnlyIn = 'first' | 'second' | null;

/** Who is cut off by one of two sets of closures and not by the other. Who was cut off before is by neither. */
export function cutOffOnlyIn(first: ClosureEffect, second: ClosureEffect): OnlyIn {
  const [isFirst, isSecond] = [first.kind === 'cut-off', second.kind === 'cut-off'];
  if (isFirst === isSecond) return null;
  return isFirst ? 'first' : 'second';
}

/** Whether two sets of closures come to the same for somebody, detours to the second. */
export function isAlike(first: ClosureEffect, second: ClosureEffect): boolean {
  if (first.kind !== second.kind) return false;
  if (first.kind !== 'longer' || second.kind !== 'longer') return true;
  return (
    Math.round(first.extraSeconds) === Math.round(second.extraSeconds) &&
    Math.round(first.extraExposureMeters) === Math.round(second.extraExposureMeters)
  );
}

/** Detours of many, in seconds; those that are quicker and redder count with what they save. */
export interface Detours {
  readonly people: number;
  /** null where nobody has one. */
  readonly medianSeconds: number | null;
  readonly longestSeconds: number | null;
  /** How many pass more of what is avoided first, a metre or more. */
  readonly redder: number;
}

export function detoursOf(effects: Iterable<ClosureEffect>): Detours {
  const seconds: number[] = [];
  let redder = 0;
  for (const effect of effects) {
    if (effect.kind !== 'longer') continue;
    seconds.push(effect.extraSeconds);
    if (effect.extraExposureMeters >= 1) redder += 1;
  }
  seconds.sort((a, b) => a - b);
  return {
    people: seconds.length,
    medianSeconds: seconds[(seconds.length - 1) >> 1] ?? null,
    longestSeconds: seconds.at(-1) ?? null,
    redder,
  };
}
