import type { WarningLevel } from '../warning/warning-level.ts';

/** What the drill supposes. Minutes are counted from its start. */
export interface DrillScenario {
  /** The level in force from a minute on, in order of time. */
  readonly levels: readonly { readonly minute: number; readonly level: WarningLevel }[];
  readonly isNight: boolean;
  readonly isRain: boolean;
  readonly isPowerCut: boolean;
  readonly closedRoads: readonly ScenarioRoad[];
  /** How many of a role do not come. */
  readonly shortfalls: readonly { readonly roleId: string; readonly missing: number }[];
  readonly injects: readonly DrillInject[];
}

/** A road with its source and middle, as ids shift with the next file (as in a plan's route). */
export interface ScenarioRoad {
  readonly source: string;
  readonly id: string;
  readonly name: string | null;
  readonly middle: readonly [number, number];
}

/** What is told to everybody at a minute (状況付与). */
export interface DrillInject {
  readonly id: string;
  readonly minute: number;
  readonly text: string;
  readonly change: InjectChange;
}

export type InjectChange =
  | { readonly kind: 'road-closed'; readonly roads: readonly ScenarioRoad[] }
  | { readonly kind: 'power-cut' }
  | { readonly kind: 'power-back' }
  | { readonly kind: 'staff-missing'; readonly roleId: string; readonly missing: number }
  | { readonly kind: 'message' };

/** First minute at which a level, or a graver one, is in force; null where it is never reached. */
export function minuteOfLevel({ levels }: DrillScenario, level: number): number | null {
  const reached = levels.filter((one) => one.level >= level).map(({ minute }) => minute);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** Roads that are closed at a minute: those of the scenario and of the injects so far. */
export function closedRoadsAt(scenario: DrillScenario, minute: number): ScenarioRoad[] {
  const injected = scenario.injects.flatMap(({ minute: at, change }) =>
    at <= minute && change.kind === 'road-closed' ? change.roads : [],
  );
  const byKey = new Map(
    [...scenario.closedRoads, ...injected].map((road) => [
      JSON.stringify([road.source, road.id]),
      road,
    ]),
  );
  return [...byKey.values()];
}

/** Whether the power is cut at a minute; of two injects the later one counts. */
export function isPowerCutAt(scenario: DrillScenario, minute: number): boolean {
  const last = scenario.injects
    .filter(({ minute: at, change }) => at <= minute && change.kind.startsWith('power-'))
    .toSorted((a, b) => a.minute - b.minute)
    .at(-1);
  return last === undefined ? scenario.isPowerCut : last.change.kind === 'power-cut';
}
