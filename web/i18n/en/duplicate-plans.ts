import type { duplicatePlans as japanese } from '../ja/duplicate-plans.ts';

export const duplicatePlans: typeof japanese = {
  plan: 'Individual plan',
  planAt: (stage, version) => `${stage} (version ${version})`,
  noPlan: 'none',
  keepPlan: (letter) =>
    `Record ${letter} alone has an individual plan. If they are one person, keep record ${letter}: its plan goes on.`,
  twoPlans:
    'Both have an individual plan. The plan of the record that is kept goes on; the other one can be opened from there and compared.',
};
