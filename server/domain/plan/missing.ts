import type { Bilingual } from '../resident/labels.ts';
import { hasToAccept } from './outline.ts';
import { isApprovalAsked, type PersonForPlan, type PlanRecord } from './record.ts';
import type { PlanSetting } from './setting.ts';
import { APPROVALS, type Approval, type PlanStep } from './step-names.ts';
import { STEP_TABLE } from './step-table.ts';

/** What has to be there before a step and is not. */
export const MISSING = {
  'not-on-roster': { ja: '名簿にない人です', en: 'The person is not on the roster' },
  'in-facility': {
    ja: '施設入所の人は、施設の避難計画によります',
    en: 'Whoever lives in a facility is covered by the plan of the facility',
  },
  destination: { ja: '避難先が決まっていません', en: 'No destination' },
  route: { ja: '避難経路が決まっていません', en: 'No route' },
  means: { ja: '移動手段が決まっていません', en: 'No means of moving' },
  supporters: {
    ja: '避難支援等実施者も、いない理由も書かれていません',
    en: 'Neither a supporter nor why there is none',
  },
  'approval-route': { ja: '消防が経路を確認していません', en: 'The route is not checked yet' },
  'approval-shelter': {
    ja: '避難先が受け入れを承諾していません',
    en: 'The destination has not accepted yet',
  },
  'approval-person': {
    ja: '本人が内容に同意していません',
    en: 'The person has not agreed to what it says',
  },
  consent: {
    ja: '計画を関係者へ提供することへの同意(または条例の定め)がありません',
    en: 'No consent to give the plan to others, nor an ordinance that lets it be given',
  },
  shared: { ja: '関係者に共有していません', en: 'Not shared yet' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Missing = keyof typeof MISSING;

type Check = (record: PlanRecord, setting: PlanSetting, person: PersonForPlan) => Missing[];
const when = (isMissing: boolean, what: Missing): Missing[] => (isMissing ? [what] : []);

const atHome: Check = (_record, _setting, person) => [
  ...when(!person.isOnRoster, 'not-on-roster'),
  ...when(person.isInFacility, 'in-facility'),
];
const destination: Check = ({ outline }) => when(outline.destination === null, 'destination');
/** To an upper floor of the own house no way leads. */
const way: Check = ({ outline }) =>
  outline.destination === 'upper-floor'
    ? []
    : [...when(!outline.hasRoute, 'route'), ...when(!outline.hasMeans, 'means')];
const helpers: Check = ({ outline }) =>
  when(outline.supporters === 0 && !outline.isWithoutSupportersExplained, 'supporters');
const words =
  (...approvals: readonly Approval[]): Check =>
  ({ approvals: given, outline }, setting) =>
    approvals.flatMap((one) =>
      when(isApprovalAsked(one, setting, outline) && given[one] === null, `approval-${one}`),
    );
const consent: Check = (_record, _setting, person) => when(!person.isConsentGiven, 'consent');
const shared: Check = ({ stage }, setting) =>
  when(setting.asked.includes('share') && stage === 'person-agreed', 'shared');

const CHECKS: Partial<Readonly<Record<PlanStep, readonly Check[]>>> = {
  'ask-consent': [atHome],
  'record-agreement': [atHome],
  'begin-draft': [atHome],
  'check-route': [atHome, destination, way],
  accept: [atHome, destination, words('route')],
  agree: [atHome, destination, way, helpers, words('route', 'shelter')],
  share: [atHome, words(...APPROVALS), consent],
  'put-in-force': [atHome, words(...APPROVALS), shared],
  'confirm-still-right': [atHome, words(...APPROVALS)],
  reopen: [atHome],
};

/** What stands in the way of a step; none where it can be taken. */
export function missingFor(
  step: PlanStep,
  record: PlanRecord,
  setting: PlanSetting,
  person: PersonForPlan,
): Missing[] {
  return (CHECKS[step] ?? []).flatMap((check) => check(record, setting, person));
}

/** Whether the city does without a step for this plan. */
export function isSkipped(step: PlanStep, record: PlanRecord, setting: PlanSetting): boolean {
  if (step === 'share') return !setting.asked.includes('share');
  if (step === 'check-route') return !isApprovalAsked('route', setting, record.outline);
  return step === 'accept' && !(setting.asked.includes('accept') && hasToAccept(record.outline));
}

export function isPossible(step: PlanStep, record: PlanRecord, setting: PlanSetting): boolean {
  return STEP_TABLE[step].from.includes(record.stage) && !isSkipped(step, record, setting);
}

export const needsReason = (step: PlanStep): boolean => step === 'send-back';
