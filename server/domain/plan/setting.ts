import { ROLES, type Role } from '../access/roles.ts';
import {
  OPTIONAL_STEPS,
  type OptionalStep,
  type Party,
  PLAN_TASKS,
  type PlanStep,
  type PlanTask,
} from './step-names.ts';
import { STEP_TABLE } from './step-table.ts';

export interface TaskSetting {
  readonly party: Party;
  /** Who may record it; whoever is in charge may have no account. */
  readonly roles: readonly Role[];
}

/** The city's sharing of roles: who does which step, and which steps it asks for. */
export interface PlanSetting {
  readonly tasks: Readonly<Record<PlanTask, TaskSetting>>;
  readonly asked: readonly OptionalStep[];
  /** Months after which a plan in force is looked at again; null = no interval. */
  readonly reviewMonths: number | null;
}

/** Those who see no plan can be given nothing of it: nobody, and initials. */
const SEE_NO_PLAN: readonly Role[] = ['administrator', 'auditor', 'drill-coordinator'];
export const PLAN_ROLES: readonly Role[] = ROLES.filter((role) => !SEE_NO_PLAN.includes(role));

const OFFICERS: readonly Role[] = ['disaster-officer', 'welfare-officer'];
/** Giving plans to others and ending them is the city's (災害対策基本法 49条の15). */
const CITY_ONLY: readonly PlanTask[] = ['share', 'put-in-force', 'end', 'reopen'];

/** The roles that a city may give a task to. */
export function rolesAllowed(task: PlanTask): readonly Role[] {
  return CITY_ONLY.includes(task) ? OFFICERS : PLAN_ROLES;
}

const by = (party: Party, ...others: readonly Role[]): TaskSetting => ({
  party,
  roles: [...OFFICERS, ...others],
});

/** As it comes: by the sharing of roles of the policy, where the city hall may record what others say. */
export const DEFAULT_SETTING: PlanSetting = {
  tasks: {
    write: by('welfare-professional'),
    'ask-consent': by('welfare'),
    'record-agreement': by('person'),
    'record-refusal': by('person'),
    'begin-draft': by('welfare'),
    'check-route': by('fire', 'fire-department'),
    accept: by('facility', 'welfare-shelter'),
    agree: by('person'),
    share: by('disaster-prevention'),
    'put-in-force': by('disaster-prevention'),
    'call-review': by(
      'support-group',
      'fire-department',
      'district-organisation',
      'welfare-shelter',
      'supporter',
    ),
    'confirm-still-right': by('welfare'),
    revise: by('welfare'),
    'send-back': by('fire', 'fire-department', 'welfare-shelter'),
    end: by('welfare'),
    reopen: by('welfare'),
  },
  asked: OPTIONAL_STEPS,
  reviewMonths: 12,
};

/** Tasks that a setting gives to roles that may not have them. */
export function misgivenTasks(setting: PlanSetting): PlanTask[] {
  return PLAN_TASKS.filter((task) =>
    setting.tasks[task].roles.some((role) => !rolesAllowed(task).includes(role)),
  );
}

/** What a city set, with what has come to be a task since as it comes. */
export const settingOf = (stored: PlanSetting | null | undefined): PlanSetting =>
  stored ? { ...stored, tasks: { ...DEFAULT_SETTING.tasks, ...stored.tasks } } : DEFAULT_SETTING;

/** Whose step it is by the sharing of roles, where that is a role with accounts of its own. */
const ROLE_OF_PARTY: Readonly<Partial<Record<Party, Role>>> = {
  'disaster-prevention': 'disaster-officer',
  fire: 'fire-department',
  welfare: 'welfare-officer',
  facility: 'welfare-shelter',
  'support-group': 'district-organisation',
};

/** Whether who records this step writes down another's word: then it is to be told whose, and of which day. */
export function isWordOfAnother(setting: PlanSetting, role: Role | 'system', step: PlanStep) {
  if (role === 'system' || STEP_TABLE[step].gives === undefined) return false;
  return ROLE_OF_PARTY[setting.tasks[step].party] !== role;
}

/** The program itself may do whatever the table allows. */
export function mayDo(setting: PlanSetting, role: Role | 'system', task: PlanTask): boolean {
  return (
    role === 'system' ||
    (setting.tasks[task].roles.includes(role) && rolesAllowed(task).includes(role))
  );
}
