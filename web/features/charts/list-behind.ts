import type { Access } from '#domain/access/rules';
import { FIRST_RELAY_VIEW, formatRelayView, type RelayView } from '../../state/relay-view.ts';
import type { ViewState } from '../../state/view-state.ts';

/** Where the list behind a figure is, and what a role has to be allowed to open it. */
export interface ListBehind {
  readonly access: Access;
  readonly view: Partial<ViewState>;
}

type Filters = ViewState['filters'];

/** How the list of people is filtered to those of a fact. */
const PEOPLE: Readonly<Record<string, Filters>> = {
  residents: {},
  'care.support': { careLevel: ['12', '13'] },
  'care.1_2': { careLevel: ['21', '22'] },
  'care.3_5': { careLevel: ['23', '24', '25'] },
  'care.other': { careLevel: ['01', '06', '11'] },
  'care.unknown': { careLevel: ['unknown'] },
  'age.0_64': { age: ['0-17', '18-64'] },
  'age.65_74': { age: ['65-74'] },
  'age.75_84': { age: ['75-84'] },
  'age.85_': { age: ['85-'] },
  'age.unknown': { age: ['unknown'] },
  'power.some': { powerDependent: ['true'] },
  'power.none': { powerDependent: ['false'] },
  'household.alone': { household: ['alone'] },
  'household.elderly': { household: ['elderly-only'] },
  'household.family': { household: ['with-family'] },
  'household.facility': { household: ['facility'] },
  'household.unknown': { household: ['unknown'] },
  'hazard.red': { red: ['inside'] },
  'hazard.undetermined': { red: ['undetermined'] },
  'hazard.yellow': { red: ['near', 'outside'], relation: ['inside'] },
  'hazard.outside': { red: ['near', 'outside'], relation: ['near', 'outside', 'undetermined'] },
  'supporters.some': { supporters: ['some'] },
  'supporters.none': { supporters: ['none'] },
  'supporters.unknown': { supporters: ['unknown'] },
};
/** Stages of plans, as the place of plans has them in its address. */
const STAGES: Readonly<Record<string, string>> = {
  'plan.not_started': 'not-started',
  'plan.asked': 'consent-asked',
  'plan.refused': 'refused',
  'plan.in_work': 'agreed,drafting,route-checked,accepted,person-agreed',
  'plan.in_force': 'shared,in-force',
  'plan.review_due': 'review-due',
  'plan.ended': 'ended',
};
/** Which relay sheets a fact counts. */
const SHEETS: Readonly<Record<string, Partial<RelayView>>> = {
  'relay.received': { states: ['received'] },
  'relay.in_hand': { states: ['in-hand'] },
  'relay.answered': { states: ['answered'] },
  'relay.closed': { states: ['closed'] },
  'relay.overdue': { isOverdue: true },
};

/**
 * The list behind a figure: of the first fact that it is made of. Null where there is none, as of the city's own
 * figures. `district` null: of the whole city.
 */
export function listBehind(facts: readonly string[], district: string | null): ListBehind | null {
  const [fact = ''] = facts;
  const people = PEOPLE[fact];
  if (people !== undefined) {
    const filters = { ...people, ...(district !== null && { district: [district] }) };
    return { access: 'people.see', view: { place: 'people', task: 'list', filters } };
  }
  const stages = STAGES[fact];
  if (stages !== undefined) {
    const where = district === null ? '' : `!d.${encodeURIComponent(district)}`;
    return {
      access: 'plans.see',
      view: { place: 'plans', selection: null, plans: `b.stages!m.0!s.${stages}${where}` },
    };
  }
  const sheets = SHEETS[fact];
  if (sheets !== undefined) {
    const relay = formatRelayView({ ...FIRST_RELAY_VIEW, box: 'all', district, ...sheets });
    return { access: 'relay.see', view: { place: 'relay', relay } };
  }
  if (fact.startsWith('shelter.')) return { access: 'places', view: { place: 'shelters' } };
  if (fact.startsWith('welfare.'))
    return { access: 'places', view: { place: 'shelters', shelters: 'welfare' } };
  if (fact.startsWith('drill.')) return { access: 'drills.see', view: { place: 'drills' } };
  if (fact.startsWith('cutoff.')) return { access: 'routes.see', view: { place: 'routes' } };
  return null;
}
