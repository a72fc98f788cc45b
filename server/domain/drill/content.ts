import type { Position } from '../geo/position.ts';
import type { DrillManual, DrillParticipant, DrillPerson, DrillPlan } from './drill.ts';
import type { ShelterSupply } from './run/supply.ts';
import { type DrillScenario, isPowerCutAt } from './scenario.ts';

/** All that is saved of a drill's plan, in one version: what domain/drill reckons with, and how people travel. */
export interface DrillContent {
  readonly title: string;
  readonly shelterIds: readonly string[];
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM when it begins; null = not said. */
  readonly startTime: string | null;
  readonly scenario: DrillScenario;
  readonly manual: DrillManual;
  readonly participants: readonly DrillParticipant[];
  readonly people: readonly TravellingPerson[];
  readonly vehicles: readonly DrillVehicle[];
  /** What the shelters have; one that is not there is not known. */
  readonly supplies: readonly DrillSupply[];
}

/** Care beds and watts of a shelter; null = not known. */
export interface DrillSupply {
  readonly shelterId: string;
  readonly careBeds: number | null;
  readonly gridWatts: number | null;
  /** While the power is cut. */
  readonly generatorWatts: number | null;
}

/** A person of the drill, and how that person comes to the shelter. Minutes are from the start of the drill. */
export interface TravellingPerson extends DrillPerson {
  /** `tour`: picked up by a vehicle of the drill; `own`: by themselves or with their own supporters. */
  readonly travel: 'tour' | 'own';
  /** Where they are picked up or set out; null = at home, which a stand-in does not have. */
  readonly pickUp: PickUp | null;
  /** Profile of the router for `own`; null = of the plan's route, else on foot. */
  readonly profile: string | null;
  readonly readyMinute: number;
  /** null = whenever. */
  readonly latestArrivalMinute: number | null;
  readonly loadingMinutes: number;
  readonly unloadingMinutes: number;
}

export interface PickUp {
  readonly label: string | null;
  readonly position: Position;
}

export interface DrillVehicle {
  readonly id: string;
  readonly label: string;
  /** Profile of the router. */
  readonly profile: string;
  /** Without the driver's. */
  readonly seats: number;
  readonly wheelchairPlaces: number;
  readonly start: VehicleStart;
  /** Comes back to where it started when it is done. */
  readonly returns: boolean;
  readonly fromMinute: number;
  /** null = open. */
  readonly untilMinute: number | null;
  readonly limitMinutes: number | null;
  /** Who drives; null = not said. */
  readonly driverId: string | null;
}

export type VehicleStart =
  | { readonly kind: 'shelter'; readonly shelterId: string }
  | { readonly kind: 'place'; readonly label: string | null; readonly position: Position };

/** The plan as domain/drill knows it. */
export const planOf = (
  id: string,
  content: DrillContent,
): DrillPlan & Pick<DrillContent, 'people'> => ({ id, ...content });

/** What the shelters have at a minute: the generator's watts while the power is cut. */
export function suppliesAt(
  { shelterIds, supplies, scenario }: DrillContent,
  minute: number,
): ShelterSupply[] {
  const isCut = isPowerCutAt(scenario, minute);
  return shelterIds.map((shelterId) => {
    const supply = supplies.find((one) => one.shelterId === shelterId);
    const watts = isCut ? supply?.generatorWatts : supply?.gridWatts;
    return { shelterId, careBeds: supply?.careBeds ?? null, watts: watts ?? null };
  });
}
