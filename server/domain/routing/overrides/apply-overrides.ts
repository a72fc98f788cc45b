import type { SiteFinding } from '#domain/road/override';
import type { RoadTable } from '../graph/road-table.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import type { SiteVerdicts } from '../profiles/site-verdict.ts';
import { matchRoad, type RoadMatch } from './match-overrides.ts';

/** Roads with what was found on site in place of the data. */
export interface AppliedFindings {
  /** With measured widths and heights; all else is the given table's own arrays. */
  readonly table: RoadTable;
  /** Closed at the moment that the findings are of, by number, in rising order. */
  readonly closedRoads: readonly number[];
  /** By profile: whether it gets through a road, where somebody said so. */
  readonly verdicts: ReadonlyMap<string, SiteVerdicts>;
  /** In the order of the findings: the road that each is about, or why none is. */
  readonly matches: readonly RoadMatch[];
}

/**
 * Lays findings over a table. A measured width stands in place of a class or of what was tagged, and both
 * of its ends are what was measured. Where two findings turn out to be of one road, as ids have shifted,
 * the narrower and lower one holds, and "not passable" before "passable".
 *
 * A finding whose road is no longer there changes nothing and is told in `matches`.
 */
export function applyFindings(
  table: RoadTable,
  tree: RoadTree,
  numberOf: (roadId: string) => number | undefined,
  baseSource: string,
  findings: readonly SiteFinding[],
): AppliedFindings {
  const matches = findings.map(({ road }) => matchRoad(table, tree, numberOf, baseSource, road));
  const widths = new Map<number, number>();
  const heights = new Map<number, number>();
  const closed = new Set<number>();
  const verdicts = new Map<string, Map<number, boolean>>();
  for (const [at, finding] of findings.entries()) {
    const match = matches[at]!;
    if (!('road' in match)) continue;
    const { road } = match;
    if (finding.isClosed) closed.add(road);
    keepLeast(widths, road, finding.widthMeters);
    keepLeast(heights, road, finding.heightMeters);
    for (const { profileId, isPassable } of finding.passability) {
      const ofProfile = verdicts.get(profileId) ?? new Map<number, boolean>();
      verdicts.set(profileId, ofProfile);
      ofProfile.set(road, isPassable && ofProfile.get(road) !== false);
    }
  }
  return {
    table: withMeasured(table, widths, heights),
    closedRoads: [...closed].sort((a, b) => a - b),
    verdicts,
    matches,
  };
}

function keepLeast(values: Map<number, number>, road: number, value: number | null): void {
  if (value !== null) values.set(road, Math.min(value, values.get(road) ?? Infinity));
}

function withMeasured(
  table: RoadTable,
  widths: ReadonlyMap<number, number>,
  heights: ReadonlyMap<number, number>,
): RoadTable {
  if (widths.size === 0 && heights.size === 0) return table;
  const leastWidthsMeters = table.leastWidthsMeters.slice();
  const mostWidthsMeters = table.mostWidthsMeters.slice();
  const maxHeightsMeters = table.maxHeightsMeters.slice();
  for (const [road, meters] of widths) {
    leastWidthsMeters[road] = meters;
    mostWidthsMeters[road] = meters;
  }
  for (const [road, meters] of heights) maxHeightsMeters[road] = meters;
  return { ...table, leastWidthsMeters, mostWidthsMeters, maxHeightsMeters };
}
