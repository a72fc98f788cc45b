import type { PersonName, Sex } from '../names/person-names.ts';

/** One of the people of the roster, in the words that the file uses. All of them are invented. */
export interface Person {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  /** Building that the person lives in (its place in the list). */
  readonly home: number;
  readonly reason: string;
  readonly careLevel: string;
  readonly physical: string;
  readonly intellectual: string;
  readonly mental: string;
  readonly disease: string;
  readonly devices: string;
  readonly household: string;
  readonly communication: string;
}

/** The day that the roster stands for. */
export const ROSTER_DATE = { year: 2026, month: 4, day: 1 } as const;
