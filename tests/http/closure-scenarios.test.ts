import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  type ClosureScenario,
  closureComparisonSchema,
  closureScenarioListSchema,
  closureScenarioSchema,
  type NewClosureScenario,
} from '#contract/closure-scenario';
import { problemSchema } from '#contract/common';
import { makeOsmXml } from '../support/make-osm.ts';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, ROADS } from './support/town-roads.ts';

const TRAVEL = { footProfile: 'walking-elderly', vehicleProfile: 'car' };

describeApp('sets of closures over HTTP', (bench) => {
  const send = (method: string, path: string, body?: unknown) =>
    bench().ask(`/closure-scenarios${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async <Schema extends z.ZodType>(schema: Schema, response: Response) => {
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    return schema.parse(await response.json());
  };
  const keep = async (given: NewClosureScenario) =>
    read(closureScenarioSchema, await send('POST', '', given));
  const problemOf = async (response: Response) => {
    const { code } = problemSchema.parse(await response.json());
    return [response.status, code];
  };
  const names = async () => {
    const { scenarios } = await bench().read(closureScenarioListSchema, '/closure-scenarios');
    return scenarios.map(({ name }) => name);
  };
  const compare = async (one: ClosureScenario, other: ClosureScenario | null) => {
    const body = { with: other?.id ?? null, ...TRAVEL };
    return read(closureComparisonSchema, await send('POST', `/${one.id}/compare`, body));
  };
  beforeAll(() => importInto(bench()));

  test('is kept with who and when, listed, opened and saved; an older version is refused', async () => {
    const kept = await keep({
      name: ' 橋と本通り ',
      note: '令和3年の大雨',
      closedRoads: [ROADS.bridge, ROADS.throughRed, 'way/99/0'],
    });
    expect(kept).toMatchObject({
      ...{ name: '橋と本通り', note: '令和3年の大雨', version: 1, roadCount: 2 },
      roads: [
        { name: '浜手橋', found: 'id', roadId: ROADS.bridge },
        { name: '本通り', found: 'id', roadId: ROADS.throughRed },
      ],
      ...{ closedPhenomena: [], closedArea: null, createdBy: kept.updatedBy },
    });
    expect(kept.createdBy).not.toBe('');
    // The middle of the road through the red zone, which is the middle of the town.
    expect(kept.roads[1]?.position[0]).toBeCloseTo(at(0, 0)[0], 4);
    expect(await names()).toContain('橋と本通り');
    const change = { name: '本通りだけ', closedRoads: [ROADS.throughRed] };
    const saved = await read(
      closureScenarioSchema,
      await send('PUT', `/${kept.id}`, { version: 1, ...change }),
    );
    expect(saved).toMatchObject({ name: '本通りだけ', version: 2, roadCount: 1 });
    const late = await send('PUT', `/${kept.id}`, { version: 1, ...change });
    expect(await problemOf(late)).toEqual([409, 'closure-scenario.stale']);
    expect(await problemOf(await send('POST', '', { name: '空' }))).toEqual([
      ...[422, 'closure-scenario.empty'],
    ]);
  });

  test('is deleted, and that is taken back', async () => {
    const { id } = await keep({ name: '消す', closedPhenomena: ['debris-flow'] });
    expect((await send('DELETE', `/${id}`)).status).toBe(200);
    expect(await names()).not.toContain('消す');
    const gone = await send('GET', `/${id}`);
    expect(await problemOf(gone)).toEqual([404, 'closure-scenario.unknown']);
    expect((await send('POST', `/${id}/restore`, {})).status).toBe(200);
    expect(await names()).toContain('消す');
  });

  test('two are compared: who is cut off by one alone, by district, and how much longer others go', async () => {
    const east = await keep({ name: '東への道', closedRoads: [ROADS.toTheEastSide] });
    const bridge = await keep({ name: '橋', closedRoads: [ROADS.bridge] });
    const answer = await compare(east, bridge);
    expect(answer.first).toMatchObject({ scenario: { name: '東への道' }, closedRoads: 1 });
    // 004 lives this side of the bridge, 007 beyond it: both are cut off by the one, 007 alone by the other.
    expect(answer.first.vehicle.cutOff.people).toBe(2);
    expect(answer.second.vehicle.cutOff.people).toBe(1);
    const only = answer.people.filter(({ vehicle }) => vehicle.onlyIn !== null);
    expect(only.map(({ name, vehicle }) => [name, vehicle.onlyIn])).toEqual([
      ['=架空 四郎', 'first'],
    ]);
    expect(answer.districts.find(({ name }) => name === '山手')?.vehicle).toEqual({
      ...{ both: 0, first: 1, second: 0 },
    });
    expect(answer.districts.find(({ name }) => name === '浜手')?.vehicle).toEqual({
      ...{ both: 1, first: 0, second: 0 },
    });
    const turned = await compare(bridge, east);
    expect(turned.people.find(({ name }) => name === '=架空 四郎')?.vehicle.onlyIn).toBe('second');
    // With itself nobody differs.
    expect((await compare(east, east)).people).toEqual([]);
  });

  test('one is compared with the roads as they are; a longer way is told with its seconds', async () => {
    const round = await keep({ name: '北通り', closedRoads: [ROADS.roundTheZone] });
    const answer = await compare(round, null);
    expect(answer.second).toMatchObject({ scenario: null, closedRoads: 0 });
    expect(answer.first.foot.cutOff.people).toBe(0);
    expect(answer.second.foot.detours).toEqual({
      ...{ people: 0, medianSeconds: null, longestSeconds: null, redder: 0 },
    });
    const east = await keep({ name: '公園へ', closedRoads: [ROADS.toThePark] });
    const park = await compare(east, null);
    expect(park.first.foot.detours.people).toBeGreaterThan(0);
    const longer = park.people.find(({ foot }) => foot.first.state === 'longer');
    expect(longer?.foot).toMatchObject({ onlyIn: null, second: { state: 'as-before' } });
  });

  test('who is shown is written down; who may not keep or see is refused', async () => {
    const { id } = await keep({ name: '見る人', closedPhenomena: ['debris-flow'] });
    const lines = () =>
      bench().context.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM audit_entry WHERE action = 'people.routes'`,
      );
    const [before] = await lines();
    await send('POST', `/${id}/compare`, { with: null, ...TRAVEL });
    const [after] = await lines();
    expect(after?.count).toBe((before?.count ?? 0) + 1);
    const coordinator = await openAs(bench().context, 'drill-coordinator');
    expect((await coordinator('/closure-scenarios')).status).toBe(200);
    const body = { name: 'x', closedPhenomena: ['debris-flow'] };
    expect((await coordinator('/closure-scenarios', body)).status).toBe(403);
    expect((await (await openAs(bench().context, 'supporter'))('/closure-scenarios')).status).toBe(
      403,
    );
  });

  describe('with roads that were cut anew', () => {
    test('a road is found again by where it lies, and one that has gone is told', async () => {
      const kept = await keep({
        name: '前の道路',
        closedRoads: [ROADS.throughRed, ROADS.bridge, ROADS.toThePark],
      });
      const node = (id: number, east: number, north: number): [number, number, number] => [
        id,
        ...at(east, north),
      ];
      // 本通り under another id, the bridge as before, no way to the park.
      const sketch = {
        nodes: [
          node(1, -400, 0),
          node(2, -200, 0),
          node(3, 200, 0),
          node(4, 900, -30),
          node(8, 2700, 1110),
        ],
        ways: [
          [70, [1, 2, 3, 4], { highway: 'residential', name: '本通り' }],
          [13, [4, 8], { highway: 'tertiary', name: '浜手橋', bridge: 'yes' }],
          [71, [2, 1], { highway: 'footway' }],
        ],
      } as Parameters<typeof makeOsmXml>[0];
      await importInto(bench(), 'osm', makeOsmXml(sketch));
      const opened = async () => read(closureScenarioSchema, await send('GET', `/${kept.id}`));
      await expect
        .poll(async () => (await opened()).roads.map(({ found }) => found).join(), {
          timeout: 20_000,
        })
        .toContain('gone');
      expect((await opened()).roads.map(({ name, found }) => [name, found])).toEqual([
        ['本通り', 'place'],
        ['浜手橋', 'id'],
        [null, 'gone'],
      ]);
      expect((await compare(kept, null)).first).toMatchObject({ closedRoads: 2, lostRoads: 1 });
    });
  });
});
