import type { RouteAnswer } from '#contract/route';
import type { SiteFinding } from '#domain/road/override';
import type { RoadTable } from '#domain/routing/graph/road-table';
import type { AppliedFindings } from '#domain/routing/overrides/apply-overrides';
import {
  SITE_REASON_TEXTS,
  type SiteReason,
  siteReasonsOf,
} from '#domain/routing/overrides/site-reasons';
import { pointsOfPart } from '#domain/routing/route/part-line';
import type { Route } from '#domain/routing/route/route';
import { textAt } from '#domain/text/packed-texts';
import { place } from './rounding.ts';
import type { SiteRoad } from './search-orders.ts';
import type { SiteState } from './site-state.ts';

type SiteRoadOnWire = RouteAnswer['onSite']['roads'][number];

/** Where each finding lies on the roads in force, in the order of the findings. */
export function listSiteRoads(
  { table, matches }: AppliedFindings,
  { findings }: SiteState,
): SiteRoad[] {
  return findings.map(({ overrideIds, isClosed }, at) => {
    const match = matches[at]!;
    const road = 'road' in match ? aboutRoad(table, match.road) : null;
    return { overrideIds, found: match.found, road, isClosed };
  });
}

/** What some routes rest on because somebody looked, by road: who passes by it is told so. */
export function findingsOnRoutes(
  { table, matches }: AppliedFindings,
  { findings }: SiteState,
  profileId: string,
  routes: readonly Route[],
): SiteRoadOnWire[] {
  if (findings.length === 0) return [];
  const gone = new Set(routes.flatMap(({ roadIds }) => roadIds));
  return findings.flatMap((finding, at): SiteRoadOnWire[] => {
    const match = matches[at]!;
    if (!('road' in match) || !gone.has(textAt(table.roadIds, match.road))) return [];
    const reasons = siteReasonsOf(finding, profileId);
    return reasons.length === 0 ? [] : [findingOnWire(table, match.road, finding, reasons)];
  });
}

function findingOnWire(
  table: RoadTable,
  road: number,
  { overrideIds }: SiteFinding,
  reasons: readonly SiteReason[],
): SiteRoadOnWire {
  return {
    roadId: textAt(table.roadIds, road),
    name: nameOf(table, road),
    overrideIds: [...overrideIds],
    reasons: reasons.map((reason) => ({
      code: reason.code,
      ...SITE_REASON_TEXTS[reason.code]('meters' in reason ? reason.meters : 0),
    })),
  };
}

export function aboutRoad(table: RoadTable, road: number) {
  const whole = { road, fromMeters: 0, toMeters: table.lengthsMeters[road]! };
  return {
    id: textAt(table.roadIds, road),
    name: nameOf(table, road),
    line: pointsOfPart(table, whole).map(({ position }) => place(position)),
  };
}

function nameOf({ names, nameCodes }: RoadTable, road: number): string | null {
  return names[nameCodes[road]!] ?? null;
}
