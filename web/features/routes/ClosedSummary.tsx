import { useWords } from '../../i18n/use-words.ts';
import { hasClosures, type RoutePlan } from './route-plan.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** What is taken as closed, in one line, with the way to change it; nothing where nothing is. */
export function ClosedSummary(props: { readonly plan: RoutePlan; readonly total?: number }) {
  const words = useWords();
  const say = useRouteWords().closures;
  const { plan, total } = props;
  if (!hasClosures(plan)) return null;
  const parts = [
    ...(plan.closedRoads.length > 0 ? [say.roads(String(plan.closedRoads.length))] : []),
    ...plan.closedPhenomena.map((one) => say.phenomenon(words.terms.phenomenon[one])),
    ...(plan.closedArea === null ? [] : [say.area]),
  ];
  return (
    <p className="text-14 leading-normal">
      {say.inForce(parts.join(words.comma))} {total !== undefined && say.total(String(total))}{' '}
      {plan.task !== 'cut-off' && (
        <button
          type="button"
          className="not-printed min-h-6 text-action underline"
          onClick={() => changePlan({ task: 'cut-off' })}
        >
          {say.change}
        </button>
      )}
    </p>
  );
}
