import { ROLES, type Role } from './roles.ts';

/** Without signing in; whoever is signed in; or those roles. */
export type Admitted = 'public' | 'signed-in' | readonly Role[];

const OFFICERS = ['disaster-officer', 'welfare-officer'] as const;
const SEE_PEOPLE = [
  ...OFFICERS,
  'fire-department',
  'drill-coordinator',
  'district-organisation',
  'welfare-shelter',
  'supporter',
] as const;
/** Who helps is never masked: whoever sees people masked sees no plan. */
const SEE_PLANS = SEE_PEOPLE.filter((role) => role !== 'drill-coordinator');
const PLAN_THE_RESPONSE = [...OFFICERS, 'fire-department'] as const;
const PLAN_DRILLS = [...OFFICERS, 'drill-coordinator'] as const;

/** The one table: who may do what (in words: rule-labels.ts). Each endpoint names the rule that it is under. */
export const ACCESS_RULES = {
  public: 'public',
  'own-account': 'signed-in',
  municipality: 'signed-in',
  'disaster-mode.see': 'signed-in',
  places: ROLES.filter((role) => role !== 'auditor'),
  'people.see': SEE_PEOPLE,
  'people.history': OFFICERS,
  'people.change': OFFICERS,
  'plans.see': SEE_PLANS,
  'plans.work': SEE_PLANS,
  'plans.print': [...OFFICERS, 'district-organisation'],
  'plans.settings': ['disaster-officer'],
  'responses.see': SEE_PLANS,
  'responses.report': SEE_PLANS,
  'responses.open': OFFICERS,
  'drills.see': [...PLAN_DRILLS, 'fire-department', 'district-organisation', 'welfare-shelter'],
  'drills.plan': PLAN_DRILLS,
  'drills.agree': OFFICERS,
  'drills.run': [...PLAN_DRILLS, 'fire-department', 'welfare-shelter'],
  'drills.publish': OFFICERS,
  'relay.see': SEE_PLANS,
  'relay.write': SEE_PLANS,
  'resources.see': ROLES.filter((role) => role !== 'auditor'),
  'resources.change': OFFICERS,
  'filters.see': OFFICERS,
  'filters.change': OFFICERS,
  'consent.see': OFFICERS,
  'consent.change': OFFICERS,
  'consent.rule': ['disaster-officer'],
  'disaster-mode.open': ['disaster-officer'],
  'warning.set': ['disaster-officer', 'fire-department'],
  'scenarios.see': PLAN_THE_RESPONSE,
  'scenarios.change': PLAN_THE_RESPONSE,
  'routes.see': [...PLAN_THE_RESPONSE, 'drill-coordinator'],
  // Who does not see every plan cannot say where there is room.
  'plans.propose': OFFICERS,
  'closures.change': PLAN_THE_RESPONSE,
  'site-overrides.see': [...PLAN_THE_RESPONSE, 'drill-coordinator'],
  'site-overrides.change': PLAN_THE_RESPONSE,
  'fire-stations.change': ['fire-department', 'administrator'],
  'travel-profiles.change': ['disaster-officer', 'fire-department', 'administrator'],
  'places.change': OFFICERS,
  'criteria.see': OFFICERS,
  'criteria.try': OFFICERS,
  'criteria.adopt': ['disaster-officer'],
  'data.see': OFFICERS,
  'data.change': OFFICERS,
  'settings.change': ['disaster-officer', 'administrator'],
  'municipality.create': ['administrator', 'disaster-officer'],
  'charts.see': [...PLAN_THE_RESPONSE, 'drill-coordinator', 'district-organisation'],
  'charts.history': OFFICERS,
  'charts.change': OFFICERS,
  'charts.publish': OFFICERS,
  accounts: ['administrator'],
  'retention.see': ['administrator', 'auditor'],
  'retention.change': ['administrator'],
  audit: ['auditor'],
} as const satisfies Readonly<Record<string, Admitted>>;

/** Name of a rule; an endpoint without one does not compile. */
export type Access = keyof typeof ACCESS_RULES;
export const ACCESS_NAMES = Object.keys(ACCESS_RULES) as readonly Access[];

/** Whether somebody of that role may; null: nobody is signed in. */
export function mayUse(role: Role | 'system' | null, access: Access): boolean {
  const admits: Admitted = ACCESS_RULES[access];
  if (admits === 'public' || role === 'system') return true;
  if (role === null) return false;
  return admits === 'signed-in' || admits.includes(role);
}
