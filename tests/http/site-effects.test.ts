import { beforeAll, expect, test } from 'vitest';
import { cutOffAnswerSchema, cutsAnswerSchema } from '#contract/cut-off';
import { routeAnswerSchema } from '#contract/route';
import {
  type NewSiteOverride,
  siteOverrideDetailSchema,
  siteOverrideRoadsSchema,
} from '#contract/site-override';
import { makeOsmXml } from '../support/make-osm.ts';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { importInto, PLACES, ROADS } from './support/town-roads.ts';

const FACTS: NewSiteOverride['facts'] = {
  closed: null,
  widthMeters: null,
  heightMeters: null,
  passability: [],
  turningPlace: null,
  hydrant: null,
  note: '',
};
const CLOSED = { closed: { from: null, until: null } };
/** 北通り from west to east: its middle part is the one that is told of. */
const NORTH_STREET = { source: 'osm', id: ROADS.roundTheZone, middle: at(-25, 220) };
const NORTH_STREET_PARTS = [
  { source: 'osm', id: 'way/11/0', middle: at(-200, 110) },
  NORTH_STREET,
  { source: 'osm', id: 'way/11/2', middle: at(175, 110) },
];
const TO_THE_EAST = { source: 'osm', id: ROADS.toTheEastSide, middle: at(550, -15) };

