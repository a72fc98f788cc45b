import type { RouteOptions } from '#contract/route';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { SiteItem } from './SiteItem.tsx';
import type { Site } from './use-site.ts';

/** Records in force, and those that hold no more. */
export function SiteLists(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
  readonly site: Site;
}) {
  const say = useSiteWords();
  const { list } = props.site;
  if (list.isError) return <LoadError error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <SkeletonLines count={5} className="p-4" />;
  const { overrides } = list.data;
  const inForce = overrides.filter(({ state }) => state === 'in-force');
  const past = overrides.filter(({ state }) => state !== 'in-force');
  const items = (shown: typeof overrides) =>
    shown.map((override) => <SiteItem key={override.id} {...props} override={override} />);
  return (
    <div className="flex flex-col gap-3 p-4">
      <section aria-label={say.inForce} className="flex flex-col gap-1">
        <h3 className="text-16 font-bold">
          {say.inForce} <span className="number text-14 font-normal">({inForce.length})</span>
        </h3>
        {inForce.length === 0 ? (
          <p className="text-ink-soft">{say.noneInForce}</p>
        ) : (
          <ul aria-label={say.inForce}>{items(inForce)}</ul>
        )}
      </section>
      <details>
        <summary className="min-h-11 py-2 font-bold">
          {say.past} <span className="number text-14 font-normal">({past.length})</span>
        </summary>
        {past.length === 0 ? (
          <p className="text-ink-soft">{say.nonePast}</p>
        ) : (
          <ul aria-label={say.past}>{items(past)}</ul>
        )}
      </details>
    </div>
  );
}
