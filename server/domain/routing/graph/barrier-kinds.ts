import { type RoadBarrier, TRAVEL_MODES, type TravelMode } from '#domain/road/road';

const WHEELED: readonly TravelMode[] = ['wheelchair', 'car', 'emergency'];
const FOUR_WHEELED: readonly TravelMode[] = ['car', 'emergency'];
const EVERYBODY: readonly TravelMode[] = TRAVEL_MODES;

/**
 * Whom a barrier stops where the source says nothing of a mode. What is not in the table stops nobody: a
 * gate is taken for open unless its access says no.
 *
 * Source: OpenStreetMap wiki, Key:barrier, "default access".
 */
const BLOCKED_BY_KIND: Readonly<Record<string, readonly TravelMode[]>> = {
  bollard: FOUR_WHEELED,
  block: FOUR_WHEELED,
  jersey_barrier: FOUR_WHEELED,
  cycle_barrier: FOUR_WHEELED,
  chain: FOUR_WHEELED,
  log: WHEELED,
  stile: WHEELED,
  turnstile: WHEELED,
  kissing_gate: WHEELED,
  step: WHEELED,
  debris: EVERYBODY,
  wall: EVERYBODY,
  fence: EVERYBODY,
};

/** The modes that do not get past a barrier. */
export function modesBlockedBy({ kind, access }: RoadBarrier): readonly TravelMode[] {
  return TRAVEL_MODES.filter((mode) =>
    access[mode] === 'unknown'
      ? (BLOCKED_BY_KIND[kind] ?? []).includes(mode)
      : access[mode] === 'no',
  );
}
