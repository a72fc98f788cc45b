/* Long: every kind of finding is drawn as a small network, with the same few builders. */
import { describe, expect, it } from 'vitest';
import type { SupportersHidden } from '#domain/access/supporters-hidden';
import type { Position } from '#domain/geo/position';
import { OUTSIDE_JUDGEMENT } from '#domain/hazard/judgement';
import { type LieOfPlace, lieOfPlace } from '#domain/hazard/lie-of-place';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Result } from '#domain/problem';
import { NO_POSITION } from '#domain/resident/accuracy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { STRETCHER, WALKING_IMPAIRED } from '#domain/routing/profiles/walking';
import type { Route } from '#domain/routing/route/route';
import { explainChain } from '#domain/routing/whole-chain/explain-chain';
import { type FoundChain, findChain } from '#domain/routing/whole-chain/find-chain';
import { GRAVITIES } from '#domain/routing/whole-chain/finding';
import type { CheckedPlace } from '#domain/routing/whole-chain/place-findings';
import { profileFor } from '#domain/routing/whole-chain/profile-for';
import type { CheckedWay } from '#domain/routing/whole-chain/way-findings';
import { at, box, zoneOf } from '../hazard/support/zones.ts';
import { cellAt, readRoads } from './support/drawing.ts';
import { roadNumber, routerOf } from './support/routers.ts';

/* H home, S supporter, E and F shelters; the street from H to E runs through a red zone. */
const TOWN = `
  S---H---E
  |       |
  |       |
  |       |
  K-------F
`;
const H = cellAt(4, 0);
const S = cellAt(0, 0);
const E = cellAt(8, 0);
const F = cellAt(8, 4);
const RED_BEFORE_E = zoneOf([[box(55, -10, 65, 10)]], { id: 'red' });

const idsOf = (way: Result<Route>) => (way.ok ? way.value.roadIds.join(' ') : way.problem.code);
const chainOf = (
  found: FoundChain | null,
): { destination: number | null; direct: string; ways: string[][]; better: unknown[] } => {
  if (found === null) throw new Error('stopped');
  return {
    destination: found.destination,
    direct: idsOf(found.direct),
    ways: found.supporters.map((one) =>
      [one.toHome, one.toSupporter, one.fromSupporter].map(idsOf),
    ),
    better: found.supporters.map(({ meeting }) => meeting.better),
  };
};

