import type { DepartureStep, PlanContent } from '#domain/plan/plan';
import type { PlanWords } from '../use-plan-words.ts';
import { newRowId } from './new-row-id.ts';

/**
 * A first draft of who does what at which level, from those who are named in the plan: one level before
 * leaving everything is got ready. What stands there already is not said twice.
 */
export function suggestedSteps(
  content: PlanContent,
  say: PlanWords['departure'],
  comma: string,
): DepartureStep[] {
  const { startAt, steps } = content.departure;
  const before = startAt === 4 ? 3 : 2;
  const destination = content.destination?.name ?? say.aDestination;
  const helpers = content.supporters.map(({ name, part }) => ({ name, part }));
  const wanted: Omit<DepartureStep, 'id'>[] = [
    { level: before, who: say.person, what: say.prepare },
    { level: before, who: say.person, what: say.callSupporters },
    ...helpers.map(({ name, part }) => ({
      ...{ level: startAt, who: name },
      what: part ?? [say.come, say.help].join(comma),
    })),
    { level: startAt, who: say.person, what: say.leave(destination) },
  ];
  return wanted
    .filter(
      (one) =>
        !steps.some(
          ({ level, who, what }) => `${level}${who}${what}` === `${one.level}${one.who}${one.what}`,
        ),
    )
    .map((one) => ({ ...one, id: newRowId() }));
}
