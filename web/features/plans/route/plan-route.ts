import type { ResidentDetail } from '#contract/resident';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { PlanContent, PlanRoute } from '#domain/plan/plan';
import { type TravelBy, travelBy } from '#domain/plan/travel-profile';

/** Between what a route goes, and how; null where an end is not placed. */
export interface RouteEnds {
  readonly from: Position;
  readonly to: Position;
  readonly profile: string;
}

type Facts = Pick<ResidentDetail, 'careLevel' | 'disabilities' | 'position'>;

/** From the home to the first destination, by the means of the plan or what the roster says. */
export function routeEnds(content: PlanContent, person: Facts | undefined): RouteEnds | null {
  const from = person?.position ?? null;
  const to = content.destination?.place.position ?? null;
  if (person === undefined || from === null || to === null) return null;
  return { from, to: [to.lng, to.lat], profile: profileOfPlan(content, person) };
}

/** The way of moving that the router reckons with, and by what it was taken. */
export const travelOfPlan = (
  { means }: PlanContent,
  { careLevel, disabilities }: Facts,
): TravelBy => travelBy({ careLevel, disabilities } as Parameters<typeof travelBy>[0], means);

export const profileOfPlan = (content: PlanContent, person: Facts): string =>
  travelOfPlan(content, person).profileId;

/** Farther than this from an end the route was found for another place. */
const SAME_PLACE_METERS = 2;

/** Whether the route no longer leads between the ends of the plan, or another way of moving was chosen. */
export function isRouteOfOtherEnds({ line, profile }: PlanRoute, ends: RouteEnds): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return true;
  return (
    profile !== ends.profile ||
    distanceMeters(first, ends.from) > SAME_PLACE_METERS ||
    distanceMeters(last, ends.to) > SAME_PLACE_METERS
  );
}

/** A place some metres away, towards the north or the east. */
export function moved([lng, lat]: Position, eastMeters: number, northMeters: number): Position {
  const perDegree = distanceMeters([lng, lat], [lng, lat + 0.001]) * 1000;
  const perDegreeLng = distanceMeters([lng, lat], [lng + 0.001, lat]) * 1000;
  return [lng + eastMeters / perDegreeLng, lat + northMeters / perDegree];
}
