import { useQuery } from '@tanstack/react-query';
import type { RouteOptions } from '#contract/route';
import { closureComparisonQuery, closureScenariosQuery } from '../../../api/closure-scenarios.ts';
import { orderPrint } from '../../../state/print-order.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { DataDates } from '../DataDates.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { footProfileOf } from '../use-cut-off.ts';
import { changePlan } from '../use-plan.ts';
import { useRouteWords } from '../use-route-words.ts';
import { ComparedDistricts } from './ComparedDistricts.tsx';
import { ComparedFigures } from './ComparedFigures.tsx';
import { ComparedPeople } from './ComparedPeople.tsx';
import { NOW } from './kept-plan.ts';
import { useKeptWords } from './use-kept-words.ts';

interface CompareSectionProps {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}

/** The set that is open beside another, or beside the roads as they are; as they were saved. */
export function CompareSection({ code, plan, options }: CompareSectionProps) {
  const say = useKeptWords();
  const routeWords = useRouteWords();
  const { open, against } = plan.kept;
  const scenarios = useQuery(closureScenariosQuery(code)).data?.scenarios ?? [];
  const head = scenarios.find(({ id }) => id === open);
  const query = useQuery({
    ...closureComparisonQuery(code, open ?? '', {
      with: against === NOW ? null : against,
      footProfile: footProfileOf(plan, options),
      vehicleProfile: plan.vehicle,
      isNight: plan.isNight,
    }),
    enabled: open !== null && against !== null,
  });
  if (head === undefined) return null;
  const comparison = against === null ? undefined : query.data;
  const other = comparison?.second.scenario?.name ?? say.now;
  return (
    <section aria-label={say.comparison} className="flex flex-col gap-4 p-4">
      <h3 className="text-18 font-bold">{say.comparison}</h3>
      <div className="not-printed">
        <LabelledField label={say.against(head.name)}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={against ?? ''}
              onChange={({ target }) =>
                changePlan({ kept: { open, against: target.value === '' ? null : target.value } })
              }
            >
              <option value="">{say.notCompared}</option>
              <option value={NOW}>{say.now}</option>
              {scenarios
                .filter(({ id }) => id !== open)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </LabelledField>
      </div>
      {against !== null && query.isError && (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      )}
      {against !== null && comparison === undefined && !query.isError && (
        <>
          <p role="status" className="sr-only">
            {say.waiting}
          </p>
          <SkeletonLines count={6} />
        </>
      )}
      {comparison !== undefined && (
        <>
          <p className="leading-normal">
            {say.side(say.first, head.name)}
            <br />
            {say.side(say.second, other)}
          </p>
          {comparison.notSeen !== 0 && (
            <Caution>
              {comparison.notSeen === null
                ? routeWords.cutOff.notSeenHidden
                : routeWords.cutOff.notSeen(String(comparison.notSeen))}
            </Caution>
          )}
          {[comparison.first, comparison.second].map(({ lostRoads, scenario }) =>
            lostRoads > 0 ? (
              <Caution key={scenario?.id}>{say.lost(String(lostRoads))}</Caution>
            ) : null,
          )}
          <ComparedFigures comparison={comparison} />
          <ComparedDistricts code={code} comparison={comparison} />
          <ComparedPeople key={`${open} ${against}`} comparison={comparison} />
          <DataDates data={comparison.data} />
          <div className="not-printed">
            <Button onPress={orderPrint}>{routeWords.result.print}</Button>
          </div>
        </>
      )}
    </section>
  );
}
