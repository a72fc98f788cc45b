import type { DrillEvaluationOnWire } from '#contract/drill-after';
import type { DrillContent } from '#domain/drill/content';
import { stepsOf } from '#domain/drill/drill';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import type { FindingSeed } from './finding-seed.ts';
import { useAfterWords } from './use-after-words.ts';

/** What held the drill up, the costliest first; each can be made a finding. */
export function Bottlenecks(props: {
  readonly content: DrillContent;
  readonly evaluation: DrillEvaluationOnWire['evaluation'];
  readonly onSeed: (seed: FindingSeed) => void;
}) {
  const { content, evaluation } = props;
  const words = useWords();
  const say = useAfterWords().bottlenecks;
  const steps = new Map(stepsOf(content.manual).map((step) => [step.id, step]));
  const results = new Map(evaluation.steps.map((step) => [step.stepId, step]));
  return (
    <PanelSection title={say.title}>
      {evaluation.bottlenecks.length === 0 && <p>{say.none}</p>}
      <ol>
        {evaluation.bottlenecks.map(({ stepId, kind, minutes }) => {
          const step = steps.get(stepId);
          const result = results.get(stepId);
          const name = step === undefined ? stepId : words.pick(step.label) || step.label.ja;
          const length = minutes === null ? '' : ` ${say.minutes(formatNumber(minutes))}`;
          const problems = kind === 'problem' ? (result?.problems ?? []) : [];
          const text = `${name}: ${[say.kinds[kind] + length, ...problems].join(words.comma)}`;
          const isLonger = kind === 'took-longer' && result?.actualMinutes != null;
          return (
            <li
              key={`${stepId} ${kind}`}
              data-bottleneck={stepId}
              className="flex flex-wrap items-center gap-2 border-b border-line py-1"
            >
              <span className="min-w-40 flex-1">{text}</span>
              <Button
                className="px-2 text-14"
                aria-label={say.addOf(name)}
                onPress={() =>
                  props.onSeed({
                    text,
                    change: isLonger
                      ? {
                          kind: 'template',
                          stepId,
                          plannedMinutes: Math.ceil(result?.actualMinutes ?? 0),
                        }
                      : { kind: 'none' },
                  })
                }
              >
                {say.add}
              </Button>
            </li>
          );
        })}
      </ol>
    </PanelSection>
  );
}
