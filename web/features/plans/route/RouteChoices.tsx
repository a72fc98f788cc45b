import type { PlanContent } from '#domain/plan/plan';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { chooseRoute, type routeFinding } from './route-finding.ts';

/** Other ways beside the best one, to be taken in its place. */
export function RouteChoices(props: {
  readonly code: string;
  readonly finding: NonNullable<ReturnType<typeof routeFinding.get>>;
  readonly change: (update: (content: PlanContent) => PlanContent) => void;
}) {
  const { finding } = props;
  const words = useWords();
  const say = usePlanWords().route;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-bold">{say.choices}</legend>
      {(finding.answer?.routes ?? []).map((route, index) => (
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: ways of one answer have no other name
          key={index}
          className={`flex min-h-11 items-center gap-3 rounded-8 border-2 px-3 ${
            finding.chosen === index ? 'border-action bg-action-soft' : 'border-line'
          }`}
        >
          <input
            type="radio"
            name="plan-route"
            className="size-5 accent-action"
            checked={finding.chosen === index}
            onChange={() => void chooseRoute(props.code, finding, index, props.change)}
          />
          <span className="number min-w-0 flex-1">
            <strong>{say.choice(String(index + 1))}</strong>{' '}
            {say.minutes(formatNumber(Math.ceil(route.durationSeconds / 60)))}
            {words.dot}
            {words.metersText(route.lengthMeters)}
            <span className={`block text-14 ${route.exposure.redMeters > 0 ? 'text-danger' : ''}`}>
              {say.red} {words.metersText(route.exposure.redMeters)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
