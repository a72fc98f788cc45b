import { expect, test } from 'vitest';
import { countedPeopleOf, placesOf } from '#contract/check-points';
import { problemSchema } from '#contract/common';
import { residentPageSchema } from '#contract/resident';
import {
  checkPointsSchema,
  residentRowsSchema,
  scenarioCheckSchema,
  scenarioListSchema,
  scenarioSchema,
} from '#contract/scenario';
import { judgeScenario } from '#domain/scenario/judge-scenario';
import { tallyScenario } from '#domain/scenario/tally-scenario';
import { square } from '../services/support.ts';
import { at, PEOPLE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

const GEOMETRY = square(...at(900, 0), 300);
const SCENARIO = {
  name: '谷の上流',
  purpose: '想定の打合せ',
  author: '試験 職員',
  marginMeters: 10,
  geometry: GEOMETRY,
  drawing: {
    shape: { type: 'Polygon', coordinates: GEOMETRY.coordinates[0] },
    bufferMeters: 0,
  },
};

describeApp('hypothetical zones over HTTP', (bench) => {
  const send = (path: string, method: string, body?: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const create = async (more: object = {}) => {
    const response = await send('/scenarios', 'POST', { ...SCENARIO, ...more });
    expect(response.status).toBe(201);
    return scenarioSchema.parse(await response.json());
  };
  const names = async () =>
    (await bench().read(scenarioListSchema, '/scenarios')).scenarios.map(({ name }) => name);

  test('is kept to the last digit, found by its id, saved, and an old version is refused', async () => {
    const made = await create();
    const path = `/scenarios/${made.id}`;
    const read = await bench().read(scenarioSchema, path);
    expect(read.geometry).toEqual(GEOMETRY);
    expect(read).toMatchObject({ version: 1, purpose: '想定の打合せ', author: '試験 職員' });
    const renamed = { ...SCENARIO, version: 1, name: '谷の下流' };
    const saved = await send(path, 'PUT', renamed);
    expect(scenarioSchema.parse(await saved.json())).toMatchObject({
      version: 2,
      name: '谷の下流',
    });
    const stale = await send(path, 'PUT', renamed);
    expect(stale.status).toBe(409);
    expect(problemSchema.parse(await stale.json()).code).toBe('scenario.stale');
  });

  test('is deleted, and that is taken back', async () => {
    const { id } = await create({ name: '消すもの' });
    expect((await send(`/scenarios/${id}`, 'DELETE')).status).toBe(200);
    expect(await names()).not.toContain('消すもの');
    expect((await bench().ask(`/scenarios/${id}`)).status).toBe(404);
    expect((await send(`/scenarios/${id}`, 'DELETE')).status).toBe(404);
    expect((await send(`/scenarios/${id}/restore`, 'POST')).status).toBe(200);
    expect(await names()).toContain('消すもの');
  });

  test('what is no area is refused', async () => {
    const wrong = (coordinates: unknown) =>
      send('/scenarios', 'POST', { ...SCENARIO, geometry: { type: 'MultiPolygon', coordinates } });
    expect((await wrong([])).status).toBe(400);
    expect((await wrong([[[[1, 2]]]])).status).toBe(400);
    const open = [
      [1, 2],
      [1, 3],
      [2, 3],
      [2, 2],
    ];
    expect((await wrong([[open]])).status).toBe(400);
    expect(
      (
        await wrong([
          [
            [
              [1, 2],
              [1, 3],
              [999, 3],
              [1, 2],
            ],
          ],
        ])
      ).status,
    ).toBe(400);
    expect((await send('/scenarios', 'POST', { ...SCENARIO, name: ' ' })).status).toBe(400);
  });

  test('says whom it concerns: new, already inside, undetermined; names only where asked', async () => {
    const { id } = await create({ geometry: square(...at(400, 0), 1200) });
    const check = await bench().read(scenarioCheckSchema, `/scenarios/${id}/check`);
    // 004 stands outside of every zone in force; 001 and 002 in one already; 005 is known by town.
    expect(check.tally).toMatchObject({ people: PEOPLE.length, inside: 4, alreadyInside: 2 });
    expect(check.tally.newlyInside).toBe(2);
    expect(check.tally.undetermined).toBe(2);
    const { rows } = await bench().read(residentPageSchema, '/residents');
    const four = rows.find(({ rosterNumber }) => rosterNumber === '004');
    expect(check.people.find((one) => one.id === four?.id)?.relation).toBe('inside');

    const points = await bench().ask('/check-points');
    expect(points.headers.get('Cache-Control')).toBe('no-store');
    expect(await points.text()).not.toMatch(/架空|見本|仮名/);
    const ids = check.people.map((one) => one.id);
    const asked = await send('/residents/by-ids', 'POST', { ids });
    const named = residentRowsSchema.parse(await asked.json());
    expect(named.rows.map((one) => one.id).sort()).toEqual([...ids].sort());

    const file = await bench().ask(`/scenarios/${id}/people.csv`);
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(check.people.length + 1);
    expect(lines[1]).toContain('想定: 谷の上流');
    // A name that begins like a formula stays a text.
    expect(lines.some((line) => line.includes("'=架空 四郎"))).toBe(true);
  });

  test('browser and server judge alike: the same function over what goes over the wire', async () => {
    const points = await bench().read(checkPointsSchema, '/check-points');
    for (const meters of [80, 150, 400, 1900]) {
      const { id, geometry } = await create({ geometry: square(...at(60, 40), meters) });
      const judged = judgeScenario(geometry, placesOf(points), SCENARIO.marginMeters);
      const relations = judged.map(({ relation }) => relation);
      const server = await bench().read(scenarioCheckSchema, `/scenarios/${id}/check`);
      expect(server.tally).toEqual(tallyScenario(countedPeopleOf(points), relations));
      const own = points.ids.flatMap((person, place) =>
        relations[place] === 'outside' ? [] : [[person, judged[place]]],
      );
      const theirs = server.people.map(({ id: person, ...judgement }) => [person, judgement]);
      expect(new Map(theirs as [string, unknown][])).toEqual(new Map(own as [string, unknown][]));
      expect(own.length).toBeGreaterThan(0);
    }
  });
});