describeApp('what was found on site bears on routes at once', (bench) => {
  const send = (method: string, path: string, body: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const say = async (facts: object, road: NewSiteOverride['road'] = NORTH_STREET) => {
    const override = { road, facts: { ...FACTS, ...facts }, expiresAt: null };
    const response = await send('POST', '/site-overrides', override);
    expect(response.status, await response.clone().text()).toBe(201);
    const { id } = siteOverrideDetailSchema.parse(await response.json());
    return {
      id,
      takeBack: (version = 1) =>
        send('PUT', `/site-overrides/${id}/taken-back`, { version, isTakenBack: true }),
    };
  };
  /** Of the whole street. */
  const sayOfAll = async (facts: object) => {
    const said: Awaited<ReturnType<typeof say>>[] = [];
    for (const road of NORTH_STREET_PARTS) said.push(await say(facts, road));
    return {
      ids: said.map(({ id }) => id),
      takeBack: async () => {
        for (const one of said) await one.takeBack();
      },
    };
  };
  const route = async (profile = 'walking-elderly', to: readonly number[] = PLACES.middle) => {
    const question = { from: PLACES.west, to, profile, policy: 'keep-out-of-red' };
    const response = await send('POST', '/routes', question);
    expect(response.status, await response.clone().text()).toBe(200);
    const { routes, onSite } = routeAnswerSchema.parse(await response.json());
    return { roadIds: routes[0]?.roadIds, unknown: routes[0]?.unknown, onSite };
  };
  const roads = () => bench().read(siteOverrideRoadsSchema, '/site-overrides/roads');

  beforeAll(() => importInto(bench()));

  test('a road that is closed is gone round, until that is taken back', async () => {
    expect(await route()).toMatchObject({ onSite: { closedRoads: 0, roads: [] } });
    const { takeBack } = await say(CLOSED);
    const around = await route();
    expect(around.roadIds).toContain(ROADS.throughRed);
    expect(around.onSite.closedRoads).toBe(1);
    await takeBack();
    expect((await route()).roadIds).toContain(ROADS.roundTheZone);
  });

  test('a closure of another time closes nothing now', async () => {
    const later = { closed: { from: '2026-11-24T13:00:00+09:00', until: null } };
    const { takeBack } = await say(later);
    expect((await route()).roadIds).toContain(ROADS.roundTheZone);
    await takeBack();
  });

  test('a measured width answers what the data leave open, and the route says that it rests on it', async () => {
    const unknownIds = async () => (await route('pumper')).unknown?.map(({ roadId }) => roadId);
    expect(await unknownIds()).toEqual(NORTH_STREET_PARTS.map(({ id }) => id));
    const { ids, takeBack } = await sayOfAll({ widthMeters: 4.5 });
    const measured = await route('pumper');
    expect(measured.unknown).toEqual([]);
    expect(measured.roadIds).toContain(ROADS.roundTheZone);
    const byRoad = measured.onSite.roads.toSorted((a, b) => (a.roadId < b.roadId ? -1 : 1));
    expect(byRoad.map(({ overrideIds }) => overrideIds)).toEqual(ids.map((id) => [id]));
    expect(byRoad[1]).toMatchObject({ roadId: ROADS.roundTheZone, name: '北通り' });
    expect(byRoad[1]?.reasons[0]).toMatchObject({
      code: 'measured-width',
      ja: '現地で測った幅員 4.5 m',
    });
    await takeBack();
    expect(await unknownIds()).toHaveLength(3);
  });

  test('what one vehicle does not pass, others do', async () => {
    const verdict = (isPassable: boolean) => ({
      passability: [{ profileId: 'pumper', isPassable }],
    });
    const refused = await say(verdict(false));
    expect((await route('pumper')).roadIds).toContain(ROADS.throughRed);
    expect((await route('car')).roadIds).toContain(ROADS.roundTheZone);
    await refused.takeBack();
    const passed = await sayOfAll(verdict(true));
    const { unknown, onSite } = await route('pumper');
    expect(unknown).toEqual([]);
    expect(onSite.roads[0]?.reasons).toMatchObject([{ code: 'site-passable' }]);
    expect((await route('car')).onSite.roads).toEqual([]);
    await passed.takeBack();
  });

  test('who is cut off by what is closed already is not cut off by the question', async () => {
    const question = { footProfile: 'walking-elderly', vehicleProfile: 'car' };
    const cutOff = async (closedRoads: readonly string[]) => {
      const response = await send('POST', '/routes/cut-off', { ...question, closedRoads });
      const { vehicle } = cutOffAnswerSchema.parse(await response.json());
      return [vehicle.cutOff.people, vehicle.cutOffBefore.people];
    };
    const [byQuestion = 0] = await cutOff([ROADS.bridge]);
    expect(byQuestion).toBeGreaterThan(0);
    const bridge = { source: 'osm', id: ROADS.bridge, middle: at(1800, 540) };
    const { takeBack } = await say(CLOSED, bridge);
    expect(await cutOff([])).toEqual([0, byQuestion]);
    expect(await cutOff([ROADS.bridge])).toEqual([0, byQuestion]);
    await takeBack();
    expect(await cutOff([])).toEqual([0, 0]);
  });

  test('what a browser keeps of cuts is no longer good once a road is closed', async () => {
    const ask = (etag = '') =>
      bench().ask('/routes/cuts?profile=car', { headers: { 'If-None-Match': etag } });
    const first = await ask();
    const etag = first.headers.get('ETag') ?? '';
    const { cuts } = cutsAnswerSchema.parse(await first.json());
    expect(cuts.map(({ id }) => id)).toContain(ROADS.toTheEastSide);
    expect((await ask(etag)).status).toBe(304);
    const { takeBack } = await say(CLOSED, TO_THE_EAST);
    const closed = await ask(etag);
    expect(closed.status).toBe(200);
    const after = cutsAnswerSchema.parse(await closed.json());
    expect(after.cuts.map(({ id }) => id)).not.toContain(ROADS.toTheEastSide);
    await takeBack();
  });

  test('when ids have shifted it is found by where it lies; where no road is any more it is told', async () => {
    const kept = await say({ widthMeters: 4.2 });
    const lost = await say(CLOSED, { source: 'osm', id: 'way/99/0', middle: at(0, 3000) });
    const before = await roads();
    const found = (all: typeof before, id: string) =>
      all.roads.find(({ overrideIds }) => overrideIds.includes(id));
    expect(found(before, kept.id)).toMatchObject({
      ...{ found: 'id', roadId: ROADS.roundTheZone, name: '北通り', message: null },
    });
    expect(found(before, kept.id)?.line).toHaveLength(2);
    expect(found(before, lost.id)).toMatchObject({ found: 'gone', roadId: null, line: [] });
    expect(found(before, lost.id)?.message?.ja).toContain('反映されていません');

    const shifted = makeOsmXml({
      nodes: [
        [1, ...at(-400, 0)],
        [2, ...at(-200, 0)],
        [3, ...at(200, 0)],
        [6, ...at(-200, 223)],
        [7, ...at(150, 223)],
      ],
      ways: [
        [70, [1, 2, 3], { highway: 'residential', width: '6' }],
        [71, [2, 6, 7, 3], { highway: 'residential' }],
      ],
    });
    await importInto(bench(), 'osm', shifted);
    let after = await roads();
    for (let turn = 0; turn < 50 && !after.data.isCurrent; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      after = await roads();
    }
    expect(found(after, kept.id)).toMatchObject({ found: 'place', roadId: 'way/71/0' });
    expect(found(after, kept.id)?.message?.ja).toContain('位置から');
    expect((await route('pumper', at(190, 0))).onSite.roads).toMatchObject([
      { roadId: 'way/71/0', reasons: [{ code: 'measured-width' }] },
    ]);
  });
});
