import { FIRE_ANSWERS, type FireCheckAnswer } from '#contract/fire-check';
import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { DataDates } from '../DataDates.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { useFireWords } from '../use-fire-words.ts';
import { useRouteWords } from '../use-route-words.ts';
import { AnswerMark } from './AnswerMark.tsx';
import { FireActions } from './FireActions.tsx';
import { FireDistricts } from './FireDistricts.tsx';
import { FirePeople } from './FirePeople.tsx';
import { StopsList } from './StopsList.tsx';
import { ToWalkList } from './ToWalkList.tsx';
import { fireQuestionOf, type useFireCheck } from './use-fire-check.ts';

/** What the check came to: figures, what to look at on site, districts, and everybody. */
export function FireResults(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
  readonly stations: readonly FireStationOnWire[];
  readonly check: ReturnType<typeof useFireCheck>;
}) {
  const { code, plan, options, stations, check } = props;
  const say = useFireWords();
  const { question, query } = check;
  if (question === null) return <p className="p-4 text-ink-soft">{say.result.start}</p>;
  if (query.isError && !query.isFetching)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const answer = query.data;
  if (answer === undefined) return <SkeletonLines count={8} className="p-4" />;
  const isOther =
    JSON.stringify(fireQuestionOf(plan, stations, options)) !== JSON.stringify(question);
  return (
    <section
      aria-label={say.result.title}
      aria-busy={query.isFetching}
      className={`flex flex-col gap-4 p-4 ${query.isFetching ? 'opacity-60' : ''}`}
    >
      <h3 className="text-18 font-bold">{say.result.title}</h3>
      {isOther && <Caution>{say.form.changed}</Caution>}
      <Unseen answer={answer} />
      <Figures answer={answer} />
      <Meaning answer={answer} names={question.stations.map(({ name }) => name)} />
      <DataDates data={answer.data} />
      <FireActions code={code} question={question} />
      {answer.people.length === 0 ? (
        <p>{say.result.none}</p>
      ) : (
        <>
          <StopsList answer={answer} />
          <ToWalkList answer={answer} />
          <FireDistricts plan={plan.fire} districts={answer.districts} />
          <FirePeople plan={plan.fire} answer={answer} />
        </>
      )}
    </section>
  );
}

/** Figures that leave people out say so before they are read. */
function Unseen({ answer: { figures } }: { readonly answer: FireCheckAnswer }) {
  const words = useWords();
  const say = useRouteWords().cutOff;
  if (figures.notSeen === 0) return null;
  return (
    <Caution>
      {figures.notSeen === null ? say.notSeenHidden : say.notSeen(words.count(figures.notSeen))}
    </Caution>
  );
}

function Figures({ answer: { figures } }: { readonly answer: FireCheckAnswer }) {
  const say = useFireWords().result;
  return (
    <table className="w-full" aria-live="polite">
      <caption className="sr-only">{say.figures}</caption>
      <thead className="sr-only">
        <tr>
          <td />
          <th scope="col">{say.people}</th>
        </tr>
      </thead>
      <tbody>
        {FIRE_ANSWERS.map((one) => (
          <tr key={one} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              <AnswerMark answer={one} /> {say.answers[one]}
            </th>
            <td
              className={`number py-1 text-right ${one !== 'reached' && figures[one] > 0 ? 'text-18 font-bold' : ''}`}
            >
              {formatNumber(figures[one])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the figures mean, and of whom they are. */
function Meaning(props: { readonly answer: FireCheckAnswer; readonly names: readonly string[] }) {
  const words = useWords();
  const say = useFireWords();
  const { figures, hydrants, stationsOffRoads } = props.answer;
  const off = stationsOffRoads.map((number) => props.names[number] ?? '').join(words.comma);
  return (
    <>
      {stationsOffRoads.length > 0 && <Caution>{say.stations.offRoads(off)}</Caution>}
      <p className="text-14 leading-normal text-ink-soft">
        {say.result.meaning}{' '}
        {hydrants === 0
          ? say.result.noHydrants
          : [
              say.result.hydrants(formatNumber(hydrants)),
              say.result.hydrantWithin(formatNumber(figures.hydrantWithin)),
            ].join(words.dot)}{' '}
        {figures.withoutPosition > 0 &&
          say.result.withoutPosition(formatNumber(figures.withoutPosition))}{' '}
        {figures.withoutDistrict > 0 &&
          say.result.withoutDistrict(formatNumber(figures.withoutDistrict))}
      </p>
    </>
  );
}
