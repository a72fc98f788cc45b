import type { Problem } from '../../problem.ts';
import type { DrillManual } from '../drill.ts';
import { pickUpStep, type TourSpan } from '../tours/tour-span.ts';
import type { Timeline } from './timeline.ts';

const TOUR_CONFLICTS = {
  /** Vehicles are under way before the manual lets them. */
  tooEarly: (ja: string, en: string, tours: number, steps: number): Problem => ({
    code: 'drill.tours-too-early',
    ja: `送迎の順では車両が開始から ${tours} 分に出ますが、手順の「${ja}」を始められるのは ${steps} 分からです。車両の使える時刻を ${steps} 分からにして送迎の順を作り直すか、先に終える手順を見直してください`,
    en: `By the tours vehicles set off ${tours} min after the start, but by the manual “${en}” can begin at ${steps} min only. Let the vehicles be used from ${steps} min on and plan the tours again, or change what has to be done before`,
  }),
  /** No step is the pick-ups, and the time line is over before they are. */
  noStep: (tours: number, end: number): Problem => ({
    code: 'drill.tours-without-step',
    ja: `送迎の順では最後の人が着くのは開始から ${tours} 分ですが、時間表は ${end} 分で終わります。送迎にあたる手順を開き、「車両での送迎」に印を付けてください`,
    en: `By the tours the last person arrives ${tours} min after the start, but the time line ends at ${end} min. Open the step that is the transfer and mark it as pick-ups by vehicles`,
  }),
} as const;

/** Where joint tours and time line contradict each other, with the figures of both; empty where they do not. */
export function tourConflicts(
  manual: Pick<DrillManual, 'phases'>,
  { steps, endMinute }: Timeline,
  tours: TourSpan | null,
): Problem[] {
  if (tours === null) return [];
  const step = pickUpStep(manual);
  if (step === null)
    return tours.endMinute > endMinute ? [TOUR_CONFLICTS.noStep(tours.endMinute, endMinute)] : [];
  const planned = steps.find(({ stepId }) => stepId === step.id);
  if (planned === undefined || planned.startMinute <= tours.startMinute) return [];
  const { label } = step;
  return [
    TOUR_CONFLICTS.tooEarly(label.ja, label.en, tours.startMinute, Math.ceil(planned.startMinute)),
  ];
}
