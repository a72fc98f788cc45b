import { useQueries, useQuery } from '@tanstack/react-query';
import type { Position } from '#domain/geo/position';
import type { Accuracy } from '#domain/resident/accuracy';
import { fireStationsQuery } from '../../api/fire.ts';
import { residentQuery, sheltersQuery } from '../../api/queries.ts';
import type { PlannedPlace, RoutePlan } from './route-plan.ts';
import { type RouteWords, useRouteWords } from './use-route-words.ts';

/** A place of the plan with what it is called and where it is. */
export interface ResolvedPlace {
  readonly place: PlannedPlace;
  readonly name: string;
  readonly position: Position | null;
  readonly state: 'loading' | 'not-known' | 'no-position' | 'there';
  /** Of a home, where it is not the building's own. */
  readonly roughAccuracy: Accuracy | null;
}

export interface ResolvedPlan {
  readonly from: ResolvedPlace | null;
  readonly to: ResolvedPlace | null;
  readonly via: readonly ResolvedPlace[];
}

/** The places of the plan: homes, shelters and fire stations are asked for, as far as they may be seen. */
export function usePlannedPlaces(code: string, plan: RoutePlan): ResolvedPlan {
  const say = useRouteWords();
  const places = [plan.from, plan.to, ...plan.via];
  const residentIds = [
    ...new Set(places.flatMap((place) => (place?.kind === 'resident' ? [place.id] : []))),
  ];
  const residents = useQueries({ queries: residentIds.map((id) => residentQuery(code, id)) });
  const shelters = useQuery({
    ...sheltersQuery(code),
    enabled: places.some((place) => place?.kind === 'shelter'),
  });
  const stations = useQuery({
    ...fireStationsQuery(code),
    enabled: places.some((place) => place?.kind === 'station'),
  });

  const resolve = (place: PlannedPlace): ResolvedPlace => {
    if (place.kind === 'point') return thereAt(place, pointName(place.position, say));
    if (place.kind === 'shelter') {
      if (shelters.isPending) return without(place, 'loading', say);
      const found = shelters.data?.shelters.find(({ id }) => id === place.id);
      if (found === undefined) return without(place, 'not-known', say);
      return found.position === null
        ? { ...without(place, 'no-position', say), name: found.name }
        : thereAt({ ...place, position: found.position }, found.name);
    }
    if (place.kind === 'station') {
      if (stations.isPending) return without(place, 'loading', say);
      const found = stations.data?.stations.find(({ id }) => id === place.id);
      return found === undefined
        ? without(place, 'not-known', say)
        : thereAt({ ...place, position: found.position }, found.name);
    }
    const query = residents[residentIds.indexOf(place.id)];
    if (query === undefined || query.isPending) return without(place, 'loading', say);
    const person = query.data;
    if (person === undefined) return without(place, 'not-known', say);
    const name = say.place.homeOf(person.name);
    if (person.position === null) return { ...without(place, 'no-position', say), name };
    const isRough = person.accuracy === 'block' || person.accuracy === 'town';
    return {
      ...thereAt({ ...place, position: person.position }, name),
      roughAccuracy: isRough ? person.accuracy : null,
    };
  };
  return {
    from: plan.from === null ? null : resolve(plan.from),
    to: plan.to === null ? null : resolve(plan.to),
    via: plan.via.map(resolve),
  };
}

function thereAt(
  { position, ...place }: PlannedPlace & { readonly position: Position },
  name: string,
): ResolvedPlace {
  const planned = place.kind === 'point' ? { ...place, position } : place;
  return { place: planned, name, position, state: 'there', roughAccuracy: null };
}

function without(
  place: PlannedPlace,
  state: 'loading' | 'not-known' | 'no-position',
  say: RouteWords,
): ResolvedPlace {
  const name = state === 'loading' ? say.place.loading : say.place.notKnown;
  return { place, name, position: null, state, roughAccuracy: null };
}

function pointName([lng, lat]: Position, say: RouteWords): string {
  return say.place.point(lat.toFixed(5), lng.toFixed(5));
}
