import type { Device } from '../resident/disability.ts';
import type { Bilingual } from '../resident/labels.ts';
import type { DrillForm } from './form.ts';
import type { DrillScenario } from './scenario.ts';

/**
 * A drill (福祉避難所開設訓練) as it is planned. Names stand in participants and people alone, so that what is
 * published can be made of the rest (publish/). Minutes are counted from the start of the drill.
 */
export interface DrillPlan {
  readonly id: string;
  readonly title: string;
  /** Of the shelter list. */
  readonly shelterIds: readonly string[];
  /** YYYY-MM-DD */
  readonly date: string;
  readonly scenario: DrillScenario;
  readonly manual: DrillManual;
  readonly participants: readonly DrillParticipant[];
  readonly people: readonly DrillPerson[];
}

/** The manual that the drill follows: a template, or what a city made of one. */
export interface DrillManual {
  readonly templateId: string;
  readonly templateVersion: number;
  readonly roles: readonly DrillRole[];
  readonly phases: readonly DrillPhase[];
  readonly forms: readonly DrillForm[];
}

export interface DrillRole {
  readonly id: string;
  readonly label: Bilingual;
  /** How many people the manual asks for. */
  readonly staff: number;
}

export interface DrillPhase {
  readonly id: string;
  readonly label: Bilingual;
  readonly steps: readonly DrillStep[];
}

export interface DrillStep {
  /** Stays with the step through every version and drill, so that drills can be compared. */
  readonly id: string;
  readonly label: Bilingual;
  readonly roleId: string;
  /** null = nobody has said how long it takes. */
  readonly plannedMinutes: number | null;
  /** Ids of the steps, of any phase, that have to be done before. */
  readonly after: readonly string[];
  /** Begins only once this warning level is in force; null = whenever. */
  readonly fromLevel: 2 | 3 | 4 | 5 | null;
  /** The form that is filled in. */
  readonly formId: string | null;
  /** The pick-ups by the vehicles of the drill: once joint tours are planned, it lasts as long as they do. */
  readonly isPickUp?: boolean | undefined;
}

/** Somebody who takes part in a role. */
export interface DrillParticipant {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly roleId: string;
}

/** Somebody who is brought to the shelter: a person with a plan who agreed to take part, or who stands in for one. */
export interface DrillPerson {
  readonly id: string;
  readonly kind: 'real' | 'stand-in';
  /** Of the roster; a stand-in has none. */
  readonly residentId: string | null;
  /** When a real person agreed to take part, YYYY-MM-DD; null = has not agreed. */
  readonly consentDate: string | null;
  readonly name: string;
  readonly shelterId: string;
  readonly needsWheelchairPlace: boolean;
  readonly needsCareBed: boolean;
  readonly companions: number;
  readonly devices: readonly DrillDevice[];
}

export interface DrillDevice {
  readonly device: Device;
  /** null = not known, which is never none. */
  readonly watts: number | null;
}

export function stepsOf({ phases }: Pick<DrillManual, 'phases'>): DrillStep[] {
  return phases.flatMap(({ steps }) => steps);
}
