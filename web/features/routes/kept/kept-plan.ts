/** The set of closures that is open, and what it is compared with. */
export interface KeptPlan {
  /** Id; null: the closures of the plan are nobody's. */
  readonly open: string | null;
  /** Id of another, `now` for the roads as they are; null: nothing is compared. */
  readonly against: string | null;
}

export const NOTHING_KEPT: KeptPlan = { open: null, against: null };
export const NOW = 'now';

const ID = /^[0-9a-f-]{36}$/;

/** As fields of the address: what differs from the first plan. */
export function keptFields(plan: KeptPlan): [key: string, value: string][] {
  const fields: [string, string][] = [];
  if (plan.open !== null) fields.push(['b', plan.open]);
  if (plan.against !== null) fields.push(['e', plan.against]);
  return fields;
}

/** What is not understood is left out. */
export function readKeptField(key: string | undefined, value: string): Partial<KeptPlan> {
  if (key === 'b' && ID.test(value)) return { open: value };
  if (key === 'e' && (value === NOW || ID.test(value))) return { against: value };
  return {};
}
