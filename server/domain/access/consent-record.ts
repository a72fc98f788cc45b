import type { ConsentPurpose, ConsentState } from './consent.ts';

/** One line of a list of consents: what a person of the roster said, and how that came about. */
export interface ConsentRecord {
  readonly rosterNumber: string;
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  /** YYYY-MM-DD; null where nothing was decided yet. */
  readonly decidedOn: string | null;
  readonly explainedBy: string | null;
  readonly onPaper: boolean;
}
