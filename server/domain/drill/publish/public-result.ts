import type { Position } from '../../geo/position.ts';
import type { Bilingual } from '../../resident/labels.ts';
import type { WarningLevel } from '../../warning/warning-level.ts';
import type { Bottleneck } from '../evaluate/bottlenecks.ts';
import type { FindingChange } from '../evaluate/finding.ts';
import type { PowerBudget } from '../run/supply.ts';

/**
 * What is published of a drill: it has no field for a person, a device or an account, and positions of
 * facilities alone. All files (HTML, PDF, CSV, JSON) are made of it and of nothing else. null = not known, or
 * too few to be told; `PublicCount` tells them apart.
 */
export interface PublicDrillResult {
  readonly title: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly shelters: readonly PublicShelter[];
  readonly scenario: PublicScenario;
  readonly plannedMinutes: number;
  readonly actualMinutes: number | null;
  readonly phases: readonly PublicPhase[];
  readonly participants: PublicCount;
  readonly people: PublicPeople;
  readonly findings: readonly PublicFinding[];
  /** Of when the data are that the drill rested on. */
  readonly dataDates: readonly { readonly label: Bilingual; readonly date: string | null }[];
}

/** A number of people: itself, `few` (1 to 4, or what would give such a number away), or not known. */
export type PublicCount = number | 'few' | null;

export interface PublicShelter {
  readonly name: string;
  readonly position: Position | null;
  readonly careBeds: number | null;
  readonly careBedsTaken: PublicCount;
  /** `few`: so few people are there that it would tell of their devices. */
  readonly power: PowerBudget['state'] | 'few';
}

export interface PublicScenario {
  readonly levels: readonly { readonly minute: number; readonly level: WarningLevel }[];
  readonly isNight: boolean;
  readonly isRain: boolean;
  readonly isPowerCut: boolean;
  readonly closedRoads: number;
  readonly injects: readonly { readonly minute: number; readonly text: string }[];
}

export interface PublicPhase {
  readonly label: Bilingual;
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
  readonly steps: readonly PublicStep[];
}

export interface PublicStep {
  readonly label: Bilingual;
  readonly role: Bilingual;
  readonly isDone: boolean;
  readonly plannedMinutes: number | null;
  readonly actualMinutes: number | null;
  readonly heldUp: readonly Bottleneck['kind'][];
}

export interface PublicPeople {
  readonly expected: PublicCount;
  readonly arrived: PublicCount;
  readonly notComing: PublicCount;
  readonly missing: PublicCount;
  readonly wheelchair: PublicCount;
}

export interface PublicFinding {
  readonly text: string;
  readonly owner: string;
  readonly dueDate: string;
  readonly changes: FindingChange['kind'];
  readonly isDone: boolean;
}
