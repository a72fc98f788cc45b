import type { duplicatePlans as japanese } from '../ja/duplicate-plans.ts';

export const duplicatePlans: typeof japanese = {
  plan: 'Individual plan',
  planAt: (stage, version) => `${stage} (version ${version})`,
  byRoster: (state) => `${state} (as the roster says)`,
  consent: { roster: 'Consent (roster given)', plan: 'Consent (plan given)' },
  consentsApart: (purposes) =>
    `The two records differ in consent (${purposes}), so they cannot be made one as they are. Ask the person, record the same for both, then make them one.`,
  keepPlan: (letter) =>
    `Record ${letter} alone has an individual plan. If they are one person, keep record ${letter}: its plan goes on.`,
  twoPlans:
    'Both have an individual plan. The plan of the record that is kept goes on; the other one can be opened from there and compared.',
};
