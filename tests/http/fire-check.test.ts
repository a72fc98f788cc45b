import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import {
  type FireCheckAnswer,
  type FireCheckQuestion,
  fireCheckAnswerSchema,
} from '#contract/fire-check';
import { districtListSchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, PLACES, ROADS } from './support/town-roads.ts';

const QUESTION: FireCheckQuestion = {
  stations: [{ name: '西署', position: PLACES.west }],
  profile: 'pumper',
  offRoadMeters: 150,
};
/** 北通り from west to east. */
const NORTH_STREET = [
  { id: 'way/11/0', middle: at(-200, 110) },
  { id: ROADS.roundTheZone, middle: at(-25, 220) },
  { id: 'way/11/2', middle: at(175, 110) },
];
/** 本通り is closed in the zone: 北通り is left, of unknown width. */
const ROUND = { ...QUESTION, closedRoads: [ROADS.throughRed] };

describeApp('the fire department’s check over HTTP', (bench) => {
  const post = (path: string, body: unknown) =>
    bench().ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const check = async (question: Partial<FireCheckQuestion> = {}) => {
    const response = await post('/routes/fire-check', { ...QUESTION, ...question });
    expect(response.status, await response.clone().text()).toBe(200);
    return fireCheckAnswerSchema.parse(await response.json());
  };
  const numbers = async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    return new Map(rows.map(({ id, rosterNumber }) => [rosterNumber, id]));
  };
  const personIn = async ({ people }: FireCheckAnswer, number: string) => {
    const id = (await numbers()).get(number);
    return people.find((one) => one.id === id);
  };
  const override = (facts: object, road: object) =>
    post('/site-overrides', {
      road: { source: 'osm', ...road },
      facts: {
        ...{ closed: null, widthMeters: null, heightMeters: null, passability: [] },
        ...{ turningPlace: null, hydrant: null, note: '', ...facts },
      },
      expiresAt: null,
    });

  test('a town without roads says so', async () => {
    const response = await post('/routes/fire-check', QUESTION);
    expect(response.status).toBe(422);
    expect(problemSchema.parse(await response.json()).code).toBe('route.no-roads');
  });

  test('says of everybody whom the actor sees how the vehicle comes there', async () => {
    await importInto(bench());
    const answer = await check();
    expect(answer.figures).toMatchObject({
      ...{ people: 6, reached: 5, 'check-on-site': 0, 'on-foot': 0, unreached: 0 },
      undetermined: 1,
      ...{ withoutPosition: 1, hydrantWithin: 0 },
    });
    expect(answer.toWalk).toEqual([]);
    expect(answer.data).toMatchObject({ roads: [{ source: 'osm' }], isCurrent: true });
    // Known by town alone: for the middle of that the vehicle is there, and nobody can tell for the house.
    const five = await personIn(answer, '005');
    expect(five).toMatchObject({ answer: 'undetermined', accuracy: 'town' });
    const four = await personIn(answer, '004');
    expect(four).toMatchObject({ answer: 'reached', district: '山手', isFarFromRoads: false });
    expect(four?.reach).toMatchObject({
      ...{ station: '西署', stationNumber: 0, unknownRoads: [], stoppedAt: null },
      hydrant: { state: 'not-recorded', meters: null },
    });
    // The house stands on the lane to the park. Metres of the town are 0.4 % short of metres.
    expect(four?.reach?.driveMeters).toBeCloseTo(1.0035 * (200 + 400 + 700.6 + 30), 0);
    expect(four?.reach?.seconds).toBeCloseTo((four?.reach?.driveMeters ?? 0) / (20 / 3.6), 1);
    expect(four?.reach?.walkOffRoadMeters).toBeCloseTo(0, 1);
    const districts = answer.districts.map(({ name, people }) => [name, people]);
    expect(districts).toEqual([
      ['山手', 5],
      ['浜手', 1],
    ]);
  });

  test('is not told as there where nobody knows what lies between the road and the house', async () => {
    const answer = await check({ offRoadMeters: 50 });
    const two = await personIn(answer, '002');
    expect(two).toMatchObject({ answer: 'check-on-site', isFarFromRoads: true });
    expect(two?.reach?.walkOffRoadMeters).toBeCloseTo(75, 0);
  });

  test('names what has to be looked at, ranked by the people behind it', async () => {
    const answer = await check(ROUND);
    const four = await personIn(answer, '004');
    expect(four?.answer).toBe('check-on-site');
    expect(four?.reach?.unknownRoads).toMatchObject(
      NORTH_STREET.map(({ id }) => ({ id, name: '北通り', reasons: [{ code: 'width-unknown' }] })),
    );
    // By known roads the vehicle gets no farther than the crossing in the west; from there on foot.
    expect(four?.knownWalkMeters).toBeCloseTo(797 + 700 + 30, -1);
    expect(answer.toWalk).toHaveLength(3);
    const [first, second] = answer.toWalk;
    // With where it is, and the width that is known beside the one that is needed.
    expect(first).toMatchObject({ leastWidthMeters: null, district: '山手', meets: ['本通り'] });
    expect(answer.neededWidthMeters).toBeGreaterThan(2);
    // 003 lives by its middle part, for which the first one is enough.
    expect(first).toMatchObject({ id: 'way/11/0', name: '北通り' });
    expect(first?.people).toBeGreaterThanOrEqual(second?.people ?? 0);
    expect(second?.people).toBeGreaterThanOrEqual(2);
    // Behind a road are those of the figure.
    expect(first?.people).toBe(answer.figures['check-on-site']);
    expect(first?.line).toHaveLength(2);
    expect(answer.closed).toEqual({ roads: 1, unknownIds: [] });
  });

  test('what was found on site answers it, and its hydrants count', async () => {
    const said = { passability: [{ profileId: 'pumper', isPassable: true }] };
    for (const road of NORTH_STREET) expect((await override(said, road)).status).toBe(201);
    const hydrant = { hydrant: at(800, -20) };
    const beside = { id: ROADS.toTheEastSide, middle: at(550, -15) };
    expect((await override(hydrant, beside)).status).toBe(201);
    const answer = await check(ROUND);
    const four = await personIn(answer, '004');
    expect(four).toMatchObject({ answer: 'reached', reach: { unknownRoads: [] } });
    expect(four?.reach?.hydrant.state).toBe('within');
    expect(four?.reach?.hydrant.meters).toBeCloseTo(136, 0);
    expect(answer.toWalk).toEqual([]);
    expect(answer).toMatchObject({ hydrants: 1, hydrantsOffRoads: 0 });
    // The bridge leads far beyond the hoses.
    const seven = await personIn(answer, '007');
    expect(seven?.reach?.hydrant).toEqual({ state: 'none-within', meters: null });
    expect((await check({ ...ROUND, profile: 'ambulance' })).toWalk).toHaveLength(3);
  });

  test('stops before what is too narrow, and names it', async () => {
    const middle = at(1800, 540);
    expect((await override({ widthMeters: 2.5 }, { id: ROADS.bridge, middle })).status).toBe(201);
    const answer = await check();
    const seven = await personIn(answer, '007');
    expect(seven?.answer).toBe('on-foot');
    expect(seven?.reach?.stoppedAt).toMatchObject({
      ...{ id: ROADS.bridge, name: '浜手橋', reasons: [{ code: 'narrow' }] },
    });
    expect(seven?.reach?.walkRoadMeters).toBeGreaterThan(2000);
    expect(answer.people[0]?.id).toBe(seven?.id);
    const narrower = { districts: ['浜手'], profile: 'car' };
    expect((await check(narrower)).figures).toMatchObject({ people: 1, reached: 1 });
  });

  test('of chosen districts everything is of these: without a place, and not for the actor to see', async () => {
    const officer = async (districts: string[]) => (await check({ districts })).figures;
    expect(await officer(['山手'])).toMatchObject({ people: 5, withoutPosition: 1, notSeen: 0 });
    const shore = { people: 1, withoutPosition: 0, withoutDistrict: 0, notSeen: 0 };
    expect(await officer(['浜手'])).toMatchObject(shore);
    const asFire = await openAs(bench().context, 'fire-department');
    const notSeen = async (districts?: string[]) => {
      const response = await asFire('/routes/fire-check', { ...QUESTION, districts });
      return fireCheckAnswerSchema.parse(await response.json()).figures.notSeen;
    };
    const told = districtListSchema.parse(
      await (await asFire('/districts', undefined)).json(),
    ).districts;
    expect(await notSeen()).toBe(7);
    // One lives by the shore, who must not be told by what is left of the seven either.
    for (const name of ['山手', '浜手']) {
      const figure = told.find((one) => one.name === name)?.residents ?? null;
      expect(await notSeen([name])).toBe(figure);
    }
    expect(await notSeen(['浜手'])).toBeNull();
    expect(await notSeen(['どこにもない地区'])).toBe(0);
  });

  test('shows the fire department those alone who agreed, and writes down whom', async () => {
    const { context } = bench();
    const id = (await numbers()).get('004');
    const consent = {
      state: 'agreed',
      decidedOn: '2026-11-01',
      explainedBy: '架空',
      onPaper: true,
    };
    const saved = await bench().ask(`/residents/${id}/consents/roster`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...consent, shelterIds: [], version: 0 }),
    });
    expect(saved.status, await saved.text()).toBe(200);
    const asFire = await openAs(context, 'fire-department');
    const response = await asFire('/routes/fire-check', QUESTION);
    const answer = fireCheckAnswerSchema.parse(await response.json());
    expect(answer.people.map((one) => one.id)).toEqual([id]);
    expect(answer.figures.people).toBe(1);
    const [line] = await context.database.query<{ people: string[] }>(
      `SELECT people FROM audit_entry WHERE action = 'people.fire-check' ORDER BY seq DESC LIMIT 1`,
    );
    expect(line?.people).toEqual([id]);
    const asSupporter = await openAs(context, 'supporter');
    expect((await asSupporter('/routes/fire-check', QUESTION)).status).toBe(403);
  });

  test('comes as a CSV with the dates of the data', async () => {
    const response = await post('/routes/fire-check.csv', ROUND);
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('車両の停止位置 緯度');
    expect(lines.some((line) => line.includes("'=架空 四郎") && line.includes('西署'))).toBe(true);
    expect(lines.every((line) => !line.includes('安全'))).toBe(true);
  });

  test('a station at sea is named, and one that is no place is refused', async () => {
    const atSea = { name: '海', position: PLACES.sea };
    const answer = await check({ stations: [atSea, ...QUESTION.stations] });
    expect(answer.stationsOffRoads).toEqual([0]);
    expect(answer.people.find(({ reach }) => reach !== null)?.reach?.stationNumber).toBe(1);
    const nowhere = await check({ stations: [atSea] });
    expect(nowhere.figures).toMatchObject({ unreached: 5, reached: 0, undetermined: 1 });
    for (const wrong of [{ stations: [] }, { stations: 'all' }, { hoseMeters: -1 }])
      expect((await post('/routes/fire-check', { ...QUESTION, ...wrong })).status).toBe(400);
    const horse = await post('/routes/fire-check', { ...QUESTION, profile: 'horse' });
    expect(problemSchema.parse(await horse.json()).code).toBe('route.profile-unknown');
  });
});
