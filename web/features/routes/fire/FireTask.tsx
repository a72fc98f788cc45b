import type { RouteOptions } from '#contract/route';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { FireLegend } from '../FireLegend.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { FireForm } from './FireForm.tsx';
import { FireResults } from './FireResults.tsx';
import { useFireCheck, useFireStations } from './use-fire-check.ts';

/** How the fire department comes to people, and what it has to look at on the way. */
export default function FireTask(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}) {
  const { code, plan, options } = props;
  const stations = useFireStations(code);
  const check = useFireCheck(code);
  if (stations.isError)
    return <LoadError error={stations.error} onRetry={() => void stations.refetch()} />;
  if (stations.data === undefined) return <SkeletonLines count={8} className="p-4" />;
  const all = stations.data.stations;
  return (
    <div className="divide-y divide-line">
      <FireForm code={code} plan={plan} options={options} stations={all} check={check} />
      <FireResults code={code} plan={plan} options={options} stations={all} check={check} />
      <FireLegend />
    </div>
  );
}
