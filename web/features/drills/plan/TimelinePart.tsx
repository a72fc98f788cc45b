import { useMemo } from 'react';
import { stepsOf } from '#domain/drill/drill';
import { planTimeline, type Timeline } from '#domain/drill/timeline/timeline';
import { pickUpStep } from '#domain/drill/tours/tour-span';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { BarChart } from '../BarChart.tsx';
import { clockAt } from '../time-axis.ts';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** When each step begins as it is written now, and which of them fix the end. */
export function TimelinePart() {
  const words = useWords();
  const say = useDrillWords();
  const { content, view } = useDrillEditing();
  const { tourSpan } = view;
  const result = useMemo(
    () => planTimeline(content.manual, content.scenario, tourSpan),
    [content.manual, content.scenario, tourSpan],
  );
  return (
    <PanelSection title={say.parts.timeline}>
      {result.ok ? <Planned timeline={result.timeline} /> : <p>{words.pick(result.problem)}</p>}
    </PanelSection>
  );
}

function Planned({ timeline }: { readonly timeline: Timeline }) {
  const words = useWords();
  const say = useDrillWords().timeline;
  const { content } = useDrillEditing();
  const steps = stepsOf(content.manual);
  const labels = new Map(steps.map((step) => [step.id, words.pick(step.label) || step.label.ja]));
  const roles = new Map(content.manual.roles.map(({ id, label }) => [id, words.pick(label)]));
  const critical = new Set(timeline.criticalPath);
  const nameOf = (id: string) => labels.get(id) ?? id;
  const clock = (minute: number) => clockAt(content.startTime, minute);
  return (
    <>
      <p className="number text-18 font-bold" data-end={timeline.endMinute}>
        {say.end(formatNumber(timeline.endMinute))}
      </p>
      <FromTours />
      {!timeline.isShortest && <p>{say.notShortest}</p>}
      {timeline.unknownSteps.length > 0 && (
        <p className="text-caution">
          {say.unknown(timeline.unknownSteps.map(nameOf).join(words.comma))}
        </p>
      )}
      <p className="text-14">{say.legend}</p>
      <BarChart
        label={say.chart}
        lastMinute={timeline.endMinute}
        marks={content.scenario.levels.map(({ minute, level }) => ({
          minute,
          text: say.atLevel(String(level)),
        }))}
        rows={timeline.steps.map((step) => ({
          key: step.stepId,
          label: nameOf(step.stepId),
          lanes: [
            [
              ...(step.slackMinutes > 0
                ? [
                    {
                      key: 'slack',
                      from: step.endMinute,
                      to: step.endMinute + step.slackMinutes,
                      style: 'slack' as const,
                    },
                  ]
                : []),
              {
                key: 'step',
                from: step.startMinute,
                to: step.endMinute,
                style: critical.has(step.stepId) ? ('critical' as const) : ('planned' as const),
              },
            ],
          ],
        }))}
      />
      <table className="w-full text-14" aria-label={say.table}>
        <thead>
          <tr className="border-b border-line-strong text-left">
            {[
              useDrillWords().steps.step,
              useDrillWords().steps.role,
              say.start,
              say.endColumn,
              say.clock,
              say.slack,
            ].map((label) => (
              <th key={label} scope="col" className="py-1 pr-2">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.steps.map((planned, at) => (
            <tr key={planned.stepId} className="border-b border-line">
              <th scope="row" className="pr-2 text-left font-normal">
                {nameOf(planned.stepId)}
                {critical.has(planned.stepId) && <strong className="pl-2">{say.isCritical}</strong>}
              </th>
              <td className="pr-2">{roles.get(steps[at]?.roleId ?? '')}</td>
              <td className="number pr-2 text-right">{formatNumber(planned.startMinute)}</td>
              <td className="number pr-2 text-right">{formatNumber(planned.endMinute)}</td>
              <td className="number pr-2">{clock(planned.startMinute) ?? ''}</td>
              <td className="number text-right">{formatNumber(planned.slackMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** That the pick-ups last as long as the joint tours; where the two contradict each other stands with the obstacles. */
function FromTours() {
  const words = useWords();
  const say = useDrillWords().timeline;
  const { content, view } = useDrillEditing();
  const { tourSpan } = view;
  const step = pickUpStep(content.manual);
  const hasRiders = content.people.some(({ travel }) => travel === 'tour');
  const name = step === null ? '' : words.pick(step.label) || step.label.ja;
  const tours = (
    <Button className="self-start" onPress={() => changeDrillsView({ tab: 'routes' })}>
      {say.toTours}
    </Button>
  );
  if (tourSpan === null)
    return (
      hasRiders && (
        <div className="flex flex-col gap-2" data-tours="none">
          <p className="text-14">{step === null ? say.noTours : say.noToursFor(name)}</p>
          {tours}
        </div>
      )
    );
  const { startMinute, endMinute, madeAt, isOutdated } = tourSpan;
  const minutes = [startMinute, endMinute, endMinute - startMinute].map(formatNumber);
  const [from = '', until = '', length = ''] = minutes;
  return (
    <div className="flex flex-col gap-2" data-tours={endMinute}>
      {step !== null && (
        <p className="text-14">{say.fromTours(name, from, until, length, words.moment(madeAt))}</p>
      )}
      {isOutdated && (
        <>
          <Caution>{say.toursOutdated}</Caution>
          {tours}
        </>
      )}
    </div>
  );
}
