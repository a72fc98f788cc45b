import { useQuery } from '@tanstack/react-query';
import type { FireCheckQuestion } from '#contract/fire-check';
import type { RouteQuestion } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { routesQuery } from '../../../api/routes.ts';
import type { FirePerson } from './fire-rows.ts';

/** A walk along roads that is shorter than this is no way to be looked for. */
const LEAST_WALK_METERS = 1;

interface FireWay {
  readonly drive: readonly Position[] | null;
  readonly walk: readonly Position[] | null;
}

/** How the vehicle comes to somebody and how it goes on from there, for the map; asked for one person alone. */
export function useFireWay(
  code: string,
  question: FireCheckQuestion | null,
  person: FirePerson | undefined,
): FireWay {
  const reach = question === null ? null : (person?.reach ?? null);
  const stop = reach?.lastPoint.position;
  const station = reach === null ? undefined : question?.stations[reach.stationNumber]?.position;
  const drives = useWay(code, question, question?.profile, station, stop);
  const isWalked = reach !== null && reach.walkRoadMeters >= LEAST_WALK_METERS;
  const walks = useWay(
    code,
    question,
    question?.footProfile,
    isWalked ? stop : undefined,
    isWalked ? person?.position : undefined,
  );
  const straight = reach === null || stop === undefined || person === undefined;
  return {
    drive: drives?.routes[0]?.line ?? null,
    walk: straight
      ? null
      : isWalked
        ? walkLine(walks?.routes[0], stop, person.position)
        : [stop, person.position],
  };
}

function useWay(
  code: string,
  question: FireCheckQuestion | null,
  profile: string | undefined,
  from: readonly [number, number] | undefined,
  to: readonly [number, number] | undefined,
) {
  const isAsked = question !== null && profile !== undefined && from && to;
  const asked: RouteQuestion | null = isAsked
    ? {
        from: [from[0], from[1]],
        to: [to[0], to[1]],
        profile,
        policy: 'quickest',
        isNight: question.isNight,
        closedRoads: question.closedRoads,
        closedPhenomena: question.closedPhenomena,
        closedArea: question.closedArea,
      }
    : null;
  // Never another person's way while this one's is looked for.
  const query = useQuery(routesQuery(code, asked));
  return asked === null || query.isPlaceholderData ? undefined : query.data;
}

/** With the ends that lie beside the road. */
function walkLine(
  route: { readonly line: readonly Position[] } | undefined,
  stop: Position,
  home: Position,
): Position[] | null {
  return route === undefined ? null : [stop, ...route.line, home];
}