describe('every way of one evacuation', () => {
  const router = () => routerOf(readRoads(TOWN), { zones: [RED_BEFORE_E] });

  it('takes the best destination for the home, and not the nearest', () => {
    const found = findChain(router(), router(), { home: H, supporters: [], destinations: [E, F] });
    expect(chainOf(found)).toMatchObject({ destination: 1, direct: 'SH SK KF' });
  });

  it('keeps to the destination that was chosen, through red where nothing else leads there', () => {
    const one = router();
    setClosed(one.metric, roadNumber(one.metric, 'EF'), true);
    const found = findChain(one, one, { home: H, supporters: [], destinations: [E] });
    expect(chainOf(found)).toMatchObject({ destination: 0, direct: 'HE' });
    expect(found?.direct.ok && found.direct.value.exposure.redMeters).toBeCloseTo(10, 1);
  });

  it('looks for both ways to meet, and has them meet where less time is lost', () => {
    const slow = routerOf(readRoads(TOWN), {
      zones: [RED_BEFORE_E],
      profile: WALKING_IMPAIRED,
    });
    const found = findChain(slow, router(), { home: H, supporters: [S], destinations: [F] });
    // The way to the shelter leads past the supporter's door: to fetch the resident is a way to and fro.
    expect(chainOf(found)).toEqual({
      destination: 0,
      direct: 'SH SK KF',
      ways: [['SH', 'SH', 'SK KF']],
      better: ['at-supporter'],
    });
    const [meeting] = (found?.supporters ?? []).map((one) => one.meeting);
    expect(meeting?.atHome?.seconds).toBeCloseTo(40 + 320, 0);
    expect(meeting?.atSupporter?.seconds).toBeCloseTo(320, 0);
  });

  it('sends nobody out alone where both ways are alike, and goes round red first', () => {
    const one = router();
    // K lies beyond: to meet there would be as long as to be fetched and go on to E.
    const alike = findChain(one, one, { home: H, supporters: [H], destinations: [F] });
    expect(chainOf(alike).better).toEqual(['at-home']);
    const roads = readRoads('S---H---E\n');
    const red = routerOf(roads, { zones: [zoneOf([[box(10, -10, 30, 10)]])] });
    // On the supporter's way to the home lies red; going there and back it would be gone twice.
    const forced = findChain(red, red, { home: H, supporters: [S], destinations: [E] });
    expect(chainOf(forced).better).toEqual(['at-home']);
  });

  it('sends nobody to a supporter who has to be pushed or carried', () => {
    const carried = routerOf(readRoads(TOWN), { profile: STRETCHER });
    const found = findChain(carried, router(), { home: H, supporters: [S], destinations: [F] });
    expect(chainOf(found)).toMatchObject({
      ways: [['SH', 'chain.cannot-go-alone', 'chain.cannot-go-alone']],
      better: ['at-home'],
    });
  });

  it('says of each way that is missing why, and finds the others', () => {
    const one = router();
    for (const id of ['SK', 'EF']) setClosed(one.metric, roadNumber(one.metric, id), true);
    const question = { home: H, supporters: [S, null], destinations: [F] };
    expect(chainOf(findChain(one, one, question))).toEqual({
      destination: 0,
      direct: 'route.unreachable',
      ways: [
        ['SH', 'SH', 'route.unreachable'],
        ['chain.supporter-not-placed', 'chain.supporter-not-placed', 'chain.supporter-not-placed'],
      ],
      better: [null, null],
    });
    const homeless = { home: null, supporters: [S], destinations: [E, F] };
    expect(chainOf(findChain(one, one, homeless))).toMatchObject({
      destination: null,
      direct: 'chain.home-not-placed',
    });
    const nowhere = findChain(one, one, { home: H, supporters: [], destinations: [] });
    expect(chainOf(nowhere).direct).toBe('chain.no-destination');
  });

  it('can be stopped', () => {
    const stop = { mostSettled: 0 };
    const one = router();
    expect(findChain(one, one, { home: H, supporters: [], destinations: [E, F] }, stop)).toBeNull();
  });
});

describe('how a place lies to the zones around it', () => {
  const zones = buildZoneIndex([
    zoneOf([[box(0, 0, 100, 100)]], { id: 'red' }),
    zoneOf([[box(0, 0, 300, 300)]], { id: 'yellow', zoneClass: 'yellow' }),
    zoneOf([[box(600, 0, 700, 100)]], {
      ...{ id: 'before', zoneClass: 'red-before-designation', phenomenon: 'landslide' },
    }),
    zoneOf([[box(2000, 0, 2100, 100)]], { id: 'far', phenomenon: 'slope-failure' }),
  ]);
  const house = (position: Position) =>
    ({ accuracy: 'building', position, radiusMeters: 5 }) as const;
  const lieAt = (east: number, north: number) =>
    lieOfPlace(zones, house(at(east, north)), { marginMeters: 10 });
  const told = ({ nearest }: LieOfPlace) =>
    nearest.map((zone) => [zone.zoneId, zone.relation, Math.round(zone.signedDistanceMeters)]);

  it('tells the nearest of each kind with its distance, outside ones too, and none beyond 500 m', () => {
    const lie = lieAt(150, 50);
    expect(lie.judgement).toMatchObject({ relation: 'inside', redRelation: 'outside' });
    expect(told(lie)).toEqual([
      ['yellow', 'inside', -50],
      ['red', 'outside', 50],
      ['before', 'outside', 450],
    ]);
  });

  it('says of a place known to its town only that it cannot be judged, and of none nothing', () => {
    const town = { accuracy: 'town', position: at(350, 50), radiusMeters: 400 } as const;
    const lie = lieOfPlace(zones, town, { marginMeters: 10 });
    expect(lie.judgement.relation).toBe('undetermined');
    expect(told(lie).map(([, relation]) => relation)).toEqual(Array(3).fill('undetermined'));
    const none = lieOfPlace(zones, NO_POSITION, { marginMeters: 10 });
    expect(none).toMatchObject({ judgement: { relation: 'undetermined' }, nearest: [] });
  });
});

