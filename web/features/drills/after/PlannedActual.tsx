import type { DrillEvaluationOnWire } from '#contract/drill-after';
import type { DrillContent } from '#domain/drill/content';
import { stepsOf } from '#domain/drill/drill';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { BarChart } from '../BarChart.tsx';
import { FigureTable } from '../FigureTable.tsx';
import { useAfterWords } from './use-after-words.ts';

type Evaluation = DrillEvaluationOnWire['evaluation'];

/** Each phase and step as it was planned and as it was: drawn, and told in tables. */
export function PlannedActual(props: {
  readonly content: DrillContent;
  readonly evaluation: Evaluation;
}) {
  const { content, evaluation } = props;
  const words = useWords();
  const say = useAfterWords().chart;
  const labels = new Map(
    [...content.manual.phases, ...stepsOf(content.manual)].map(({ id, label }) => [
      id,
      words.pick(label) || label.ja,
    ]),
  );
  const nameOf = (id: string) => labels.get(id) ?? id;
  const text = (minutes: number | null) => (minutes === null ? say.unknown : formatNumber(minutes));
  const signed = (minutes: number | null) =>
    minutes === null ? say.unknown : minutes > 0 ? `+${formatNumber(minutes)}` : text(minutes);
  const last = Math.max(
    evaluation.plannedMinutes,
    ...evaluation.steps.flatMap(({ actualEnd, actualStart }) => [actualEnd ?? 0, actualStart ?? 0]),
  );
  const bar = (style: 'planned' | 'actual', from: number | null, to: number | null) =>
    from === null || to === null || to < from ? [] : [{ key: style, from, to, style }];
  return (
    <PanelSection title={say.title}>
      <p className="text-14">{say.legend}</p>
      <BarChart
        label={say.label}
        lastMinute={last}
        rows={evaluation.steps.map((step) => ({
          key: step.stepId,
          label: nameOf(step.stepId),
          lanes: [
            bar('planned', step.plannedStart, step.plannedStart + (step.plannedMinutes ?? 0)),
            bar('actual', step.actualStart, step.actualEnd),
          ],
        }))}
      />
      <FigureTable
        label={say.phases}
        heads={[say.phase, say.planned, say.actual, say.done]}
        rows={evaluation.phases.map((phase) => ({
          id: phase.phaseId,
          name: nameOf(phase.phaseId),
          cells: [
            `${text(phase.plannedStart)}–${text(phase.plannedEnd)}`,
            `${text(phase.actualStart)}–${text(phase.actualEnd)}`,
            `${phase.stepsDone} / ${phase.stepCount}`,
          ],
        }))}
      />
      <FigureTable
        label={say.steps}
        heads={[say.step, say.planned, say.actual, say.over, say.waited]}
        rows={evaluation.steps.map((step) => ({
          id: step.stepId,
          name: nameOf(step.stepId),
          note:
            step.state === 'not-started'
              ? say.notBegun
              : step.state === 'running'
                ? say.notDone
                : step.isUncertain
                  ? say.uncertain
                  : null,
          cells: [
            text(step.plannedMinutes),
            text(step.actualMinutes),
            signed(step.overMinutes),
            text(step.waitedMinutes),
          ],
        }))}
      />
    </PanelSection>
  );
}
