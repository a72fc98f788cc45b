import type { LocatedPosition } from './accuracy.ts';
import type { CareLevel } from './care-level.ts';
import type { Device, Disability } from './disability.ts';
import type { CommunicationNeed, Household, PlanState } from './facts.ts';

export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** 避難支援等実施者: who helps, as the roster names them. */
export interface SupporterEntry {
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** One person of the municipal roster (避難行動要支援者名簿), after the rows of that person were merged. */
export interface RosterEntry {
  /** 名簿番号: the key of the person in the municipality; every character kept. */
  readonly rosterNumber: string;
  /** Every character as received, variation sequences and private use included. */
  readonly name: string;
  readonly nameKana: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly districtName: string | null;
  /** 避難支援等を必要とする事由, as written. */
  readonly reason: string | null;
  /** null = the file does not say; [] = the file says there is none. */
  readonly careLevel: CareLevel | null;
  readonly disabilities: readonly Disability[] | null;
  readonly devices: readonly Device[] | null;
  readonly household: Household | null;
  readonly communication: CommunicationNeed | null;
  /** 個別避難計画, as far as the roster says. */
  readonly plan: PlanState | null;
  readonly supporters: readonly SupporterEntry[] | null;
  readonly notes: string | null;
  /** Position that the file itself carries; null leaves it to geocoding by the address. */
  readonly located: LocatedPosition | null;
}