describe('what is said of a chain', () => {
  const sentence = { ja: '区域外(区域データ 2026年1月1日)', en: 'Not in a designated zone' };
  const outside: LieOfPlace = { judgement: OUTSIDE_JUDGEMENT, nearest: [] };
  const place = (given: Partial<CheckedPlace> = {}): CheckedPlace => ({
    key: 'home',
    label: { ja: '自宅', en: 'Home' },
    accuracy: 'building',
    lie: outside,
    sentence,
    ...given,
  });
  const way = (result: Result<Route>, given: Partial<CheckedWay> = {}): CheckedWay => ({
    key: { kind: 'direct', supporter: null },
    label: { ja: '自宅から避難先まで', en: 'Home to destination' },
    isOnFoot: true,
    route: result.ok ? result.value : null,
    problem: result.ok ? null : result.problem,
    offRoadInRedMeters: 0,
    ...given,
  });
  const forcedWay = () => {
    const one = routerOf(readRoads('H---E\n'), { zones: [zoneOf([[box(10, -10, 30, 10)]])] });
    const found = findChain(one, one, {
      ...{ home: cellAt(0, 0), supporters: [], destinations: [cellAt(4, 0)] },
    });
    if (found === null) throw new Error('stopped');
    return found.direct;
  };
  const NOBODY = { hasZoneData: true, supporters: [], supportersHidden: null };

  it('tells the worst first, in words that stand for themselves', () => {
    const red = { ...OUTSIDE_JUDGEMENT, relation: 'inside', redRelation: 'inside' } as const;
    const findings = explainChain({
      ...NOBODY,
      places: [
        place(),
        place({
          key: 'destination',
          label: { ja: '避難先「山手小学校」', en: 'Destination' },
          lie: { judgement: red, nearest: [] },
          isForLandslides: false,
        }),
      ],
      ways: [way(forcedWay())],
    });
    expect(findings.map(({ gravity, code }) => [gravity, code])).toEqual([
      ['danger', 'place-in-red'],
      ['danger', 'way-in-red'],
      ['danger', 'not-for-landslides'],
      ['caution', 'no-supporter'],
      ['unknown', 'slope-unknown'],
      ['note', 'place-outside'],
    ]);
    expect(findings[1]?.ja).toBe(
      '自宅から避難先まで:特別警戒区域を20メートル通ります(土石流20メートル)',
    );
    expect(JSON.stringify(findings)).not.toMatch(/安全|safe/i);
  });

  it('tells a straight way without a road, of which nobody knows what lies on it', () => {
    const one = routerOf(readRoads('H---E\n'));
    const question = { home: cellAt(1, 8), supporters: [], destinations: [cellAt(4, 0)] };
    const found = findChain(one, one, question);
    if (found === null) throw new Error('stopped');
    const [finding] = explainChain({ ...NOBODY, places: [], ways: [way(found.direct)] }).filter(
      ({ code }) => code === 'off-road',
    );
    expect(finding).toMatchObject({ gravity: 'unknown', amount: expect.closeTo(80, 1) });
    expect(finding?.ja).toContain('80メートル');
    const inRed = explainChain({
      ...NOBODY,
      places: [],
      ways: [way(found.direct, { offRoadInRedMeters: 80 })],
    });
    expect(inRed[0]).toMatchObject({ gravity: 'danger', code: 'off-road-in-red', amount: 80 });
    expect(inRed.map(({ code }) => code)).not.toContain('off-road');
  });

  it('without zone data says nothing of zones but that', () => {
    const findings = explainChain({
      ...NOBODY,
      hasZoneData: false,
      places: [place()],
      ways: [way(forcedWay())],
    });
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('no-zone-data');
    expect(codes.filter((code) => /zone|red|outside/.test(code))).toEqual(['no-zone-data']);
  });

  it('leaves out what lies on the way to meet that is not taken', () => {
    const ways = [
      way(forcedWay(), { key: { kind: 'to-home', supporter: 0 } }),
      way(forcedWay(), { key: { kind: 'to-supporter', supporter: 0 } }),
    ];
    const supporter = { number: 0, label: { ja: '支援者', en: 'Supporter' }, isPlaced: true };
    const cost = { redMeters: 20, seconds: 60 };
    const meeting = { better: 'at-supporter', atHome: null, atSupporter: cost } as const;
    const findings = explainChain({
      ...{
        hasZoneData: true,
        places: [],
        ways,
        supporters: [{ ...supporter, meeting }],
        supportersHidden: null,
      },
    });
    const red = findings.filter(({ code }) => code === 'way-in-red');
    expect(red.map(({ way: key }) => key?.kind)).toEqual(['to-supporter']);
    expect(findings.at(-1)).toMatchObject({ code: 'better-at-supporter', gravity: 'note' });
  });

  it('tells who helps as unknown where the roster does not say, never as nobody', () => {
    const told = (supporters: [] | null, supportersHidden: SupportersHidden | null = null) =>
      explainChain({ hasZoneData: true, places: [], ways: [], supporters, supportersHidden });
    expect(told(null)).toMatchObject([{ code: 'supporters-not-known' }]);
    expect(told([])).toMatchObject([{ code: 'no-supporter' }]);
    const hidden = { code: 'supporters-hidden', gravity: 'unknown' };
    const [byConsent] = told(null, 'no-consent');
    expect(byConsent).toMatchObject({ ...hidden, ja: expect.stringContaining('同意がないため') });
    const [byRole] = told(null, 'role');
    expect(byRole).toMatchObject({ ...hidden, ja: expect.not.stringContaining('同意') });
  });

  it('knows no level for a chain that is in order', () => {
    expect(GRAVITIES.join(' ')).not.toMatch(/ok|fine|safe|passed/);
  });
});

describe('how somebody moves, by what is known', () => {
  const fact = <Value>(value: Value | null) => ({ value, source: null, asOf: null });
  type Level = Parameters<typeof profileFor>[0]['careLevel']['value'];
  type Kind = NonNullable<
    Parameters<typeof profileFor>[0]['disabilities']['value']
  >[number]['kind'];
  const by = (careLevel: Level, disabilities: [Kind, string | null][] | null) =>
    profileFor({
      careLevel: fact(careLevel),
      disabilities: fact(disabilities?.map(([kind, grade]) => ({ kind, grade })) ?? null),
    })?.profileId ?? null;

  it.each<[Level, [Kind, string | null][] | null, string | null]>([
    ['25', null, 'stretcher'],
    ['24', [], 'wheelchair-assisted'],
    ['12', [['lower-limb', '2']], 'wheelchair-assisted'],
    [null, [['trunk', '5']], 'walking-impaired'],
    ['13', null, 'walking-impaired'],
    ['01', [], 'walking-elderly'],
    ['01', null, null],
    [null, [['hearing', '2']], null],
    [null, null, null],
  ])('care level %s, disabilities %j: %s', (level, disabilities, profile) =>
    expect(by(level, disabilities)).toBe(profile),
  );
});
