import type { DrillPerson } from '../drill.ts';
import type { PersonState } from './arrivals.ts';

/** What a shelter has; null = not known. */
export interface ShelterSupply {
  readonly shelterId: string;
  readonly careBeds: number | null;
  /** Watts that it can give to devices now: of the grid, or of its generator in a power cut. */
  readonly watts: number | null;
}

export interface SupplyState {
  readonly shelterId: string;
  readonly careBedsTaken: number;
  /** Less than 0: so many are missing. null = the shelter's number is not known. */
  readonly careBedsFree: number | null;
  readonly power: PowerBudget;
}

/**
 * `over`: what is known takes more than there is. `unknown`: it cannot be said, as watts of a device or of the
 * supply are not known. `within`: all of it is known, and there is enough for it.
 */
export interface PowerBudget {
  readonly state: 'within' | 'over' | 'unknown';
  readonly supplyWatts: number | null;
  readonly knownWatts: number;
  /** Devices of which nobody knows how much they take. */
  readonly unknownDevices: number;
}

/** Beds and power by those who are at a shelter, wherever they were planned to be. */
export function supplyState(
  supply: ShelterSupply,
  people: readonly DrillPerson[],
  states: readonly PersonState[],
): SupplyState {
  const there = new Set(
    states.flatMap((one) =>
      one.state === 'arrived' && one.shelterId === supply.shelterId ? [one.personId] : [],
    ),
  );
  const inside = people.filter(({ id }) => there.has(id));
  const careBedsTaken = inside.filter(({ needsCareBed }) => needsCareBed).length;
  return {
    shelterId: supply.shelterId,
    careBedsTaken,
    careBedsFree: supply.careBeds === null ? null : supply.careBeds - careBedsTaken,
    power: powerBudget(
      inside.flatMap(({ devices }) => devices.map(({ watts }) => watts)),
      supply.watts,
    ),
  };
}

export function powerBudget(
  watts: readonly (number | null)[],
  supplyWatts: number | null,
): PowerBudget {
  const knownWatts = watts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const unknownDevices = watts.filter((one) => one === null).length;
  const isOver = supplyWatts !== null && knownWatts > supplyWatts;
  const isUnknown = unknownDevices > 0 || supplyWatts === null;
  return {
    state: isOver ? 'over' : isUnknown ? 'unknown' : 'within',
    supplyWatts,
    knownWatts,
    unknownDevices,
  };
}
