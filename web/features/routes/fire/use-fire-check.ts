import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FireCheckQuestion } from '#contract/fire-check';
import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { fireCheckQuery, fireStationsQuery } from '../../../api/fire.ts';
import { createStore } from '../../../state/store.ts';
import type { RoutePlan } from '../route-plan.ts';
import { footProfileOf } from '../use-cut-off.ts';
import { closuresOf } from '../use-found-routes.ts';
import { changePlan, planNow } from '../use-plan.ts';
import type { FirePlan } from './fire-plan.ts';

/** What the check was last asked, by hand: it looks at people, who are told in the log each time. */
const asked = createStore<{ readonly code: string; readonly question: FireCheckQuestion } | null>(
  null,
);

/** The check as it was asked last, the same for list and map. */
export function useFireCheck(code: string) {
  const order = asked.use();
  const question = order?.code === code ? order.question : null;
  const client = useQueryClient();
  return {
    question,
    query: useQuery(fireCheckQuery(code, question)),
    run(next: FireCheckQuestion) {
      // The same question again: the roads may have changed in between.
      if (JSON.stringify(next) === JSON.stringify(question))
        void client.refetchQueries(fireCheckQuery(code, question));
      else asked.set({ code, question: next });
    },
    stop() {
      void client.cancelQueries(fireCheckQuery(code, question));
      if (client.getQueryData(fireCheckQuery(code, question).queryKey) === undefined)
        asked.set(null);
    },
  };
}

export const useFireStations = (code: string) => useQuery(fireStationsQuery(code));

/** Those chosen by hand, else all that keep the vehicle. */
export function chosenStations(
  { stations: ids, vehicle }: FirePlan,
  all: readonly FireStationOnWire[],
): FireStationOnWire[] {
  return all.filter(({ id, vehicles }) =>
    ids === null ? vehicles.includes(vehicle) : ids.includes(id),
  );
}

/** What would be asked; null while no station sets out. */
export function fireQuestionOf(
  plan: RoutePlan,
  all: readonly FireStationOnWire[],
  options: RouteOptions,
): FireCheckQuestion | null {
  const { vehicle, districts, hoseMeters } = plan.fire;
  const stations = chosenStations(plan.fire, all).map(({ name, position }) => ({
    name,
    position: [position[0], position[1]] as [number, number],
  }));
  if (stations.length === 0) return null;
  return {
    stations,
    profile: vehicle,
    footProfile: footProfileOf(plan, options),
    isNight: plan.isNight,
    ...(districts.length > 0 && { districts: [...districts] }),
    hoseMeters,
    ...closuresOf(plan),
  };
}

export function changeFire(change: Partial<FirePlan>, step: 'push' | 'replace' = 'push'): void {
  changePlan({ fire: { ...planNow().fire, ...change } }, step);
}
