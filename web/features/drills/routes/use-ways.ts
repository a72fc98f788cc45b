import { useQuery } from '@tanstack/react-query';
import type { DrillView } from '#contract/drill';
import { drillRoutesQuery, drillTourQuery, drillToursQuery } from '../../../api/drill-routes.ts';
import { routeOptionsQuery } from '../../../api/routes.ts';
import { conditions } from './conditions.ts';

/** Tours and ways of a drill under the conditions of the moment, the same for table and map. */
export function useDrillWays(code: string, view: DrillView) {
  const chosen = conditions.use();
  const options = useQuery(routeOptionsQuery(code));
  const policy = chosen.policy ?? options.data?.policies[0]?.id ?? null;
  const tours = useQuery(drillToursQuery(code, view.id));
  const head = tours.data?.tours[0];
  const tour = useQuery({
    ...drillTourQuery(code, view.id, head?.id ?? '', chosen.minute),
    enabled: head !== undefined,
  });
  const goesAlone = view.content.people.some(({ travel }) => travel === 'own');
  const routes = useQuery({
    ...drillRoutesQuery(code, view.id, view.version, {
      personIds: null,
      policy: policy ?? '',
      minute: chosen.minute,
      alternatives: chosen.alternatives,
    }),
    enabled: policy !== null && goesAlone,
  });
  return { chosen, options, policy, tours, head, tour, goesAlone, routes };
}
