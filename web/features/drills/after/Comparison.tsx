import type { DrillEvaluationOnWire } from '#contract/drill-after';
import type { DrillContent } from '#domain/drill/content';
import { stepsOf } from '#domain/drill/drill';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { FigureTable } from '../FigureTable.tsx';
import { useAfterWords } from './use-after-words.ts';

/** The drill beside earlier ones of the same shelter and of others, step by step. */
export function Comparison(props: {
  readonly content: DrillContent;
  readonly evaluated: DrillEvaluationOnWire;
}) {
  const { content, evaluated } = props;
  const { comparison, earlier } = evaluated;
  const words = useWords();
  const say = useAfterWords().compare;
  const unknown = useAfterWords().chart.unknown;
  const steps = new Map(stepsOf(content.manual).map((step) => [step.id, step]));
  const text = (minutes: number | null) => (minutes === null ? unknown : formatNumber(minutes));
  const signed = (minutes: number | null) =>
    minutes !== null && minutes > 0 ? `+${formatNumber(minutes)}` : text(minutes);
  const rows = [
    { id: 'total', name: say.total, ...comparison.totalMinutes },
    ...comparison.steps.map((one) => {
      const step = steps.get(one.stepId);
      const name = step === undefined ? one.stepId : words.pick(step.label) || step.label.ja;
      return { ...one, id: one.stepId, name };
    }),
  ];
  return (
    <PanelSection title={say.title}>
      {earlier.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <>
          <p className="text-14">
            {say.earlier}:{' '}
            {earlier.map(({ title, date }) => `${title} (${words.date(date)})`).join(words.comma)}
          </p>
          <FigureTable
            label={say.title}
            heads={['', say.now, say.last, say.change, say.median, say.others]}
            rows={rows.map((row) => ({
              id: row.id,
              name: row.name,
              cells: [
                text(row.minutes),
                text(row.sameShelterLast),
                signed(row.changeSinceLast),
                text(row.sameShelterMedian),
                text(row.othersMedian),
              ],
            }))}
          />
        </>
      )}
    </PanelSection>
  );
}
