import { describe, expect, it } from 'vitest';
import type { SiteFinding } from '#domain/road/override';
import type { RoadNetwork } from '#domain/road/road';
import { KEEP_OUT_OF_RED } from '#domain/routing/cost/policy';
import { buildMetric } from '#domain/routing/cost/route-metric';
import { noExposure } from '#domain/routing/exposure/road-exposure';
import { buildTopology } from '#domain/routing/graph/build-topology';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { applyFindings } from '#domain/routing/overrides/apply-overrides';
import { siteReasonsOf } from '#domain/routing/overrides/site-reasons';
import { assessRoads } from '#domain/routing/profiles/assessment';
import { reasonsOf } from '#domain/routing/profiles/reasons';
import { AMBULANCE, PUMPER } from '#domain/routing/profiles/vehicles';
import { createRouter, findRoute } from '#domain/routing/router';
import { textAt, unpackTexts } from '#domain/text/packed-texts';
import { at } from '../hazard/support/zones.ts';
import { cellAt, OPEN_TO_ALL, readRoads, roadBetween } from './support/drawing.ts';

/** AB has a class that holds the pumper's 4 m, CD is known to be narrower. */
const STREETS = readRoads(
  `
    A-------B
    |       |
    C-------D
  `,
  {
    AB: { width: { leastMeters: 3, mostMeters: 5.5, from: 'gsi-class' } },
    CD: { width: { leastMeters: 0, mostMeters: 3, from: 'gsi-class' } },
  },
);

function finding(id: string, middle: SiteFinding['road']['middle'], given: Partial<SiteFinding>) {
  return {
    road: { source: 'osm', id, middle },
    overrideIds: [`o-${id}`],
    isClosed: false,
    widthMeters: null,
    heightMeters: null,
    passability: [],
    hydrants: [],
    ...given,
  } satisfies SiteFinding;
}
const AB = cellAt(4, 0);
const CD = cellAt(4, 2);

function apply(findings: readonly SiteFinding[], network: RoadNetwork = STREETS) {
  const table = buildRoadTable(network);
  const numberOf = (id: string) => {
    const number = unpackTexts(table.roadIds).indexOf(id);
    return number < 0 ? undefined : number;
  };
  const tree = buildRoadTree(table);
  const applied = applyFindings(table, tree, numberOf, 'osm', findings);
  const reasons = (id: string, profile = PUMPER) => {
    const verdicts = applied.verdicts.get(profile.id) ?? new Map();
    const { reasonBits } = assessRoads(applied.table, profile, { atNight: false, verdicts });
    return reasonsOf(reasonBits[numberOf(id) ?? -1] ?? -1);
  };
  return { table, tree, applied, reasons };
}

