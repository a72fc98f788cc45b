import { readText, writeText } from '../address-text.ts';

/** How the whole-chain check is asked, beside the person and the shelter, and which way is looked at. */
export interface ChainPlan {
  /** The profile that the person moves by; null: by what the roster says. */
  readonly mover: string | null;
  /** The profile that a supporter comes by. */
  readonly helper: string;
  /** The number of the way whose course is shown. */
  readonly way: number;
}

export const FIRST_CHAIN_PLAN: ChainPlan = { mover: null, helper: 'walking-elderly', way: 0 };

/** As fields of the address: what differs from the first plan. */
export function chainFields(plan: ChainPlan): [key: string, value: string][] {
  const fields: [string, string][] = [];
  if (plan.mover !== null) fields.push(['p', writeText(plan.mover)]);
  if (plan.helper !== FIRST_CHAIN_PLAN.helper) fields.push(['r', writeText(plan.helper)]);
  if (plan.way !== 0) fields.push(['l', String(plan.way)]);
  return fields;
}

/** What is not understood is left out. */
export function readChainField(key: string | undefined, value: string): Partial<ChainPlan> {
  switch (key) {
    case 'p':
      return { mover: readText(value) };
    case 'r':
      return { helper: readText(value) ?? FIRST_CHAIN_PLAN.helper };
    case 'l':
      return { way: /^\d{1,2}$/.test(value) ? Number(value) : 0 };
    default:
      return {};
  }
}
