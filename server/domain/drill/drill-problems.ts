import type { Problem } from '../problem.ts';
import type { TravellingPerson } from './content.ts';
import type { DrillPerson, DrillPlan } from './drill.ts';

export const DRILL_FAILURES = {
  noShelter: (): Problem => ({
    code: 'drill.no-shelter',
    ja: '訓練を行う福祉避難所を選んでください',
    en: 'Choose the shelters of the drill',
  }),
  badDate: (): Problem => ({
    code: 'drill.date-wrong',
    ja: '訓練の日付を正しく入力してください',
    en: 'Enter the date of the drill',
  }),
  noConsent: (count: number): Problem => ({
    code: 'drill.no-consent',
    ja: `訓練への参加に同意していない人が ${count} 人います。同意を記録してもらうか(防災担当・福祉担当)、その人を外して代わりの人を加えてください`,
    en: `${count} people have not agreed to take part. Have an officer record that they agreed, or take them out and add somebody who stands in`,
  }),
  consentAfterDrill: (count: number): Problem => ({
    code: 'drill.consent-after-drill',
    ja: `同意の日付が訓練の日より後の人が ${count} 人います`,
    en: `The consent of ${count} people is dated after the drill`,
  }),
  standInFromRoster: (count: number): Problem => ({
    code: 'drill.stand-in-from-roster',
    ja: `代わりの人のうち ${count} 人が名簿の人になっています。本人として登録し、同意を記録してください`,
    en: `${count} of those who stand in are people of the roster. Enter them as themselves, with their consent`,
  }),
  noPickUp: (names: readonly string[]): Problem => ({
    code: 'drill.stand-in-without-pick-up',
    ja: `代わりの人のうち ${names.length} 人は、車両が迎えに行く場所が決まっていません(${names.join('、')})。「参加する人・車両」で迎えの場所を地図で決めるか、自分たちで行くことにしてください`,
    en: `${names.length} of those who stand in have no place where a vehicle picks them up (${names.join(', ')}). Set it on the map under “People and vehicles”, or let them come by themselves`,
  }),
  otherShelter: (count: number): Problem => ({
    code: 'drill.person-at-other-shelter',
    ja: `${count} 人の避難先が、訓練を行う福祉避難所ではありません`,
    en: `The shelter of ${count} people is none of the drill`,
  }),
  roleUnknown: (roleId: string): Problem => ({
    code: 'drill.role-unknown',
    ja: `役割(${roleId})はこの訓練にありません`,
    en: `The drill has no role ${roleId}`,
  }),
  roleEmpty: (ja: string, en: string): Problem => ({
    code: 'drill.role-empty',
    ja: `「${ja}」の担当者が決まっていません`,
    en: `Nobody takes the role of “${en}”`,
  }),
} as const;

/** How they come, where the plan says it. */
type Travel = Pick<TravellingPerson, 'travel' | 'pickUp'>;

/** All that keeps a drill from being run. Nobody takes part in person without having agreed before. */
export function drillProblems(
  plan: Omit<DrillPlan, 'people'> & { readonly people: readonly (DrillPerson & Partial<Travel>)[] },
): Problem[] {
  const { shelterIds, date, people, participants, manual, scenario } = plan;
  const count = (isSo: (person: DrillPerson) => boolean) => people.filter(isSo).length;
  const told = (number: number, problem: (count: number) => Problem) =>
    number === 0 ? [] : [problem(number)];
  const roles = new Set(manual.roles.map(({ id }) => id));
  const taken = new Set(participants.map(({ roleId }) => roleId));
  const needed = new Set(manual.phases.flatMap(({ steps }) => steps.map(({ roleId }) => roleId)));
  const named = [...taken, ...scenario.shortfalls.map(({ roleId }) => roleId)];
  // Of a real person it is their home.
  const waiting = people.filter(
    ({ kind, travel, pickUp }) => kind === 'stand-in' && travel === 'tour' && pickUp === null,
  );
  const isReal = ({ kind }: DrillPerson) => kind === 'real';
  return [
    ...(shelterIds.length === 0 ? [DRILL_FAILURES.noShelter()] : []),
    ...(isDate(date) ? [] : [DRILL_FAILURES.badDate()]),
    ...told(
      count((one) => isReal(one) && one.consentDate === null),
      DRILL_FAILURES.noConsent,
    ),
    ...told(
      count((one) => isReal(one) && one.consentDate !== null && one.consentDate > date),
      DRILL_FAILURES.consentAfterDrill,
    ),
    ...told(
      count((one) => !isReal(one) && one.residentId !== null),
      DRILL_FAILURES.standInFromRoster,
    ),
    ...(waiting.length === 0 ? [] : [DRILL_FAILURES.noPickUp(waiting.map(({ name }) => name))]),
    ...told(
      count(({ shelterId }) => !shelterIds.includes(shelterId)),
      DRILL_FAILURES.otherShelter,
    ),
    ...[...new Set(named)].filter((id) => !roles.has(id)).map(DRILL_FAILURES.roleUnknown),
    ...manual.roles
      .filter(({ id }) => needed.has(id) && !taken.has(id))
      .map(({ label }) => DRILL_FAILURES.roleEmpty(label.ja, label.en)),
  ];
}

/** YYYY-MM-DD, and a day that there is. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