describe('what was found on site', () => {
  it('changes nothing where nothing was', () => {
    const { table, applied, reasons } = apply([]);
    expect(applied.table).toBe(table);
    expect(reasons('AB')).toEqual(['width-class']);
    expect(reasons('CD')).toEqual(['narrow']);
  });

  it('puts a measured width in place of a class, whichever way it turns out', () => {
    const wide = apply([finding('AB', AB, { widthMeters: 4 })]);
    expect(wide.reasons('AB')).toEqual([]);
    const narrow = apply([finding('AB', AB, { widthMeters: 3.9 })]);
    expect(narrow.reasons('AB')).toEqual(['narrow']);
    expect(narrow.reasons('AB', AMBULANCE)).toEqual([]);
    // The roads of the next question are those of the data.
    expect(narrow.table.leastWidthsMeters[0]).toBe(3);
  });

  it('puts a measured height in place of none', () => {
    const { reasons } = apply([finding('AC', cellAt(0, 1), { heightMeters: 3.5 })]);
    expect(reasons('AC')).toEqual(['low']);
    expect(reasons('BD')).toEqual([]);
  });

  it('turns unknown into passed for the vehicle it was said of alone, and says that it rests on that', () => {
    const said = finding('AB', AB, { passability: [{ profileId: 'pumper', isPassable: true }] });
    const { reasons } = apply([said]);
    expect(reasons('AB')).toEqual([]);
    expect(reasons('AB', AMBULANCE)).toEqual(['width-class']);
    expect(siteReasonsOf(said, 'pumper')).toEqual([{ code: 'site-passable' }]);
    expect(siteReasonsOf(said, 'ambulance')).toEqual([]);
  });

  it('refuses what is not passable, with its reason, whatever the data say', () => {
    const { reasons } = apply([
      finding('BD', cellAt(8, 1), { passability: [{ profileId: 'pumper', isPassable: false }] }),
      finding('CD', CD, { passability: [{ profileId: 'pumper', isPassable: true }] }),
    ]);
    expect(reasons('BD')).toEqual(['site-refused']);
    expect(reasons('BD', AMBULANCE)).toEqual([]);
    // Who drove through knows better than a class of width.
    expect(reasons('CD')).toEqual([]);
  });

  it('does not allow what is forbidden, and says nothing of what a bridge carries', () => {
    const network = readRoads('A---B---C', {
      AB: { access: { ...OPEN_TO_ALL, emergency: 'no' } },
      BC: { maxWeightTonnes: 5 },
    });
    const said = { passability: [{ profileId: 'pumper', isPassable: true }] };
    const findings = [finding('AB', cellAt(2, 0), said), finding('BC', cellAt(6, 0), said)];
    const { reasons } = apply(findings, network);
    expect(reasons('AB')).toEqual(['access']);
    expect(reasons('BC')).toEqual(['weak']);
  });

  it('sends a vehicle another way round', () => {
    const routeWith = (findings: readonly SiteFinding[]) => {
      const { tree, applied } = apply(findings);
      const verdicts = applied.verdicts.get('pumper') ?? new Map();
      const assessment = assessRoads(applied.table, PUMPER, { atNight: false, verdicts });
      const topology = buildTopology(applied.table, PUMPER.mode);
      const exposure = noExposure(applied.table);
      const metric = buildMetric(applied.table, topology, assessment, exposure, KEEP_OUT_OF_RED);
      const found = findRoute(createRouter(metric, tree, null), cellAt(0, 0), cellAt(8, 0));
      return found.ok ? found.value : null;
    };
    expect(routeWith([])?.unknown.map(({ roadId }) => roadId)).toEqual(['AB']);
    const looked = finding('AB', AB, { widthMeters: 5 });
    expect(routeWith([looked])?.unknown).toEqual([]);
    const refused = { passability: [{ profileId: 'pumper', isPassable: false }] };
    const passed = { passability: [{ profileId: 'pumper', isPassable: true }] };
    const round = routeWith([finding('AB', AB, refused), finding('CD', CD, passed)]);
    expect(round?.roadIds).toEqual(['AC', 'CD', 'BD']);
  });

  it('names the roads that are closed at the moment', () => {
    const { table, applied } = apply([finding('CD', CD, { isClosed: true })]);
    expect(applied.closedRoads.map((road) => textAt(table.roadIds, road))).toEqual(['CD']);
  });
});

describe('a road whose id has shifted', () => {
  const closed = { isClosed: true };
  const closedIds = (findings: readonly SiteFinding[], network?: RoadNetwork) => {
    const { table, applied } = apply(findings, network);
    const ids = applied.closedRoads.map((road) => textAt(table.roadIds, road));
    return { ids, found: applied.matches.map(({ found }) => found) };
  };

  it('is found again by where it lies, a few metres off', () => {
    const moved = cellAt(4, 0.3);
    expect(closedIds([finding('way/9/9', moved, closed)])).toEqual({
      ids: ['AB'],
      found: ['place'],
    });
  });

  it('is found by where it lies where its id is another road’s now, or of another source', () => {
    expect(closedIds([finding('AB', CD, closed)])).toEqual({ ids: ['CD'], found: ['place'] });
    const other = finding('CD', AB, closed);
    const ofGsi = { ...other, road: { ...other.road, source: 'gsi-roads' } };
    expect(closedIds([ofGsi])).toEqual({ ids: ['AB'], found: ['place'] });
  });

  it('is told as gone where no road lies there, and changes nothing', () => {
    expect(closedIds([finding('way/9/9', at(40, 500), closed)])).toEqual({
      ids: [],
      found: ['gone'],
    });
  });

  it('is told as unclear where a bridge and the road under it may be meant', () => {
    const crossing: RoadNetwork = {
      ...readRoads('A-------B'),
      roads: [
        roadBetween('over', ['C', 'D'], [at(40, -60), at(40, 60)], { isBridge: true }),
        roadBetween('AB', ['A', 'B'], [at(0, 0), at(80, 0)]),
      ],
    };
    expect(closedIds([finding('way/9/9', at(40, 0), closed)], crossing)).toEqual({
      ids: [],
      found: ['unclear'],
    });
    // Its id says which of them it is.
    expect(closedIds([finding('over', at(40, 0), closed)], crossing).ids).toEqual(['over']);
  });

  it('holds the worse of what two findings say, where both are of one road now', () => {
    const { reasons, applied } = apply([
      finding('AB', AB, {
        widthMeters: 6,
        passability: [{ profileId: 'ambulance', isPassable: true }],
      }),
      finding('way/9/9', AB, {
        widthMeters: 3,
        passability: [{ profileId: 'ambulance', isPassable: false }],
      }),
    ]);
    expect(applied.matches.map(({ found }) => found)).toEqual(['id', 'place']);
    expect(reasons('AB')).toEqual(['narrow']);
    expect(reasons('AB', AMBULANCE)).toEqual(['narrow', 'site-refused']);
  });
});
