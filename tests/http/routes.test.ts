import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { type CutOffQuestion, cutOffAnswerSchema, cutsAnswerSchema } from '#contract/cut-off';
import { residentPageSchema } from '#contract/resident';
import { type RouteQuestion, routeAnswerSchema, routeOptionsSchema } from '#contract/route';
import { demoRouteFinder } from '../../server/services/plans/demo-routes.ts';
import { square, zonesFile } from '../services/support.ts';
import { at, CENTRE, CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, PLACES, ROADS } from './support/town-roads.ts';

const ON_FOOT = { profile: 'walking-elderly', policy: 'keep-out-of-red' } as const;
const AWAY_FROM_TOWN: RouteQuestion = { from: PLACES.west, to: PLACES.middle, ...ON_FOOT };

describeApp('routes over HTTP', (bench) => {
  const post = (path: string, body: unknown) =>
    bench().ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const routesFor = async (question: RouteQuestion) => {
    const response = await post('/routes', question);
    expect(response.status, await response.clone().text()).toBe(200);
    return routeAnswerSchema.parse(await response.json());
  };
  const problemFor = async (question: object) => {
    const response = await post('/routes', question);
    const { code, messages } = problemSchema.parse(await response.json());
    return { status: response.status, code, ja: messages.ja };
  };
  const cutOffBy = async (question: Partial<CutOffQuestion>) => {
    const travellers = { footProfile: 'walking-elderly', vehicleProfile: 'car' };
    const response = await post('/routes/cut-off', { ...travellers, ...question });
    expect(response.status, await response.clone().text()).toBe(200);
    return cutOffAnswerSchema.parse(await response.json());
  };
  /** Ids of people by their numbers on the roster. */
  const idsOf = async (...numbers: string[]) => {
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    return numbers.map((number) => rows.find((row) => row.rosterNumber === number)?.id);
  };

  test('a town without roads says so', async () => {
    const options = await bench().read(routeOptionsSchema, '/routes/options');
    expect(options).toMatchObject({ hasRoads: false, roadCount: 0, data: { roads: [] } });
    expect(await problemFor(AWAY_FROM_TOWN)).toMatchObject({ status: 422, code: 'route.no-roads' });
    expect((await bench().ask('/routes/cuts?profile=car')).status).toBe(422);
    expect((await bench().ask('/tiles/roads/14/14215/6500.mvt')).status).toBe(204);
  });

  describe('with roads', () => {
    beforeAll(() => importInto(bench()));

    test('plans of the demo lead along roads, with the dates of the data', async () => {
      const find = await demoRouteFinder(bench().context.database, CODE);
      const route = find(AWAY_FROM_TOWN.from as [number, number], PLACES.middle, 'car');
      const { roadIds } = (await routesFor({ ...AWAY_FROM_TOWN, profile: 'car' })).routes[0]!;
      expect(route).toMatchObject({ origin: 'proposed', profile: 'car', zonesAsOf: null });
      expect(route?.roads.map(({ id }) => id)).toEqual(roadIds);
      expect(route?.line.length).toBeGreaterThan(3);
      expect(find(PLACES.west, PLACES.sea, 'car')).toBeNull();
    });

    test('tells what can be asked for, and from when the data are', async () => {
      const options = await bench().read(routeOptionsSchema, '/routes/options');
      expect(options).toMatchObject({ hasRoads: true, roadCount: 10, mostVia: 50 });
      expect(options.data).toMatchObject({ roads: [{ source: 'osm' }], zones: [null] });
      expect(options.profiles).toContainEqual({
        id: 'walking-elderly',
        label: { ja: expect.any(String), en: expect.any(String) },
        mode: 'foot',
        isFourWheeled: false,
      });
      expect(options.policies.map(({ id }) => id)).toEqual(['keep-out-of-red', 'quickest']);
    });

    test('leads round a red zone, and says what going through it saves', async () => {
      const { routes, from, to, data, closed } = await routesFor(AWAY_FROM_TOWN);
      expect(data.isCurrent).toBe(true);
      expect(closed).toEqual({ roads: 0, unknownIds: [] });
      expect(routes).toHaveLength(1);
      const [round] = routes;
      expect(round?.roadIds).toEqual([
        'way/10/0',
        'way/11/0',
        ROADS.roundTheZone,
        'way/11/2',
        ROADS.toTheEastSide,
      ]);
      expect(round?.lengthMeters).toBeCloseTo(200 + 796 + 300, -1);
      expect(round?.exposure).toMatchObject({ redMeters: 0, anyMeters: 0 });
      expect(round?.widthUnknownMeters).toBeCloseTo(796, -1);
      expect(round?.legs.map(({ name, turn }) => [name, turn])).toEqual([
        ['本通り', 'start'],
        ['北通り', 'left'],
        ['本通り', 'left'],
      ]);
      expect(from).toMatchObject({ roadId: 'way/10/0', roadName: '本通り' });
      expect(from.walkMeters).toBeLessThan(0.1);
      expect(to.walkMeters).toBeCloseTo(13, 0);

      const quickest = await routesFor({ ...AWAY_FROM_TOWN, policy: 'quickest' });
      const [through] = quickest.routes;
      expect(through?.roadIds).toContain(ROADS.throughRed);
      expect(through?.exposure.redMeters).toBeCloseTo(100, 0);
      expect(through?.exposure.byPhenomenon.red['debris-flow']).toBeCloseTo(100, 0);
      expect(through?.exposure.byClass.yellow).toBeCloseTo(200, -1);
      const inRed = through?.profile.zones.filter(({ zoneClass }) => zoneClass === 'red');
      expect(inRed).toHaveLength(1);
      expect(through?.durationSeconds).toBeLessThan(round?.durationSeconds ?? 0);
    });

    test('a crossing that cannot be helped is told with its metres', async () => {
      const question = { ...AWAY_FROM_TOWN, closedRoads: [ROADS.roundTheZone, 'way/99/0'] };
      const { routes, closed } = await routesFor(question);
      expect(routes[0]?.exposure.redMeters).toBeCloseTo(100, 0);
      expect(closed).toEqual({ roads: 1, unknownIds: ['way/99/0'] });
      // What was closed for one question is open for the next.
      expect((await routesFor(AWAY_FROM_TOWN)).routes[0]?.exposure.redMeters).toBe(0);
    });

    test('another way is shown beside the best one, and by vehicle what has to be looked at', async () => {
      const question = { ...AWAY_FROM_TOWN, policy: 'quickest', alternatives: true } as const;
      const { routes } = await routesFor(question);
      expect(routes).toHaveLength(2);
      expect(routes[0]?.roadIds).toContain(ROADS.throughRed);
      expect(routes[1]?.roadIds).toContain(ROADS.roundTheZone);
      const pumper = await routesFor({ ...AWAY_FROM_TOWN, profile: 'pumper' });
      const [stretch] = pumper.routes[0]?.unknown ?? [];
      expect(stretch).toMatchObject({ roadId: 'way/11/0', name: '北通り' });
      expect(stretch?.reasons[0]).toMatchObject({ code: 'width-unknown' });
      expect(stretch?.reasons[0]?.ja).toContain('現地で確認');
    });

    test('goes by places in their order', async () => {
      const { via, routes } = await routesFor({ ...AWAY_FROM_TOWN, via: [PLACES.park] });
      expect(via).toHaveLength(1);
      expect(routes[0]?.roadIds).toContain(ROADS.toThePark);
    });

    test('from one place to itself is no way at all', async () => {
      const { routes } = await routesFor({ ...AWAY_FROM_TOWN, to: PLACES.west });
      expect(routes[0]).toMatchObject({ lengthMeters: 0, durationSeconds: 0, roadIds: [] });
    });

    test('says why there is no route, and for which place', async () => {
      const atSea = await problemFor({ ...AWAY_FROM_TOWN, to: PLACES.sea });
      expect(atSea).toMatchObject({ status: 422, code: 'route.far-from-roads' });
      expect(atSea.ja).toContain('目的地');
      const cut = { ...AWAY_FROM_TOWN, to: PLACES.park, closedRoads: [ROADS.toTheEastSide] };
      expect(await problemFor(cut)).toMatchObject({ status: 422, code: 'route.unreachable' });
      const via = Array.from({ length: 51 }, () => PLACES.west);
      expect((await problemFor({ ...AWAY_FROM_TOWN, via })).code).toBe('route.too-many-via');
      const nobody = await problemFor({ ...AWAY_FROM_TOWN, profile: 'horse' });
      expect(nobody.code).toBe('route.profile-unknown');
      const noPolicy = await problemFor({ ...AWAY_FROM_TOWN, policy: 'horse' });
      expect(noPolicy.code).toBe('route.policy-unknown');
      for (const wrong of [{ from: [181, 0] }, { from: ['a'] }, { closedArea: [[132, 34]] }])
        expect((await problemFor({ ...AWAY_FROM_TOWN, ...wrong })).status).toBe(400);
    });

    test('who goes away in the middle holds nobody up', async () => {
      for (let time = 0; time < 20; time += 1) {
        const abort = new AbortController();
        const body = JSON.stringify(AWAY_FROM_TOWN);
        const headers = { 'Content-Type': 'application/json' };
        const { signal } = abort;
        const gone = bench().ask('/routes', { method: 'POST', headers, body, signal });
        setTimeout(() => abort.abort(), time % 5);
        await gone.catch(() => null);
      }
      expect((await routesFor(AWAY_FROM_TOWN)).routes).toHaveLength(1);
      expect(bench().log.filter((line) => line.includes('"statusCode":5'))).toEqual([]);
    });

    test('places of people are in no log', async () => {
      await routesFor(AWAY_FROM_TOWN);
      const [lng, lat] = PLACES.west;
      expect(bench().log.join('\n')).not.toContain(String(lng));
      expect(bench().log.join('\n')).not.toContain(String(lat));
    });

    test('a closed road cuts people off, by vehicle also where a shelter is inside', async () => {
      const answer = await cutOffBy({ closedRoads: [ROADS.toTheEastSide] });
      const cut = await idsOf('004', '007');
      expect(answer.people.map(({ id }) => id).sort()).toEqual([...cut].sort());
      for (const { foot, vehicle } of answer.people) {
        // The park stays within reach on foot; no car comes from the rest of the town.
        expect(foot.state).toBe('as-before');
        expect(vehicle.state).toBe('cut-off');
      }
      expect(answer.vehicle.cutOff.people).toBe(2);
      expect(answer.foot.cutOff).toEqual({ people: 0, tier1: 0, needsPower: 0 });
      expect(answer).toMatchObject({
        examined: 6,
        withoutPosition: 1,
        approximate: 1,
        notSeen: 0,
        shelters: 3,
      });
      expect(answer.districts.map(({ name, vehicle }) => [name, vehicle.people])).toEqual(
        expect.arrayContaining([
          ['山手', 1],
          ['浜手', 1],
        ]),
      );
      expect(answer.closed).toEqual({ roads: 1, unknownIds: [], ids: [ROADS.toTheEastSide] });
    });

    test('closes all that a phenomenon or an area touches', async () => {
      const byZone = await cutOffBy({ closedPhenomena: ['debris-flow'] });
      expect(byZone.closed.ids).toEqual([ROADS.throughRed]);
      // Whose own road is closed is cut off, on foot too: 001, 002, 003 and 005 live along it.
      expect(byZone.both).toEqual({ people: 4, tier1: expect.any(Number), needsPower: 1 });
      expect((await cutOffBy({ closedPhenomena: ['landslide'] })).closed.roads).toBe(0);
      const [ring = []] = square(...at(900, 100), 50).coordinates.flat();
      const closedArea = ring.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]);
      expect((await cutOffBy({ closedArea })).closed.ids).toEqual([ROADS.toThePark]);
      const [whole = []] = square(...CENTRE, 100_000).coordinates.flat();
      const everywhere = whole.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]);
      expect((await cutOffBy({ closedArea: everywhere })).closed.roads).toBe(10);
    });

    test('whom the list shows is written down', async () => {
      const lines = () =>
        bench().context.database.query<{ count: number }>(
          `SELECT count(*)::integer AS count FROM audit_entry WHERE action = 'people.routes'`,
        );
      const [before] = await lines();
      await cutOffBy({ closedRoads: [ROADS.toTheEastSide] });
      const [after] = await lines();
      expect(after?.count).toBe((before?.count ?? 0) + 1);
    });

    test('who is cut off is handed on with what it takes to call, what is closed, and when it was made', async () => {
      const question = {
        footProfile: 'walking-elderly',
        vehicleProfile: 'car',
        closedRoads: [ROADS.toThePark, ROADS.toTheEastSide],
        closedPhenomena: ['landslide'],
      };
      const read = async (isCutOffOnly: boolean) => {
        const response = await post('/routes/cut-off.csv', { ...question, isCutOffOnly });
        expect(response.status).toBe(200);
        // Named in Japanese, with the day in Japan.
        expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
          /孤立する人_\d{4}-\d\d-\d\d\.csv/,
        );
        return (await response.text()).replace('\uFEFF', '').trim().split('\r\n');
      };
      const lines = await read(true);
      expect(lines[0]).toBe('氏名,年齢,地区,住所,電話,要介護度,優先,電源,位置,徒歩,車');
      const { people } = await cutOffBy(question as Partial<CutOffQuestion>);
      const cutOff = people.filter(({ vehicle }) => vehicle.state === 'cut-off');
      const end = lines.indexOf('');
      expect(lines.slice(1, end)).toHaveLength(cutOff.length);
      expect(lines[1]).toContain(cutOff[0]?.address ?? '?');
      expect(lines.slice(end + 1)).toEqual([
        '通れないとする道,名前のない道(山手、本通り・浜手橋に接する)',
        '通れないとする道,本通り',
        '通れないとする道,地すべりの特別警戒区域にかかる道',
        '合わせて通れないとした道の本数,2',
        '載せた人,孤立する人だけ',
        expect.stringMatching(/^道路データ,osm/),
        expect.stringMatching(/^作成日時,\d{4}-\d\d-\d\d \d\d:\d\d$/),
      ]);
      expect((await read(false)).length).toBeGreaterThanOrEqual(lines.length - 1);
      const [entry] = await bench().context.database.query<{ action: string }>(
        `SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1`,
      );
      expect(entry?.action).toBe('people.export');
    });

    test('ranks bridges and junctions by the people behind them', async () => {
      const { cuts, examined } = await bench().read(cutsAnswerSchema, '/routes/cuts?profile=car');
      expect(examined).toBe(6);
      const bridge = cuts.find(({ id }) => id === ROADS.bridge);
      expect(bridge).toMatchObject({ kind: 'road', name: '浜手橋', isBridge: true, people: 1 });
      expect(bridge?.line).toHaveLength(2);
      expect(cuts[0]).toMatchObject({ people: 2 });
      expect(cuts.map(({ id }) => id)).not.toContain(ROADS.roundTheZone);
      // Roads without a choice between them are one cut, and a junction where no more hang on it is none.
      expect(cuts.map(({ kind, people }) => [kind, people])).toEqual([
        ['road', 2],
        ['road', 1],
        ['road', 1],
      ]);
      // Closing one says the same of it.
      for (const { id, people, tier1, needsPower } of cuts)
        expect((await cutOffBy({ closedRoads: [id] })).vehicle.cutOff, id).toEqual({
          ...{ people, tier1, needsPower },
        });
      expect(cuts.find(({ id }) => id === ROADS.toThePark)).toMatchObject({
        name: null,
        district: expect.any(String),
        meets: expect.arrayContaining(['本通り', '浜手橋']),
      });
      // Of one district its own people alone count.
      const of = (district: string) =>
        bench().read(
          cutsAnswerSchema,
          `/routes/cuts?profile=car&district=${encodeURIComponent(district)}`,
        );
      const counted = [await of('山手'), await of('浜手')].map((answer) => answer.examined);
      expect(counted[0]! + counted[1]!).toBe(6);
      expect(counted[1]).toBeGreaterThan(0);
      expect(await of('どこにもない')).toMatchObject({ cuts: [], examined: 0 });
    });

    test('who may not check routes is refused, and figures are of those whom one sees', async () => {
      for (const role of ['supporter', 'administrator', 'auditor'] as const) {
        const ask = await openAs(bench().context, role);
        expect((await ask('/routes/options')).status).toBe(403);
        expect((await ask('/routes', AWAY_FROM_TOWN)).status).toBe(403);
      }
      const ask = await openAs(bench().context, 'fire-department');
      const question = { footProfile: 'walking-elderly', vehicleProfile: 'car' };
      const answer = cutOffAnswerSchema.parse(
        await (await ask('/routes/cut-off', question)).json(),
      );
      // Nobody of this town has consented: seven are counted, none is placed.
      expect(answer).toMatchObject({ examined: 0, people: [], notSeen: 7 });
    });

    test('roads are drawn from zoom 12 on, with their width and what is inside a red zone', async () => {
      const tileAt = (z: number) => {
        const size = 2 ** z;
        const sine = Math.sin((CENTRE[1] * Math.PI) / 180);
        const x = Math.floor((CENTRE[0] / 360 + 0.5) * size);
        const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
        return `/tiles/roads/${z}/${x}/${y}.mvt`;
      };
      expect((await bench().ask(tileAt(11))).status).toBe(204);
      const bytes = new Uint8Array(await (await bench().ask(tileAt(15))).arrayBuffer());
      const { roads } = new VectorTile(new PbfReader(bytes)).layers;
      const found = Array.from({ length: roads?.length ?? 0 }, (_, place) => roads!.feature(place));
      expect(found.every(({ type }) => type === 2)).toBe(true);
      const byId = new Map(found.map(({ properties }) => [properties.id, properties]));
      expect(byId.get(ROADS.throughRed)).toEqual({
        ...{ id: ROADS.throughRed, kind: 'street', name: '本通り', width: 'known' },
        ...{ least: 60, most: 60, bridge: 0, tunnel: 0, red: 1 },
        ...{ redSlopeFailure: 0, redDebrisFlow: 1, redLandslide: 0 },
      });
      expect(byId.get(ROADS.roundTheZone)).toMatchObject({ width: 'unknown', red: 0 });
      // Far away great roads alone, and those in red zones.
      const far = new Uint8Array(await (await bench().ask(tileAt(12))).arrayBuffer());
      const layer = new VectorTile(new PbfReader(far)).layers.roads;
      const ids = Array.from({ length: layer?.length ?? 0 }, (_, place) => {
        return layer!.feature(place).properties.id;
      });
      expect(ids.sort()).toEqual([ROADS.throughRed, ROADS.bridge]);
    });

    test('new zones are taken up without a pause: the former roads answer until then', async () => {
      await routesFor(AWAY_FROM_TOWN);
      const zones = zonesFile([
        { number: 'R9', phenomenon: 1, zoneClass: 2, geometry: square(...at(0, 220), 100) },
      ]);
      await importInto(bench(), 'ksj-a33', zones);
      const first = await routesFor(AWAY_FROM_TOWN);
      expect(first.data.isCurrent).toBe(false);
      expect(first.routes[0]?.exposure.redMeters).toBe(0);
      await expect
        .poll(async () => (await routesFor(AWAY_FROM_TOWN)).data.isCurrent, { timeout: 20_000 })
        .toBe(true);
      const { routes } = await routesFor(AWAY_FROM_TOWN);
      expect(routes[0]?.roadIds).toContain(ROADS.throughRed);
      const [round] = (await routesFor({ ...AWAY_FROM_TOWN, closedRoads: [ROADS.throughRed] }))
        .routes;
      expect(round?.exposure.byPhenomenon.red['slope-failure']).toBeCloseTo(100, 0);
    });
  });
});
