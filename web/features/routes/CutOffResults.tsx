import type { CutOffAnswer, CutOffQuestion } from '#contract/cut-off';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { orderPrint } from '../../state/print-order.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ClosedSummary } from './ClosedSummary.tsx';
import { CutOffDistricts } from './CutOffDistricts.tsx';
import { CutOffPeople } from './CutOffPeople.tsx';
import { DataDates } from './DataDates.tsx';
import type { RoutePlan } from './route-plan.ts';
import type { useCutOff } from './use-cut-off.ts';
import { useRouteWords } from './use-route-words.ts';

interface CutOffResultsProps {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly question: CutOffQuestion | null;
  readonly query: ReturnType<typeof useCutOff>['query'];
}

/** Who is cut off that was not before: figures, people, districts. */
export function CutOffResults({ code, plan, question, query }: CutOffResultsProps) {
  const say = useRouteWords();
  if (question === null) return <p className="p-4 text-ink-soft">{say.cutOff.start}</p>;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const answer = query.data;
  if (answer === undefined) return <SkeletonLines count={8} className="p-4" />;
  const isOld = query.isPlaceholderData;
  return (
    <section
      aria-label={say.cutOff.title}
      aria-busy={isOld}
      className={`flex flex-col gap-4 p-4 ${isOld ? 'opacity-60' : ''}`}
    >
      <h3 className="text-18 font-bold">{say.cutOff.title}</h3>
      <Unseen notSeen={answer.notSeen} />
      <Figures answer={answer} />
      <Reach answer={answer} />
      <ClosedSummary plan={plan} total={answer.closed.roads} />
      {answer.closed.unknownIds.length > 0 && (
        <Caution>{say.closures.unknownIds(String(answer.closed.unknownIds.length))}</Caution>
      )}
      <DataDates data={answer.data} />
      <CutOffPeople code={code} plan={plan} question={question} people={answer.people} />
      <CutOffDistricts code={code} districts={answer.districts} />
      <div className="not-printed">
        <Button onPress={orderPrint}>{say.result.print}</Button>
      </div>
    </section>
  );
}

function Figures({ answer }: { readonly answer: CutOffAnswer }) {
  const say = useRouteWords().cutOff;
  const rows = [
    [say.of(say.foot, say.cutOff), answer.foot.cutOff, true],
    [say.of(say.vehicle, say.cutOff), answer.vehicle.cutOff, true],
    [say.both, answer.both, true],
    [say.of(say.foot, say.longer), answer.foot.longer, false],
    [say.of(say.vehicle, say.longer), answer.vehicle.longer, false],
    [say.of(say.foot, say.cutOffBefore), answer.foot.cutOffBefore, false],
    [say.of(say.vehicle, say.cutOffBefore), answer.vehicle.cutOffBefore, false],
  ] as const;
  return (
    <table className="w-full" aria-live="polite">
      <caption className="sr-only">{say.figures}</caption>
      <thead>
        <tr className="border-b border-line-strong text-14">
          <td />
          {[say.people, say.tier1, say.needsPower].map((label) => (
            <th key={label} scope="col" className="py-1 pl-2 text-right">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, figures, isGrave]) => (
          <tr key={label} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {label}
            </th>
            {[figures.people, figures.tier1, figures.needsPower].map((count, place) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change
                key={place}
                className={`number py-1 pl-2 text-right ${isGrave && count > 0 ? 'text-18 font-bold' : ''}`}
              >
                {formatNumber(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Figures that leave people out say so before they are read. */
function Unseen({ notSeen }: Pick<CutOffAnswer, 'notSeen'>) {
  const words = useWords();
  const say = useRouteWords().cutOff;
  if (notSeen === 0) return null;
  return (
    <Caution>{notSeen === null ? say.notSeenHidden : say.notSeen(words.count(notSeen))}</Caution>
  );
}

/** Of whom the figures are, and what they mean. */
function Reach({ answer }: { readonly answer: CutOffAnswer }) {
  const say = useRouteWords().cutOff;
  const { examined, withoutPosition, approximate, shelters } = answer;
  return (
    <>
      {shelters === 0 && <Caution>{say.noShelters}</Caution>}
      <p className="text-14 leading-normal text-ink-soft">
        {say.meaning} {say.examined(formatNumber(examined))}
        {approximate > 0 && <> {say.approximate(formatNumber(approximate))}</>}
        {withoutPosition > 0 && <> {say.withoutPosition(formatNumber(withoutPosition))}</>}
      </p>
    </>
  );
}
