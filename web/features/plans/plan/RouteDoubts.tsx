import type { PlanContent } from '#domain/plan/plan';
import { useWords } from '../../../i18n/use-words.ts';
import { Caution } from '../../../ui/Notice.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** What nobody knows of a route, told before somebody says that it was checked. */
export function RouteDoubts({ route }: Pick<PlanContent, 'route'>) {
  const words = useWords();
  const say = usePlanWords().plan;
  if (route === null) return null;
  const { unknownMeters, lengthMeters, roadsAsOf } = route;
  if (unknownMeters === 0 && roadsAsOf !== null) return null;
  return (
    <Caution>
      {unknownMeters > 0 &&
        say.routeUnknown(words.metersText(lengthMeters), words.metersText(unknownMeters))}
      {roadsAsOf === null && say.routeUndated}
      {say.lookOnSite}
    </Caution>
  );
}
