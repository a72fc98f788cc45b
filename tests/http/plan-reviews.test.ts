import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type PlanReviews, planReviewsSchema, reviewOutcomeSchema } from '#contract/plan-review';
import { planSettingsViewSchema, planViewSchema } from '#contract/plan-work';
import { waitingWorkSchema } from '#contract/waiting-work';
import type { ReviewReason } from '#domain/plan/states';
import { SYSTEM } from '../../server/db/actor.ts';
import { catchUp } from '../../server/services/catch-up.ts';
import type { ImportRequest } from '../../server/services/import/import-request.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import { tellFinding } from '../../server/services/plans/tell-findings.ts';
import { square, type ZoneSketch, zonesFile } from '../services/support.ts';
import { makeOsmXml } from '../support/make-osm.ts';
import { at, CENTRE, CODE, PEOPLE, SHELTERS, SITES } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { putInForce } from './support/plan-in-force.ts';
import { importInto } from './support/town-roads.ts';

const OF_TOWN: readonly ZoneSketch[] = [
  { number: 'Y1', phenomenon: 2, zoneClass: 1, geometry: square(...CENTRE, 200) },
  { number: 'R1', phenomenon: 2, zoneClass: 2, geometry: square(...CENTRE, 100) },
];
const zonesWith = (...more: readonly [number, number][]) =>
  zonesFile([
    ...OF_TOWN,
    ...more.map(
      (place, number): ZoneSketch => ({
        ...{ number: `N${number}`, phenomenon: 1, zoneClass: 2 },
        geometry: square(...place, 30),
      }),
    ),
  ]);

interface Living {
  readonly address?: string;
  readonly care?: string;
  readonly supporter?: string;
  readonly supporterAddress?: string;
}
/** Of the town; the one who has a plan lives as told. */
const rosterWith = ({
  address = '架空町004番地',
  care = '要介護1',
  supporter = '見本 次郎',
  supporterAddress = '架空町9番地',
}: Living = {}) =>
  [
    '名簿番号,氏名,生年月日,性別,住所,地区,要介護度,緯度,経度,位置精度,支援者1氏名,支援者1住所',
    ...PEOPLE.map((one) => {
      const isTheirs = one.number === '004';
      return [
        ...[one.number, one.name, '1940/5/6', '女'],
        isTheirs ? address : `架空町${one.number}番地`,
        ...[one.district, isTheirs ? care : one.care],
        ...[one.at?.[1] ?? '', one.at?.[0] ?? '', one.accuracy],
        ...(isTheirs ? [supporter, supporter && supporterAddress] : ['', '']),
      ].join(',');
    }),
    '',
  ].join('\r\n');

const lane = (tags: Record<string, string> | null) =>
  makeOsmXml({
    nodes: [
      [4, ...at(900, -30)],
      [5, ...at(900, 200)],
      [8, ...at(2700, 1110)],
    ],
    ways: [
      ...(tags === null ? [] : ([[12, [4, 5], { highway: 'residential', ...tags }]] as const)),
      [13, [4, 8], { highway: 'tertiary', bridge: 'yes', width: '5' }],
    ],
  });

describeApp('plans that are no longer true say so by themselves', (bench) => {
  let [id, park] = ['', ''];
  let officer: Awaited<ReturnType<typeof openAs>>;
  const load = async (source: ImportRequest['source'], name: string, content: string) => {
    const file = join(bench().dataDir, name);
    writeFileSync(file, content);
    const service = { database: bench().context.database, actor: SYSTEM, today: TODAY };
    const imported = await importDataset(service, {
      ...{ municipalityCode: CODE, source, files: [file] },
    });
    if (!imported.ok) throw new Error(imported.problem.en);
    expect(imported.value.notes.filter(({ en }) => en.includes('did not end'))).toEqual([]);
  };
  const settled = () => bench().context.planReviewer.settled();
  const send = async (path: string, body: unknown, method = 'POST') => {
    const answer = await officer(path, body, method);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await settled();
    return answer.json();
  };
  const queue = async (query = ''): Promise<PlanReviews> =>
    planReviewsSchema.parse(await (await officer(`/plans/reviews${query}`)).json());
  const plan = async () =>
    planViewSchema.parse(await (await officer(`/residents/${id}/plan`)).json());
  const confirm = async (version: number) =>
    reviewOutcomeSchema.parse(await send('/plans/reviews/confirm', { plans: [{ id, version }] }));
  /** What the queue says after a change, which is then confirmed. */
  const calls = async (reasons: readonly ReviewReason[]) => {
    const { rows, marks } = await queue();
    expect(rows.map((row) => row.id)).toEqual([id]);
    const [lng = 0, lat = 0] = marks.find((mark) => mark.id === id)?.position ?? [];
    expect([marks.length, lng > 132, lat > 34]).toEqual([1, true, true]);
    const [row] = rows;
    expect(row?.reasons.map(({ reason }) => reason)).toEqual(reasons);
    expect((await confirm(row?.version ?? 0)).refused).toEqual([]);
    expect((await plan()).stage).toBe('in-force');
    expect((await queue()).rows).toEqual([]);
    return row!;
  };
  const site = (facts: object) => ({
    road: { source: 'osm', id: 'way/12/0', middle: at(900, 85) },
    facts: {
      ...{ closed: null, widthMeters: null, heightMeters: null, passability: [] },
      ...{ turningPlace: null, hydrant: null, note: '', ...facts },
    },
    expiresAt: null,
  });

  beforeAll(async () => {
    officer = await openAs(bench().context, 'disaster-officer');
    await load('roster', 'before.csv', rosterWith());
    await importInto(bench(), 'osm', lane({ width: '4.5' }));
    const [person] = await bench().context.database.query<{ id: string }>(
      `SELECT id FROM resident WHERE roster_number = '004'`,
    );
    id = person?.id ?? '';
    park = await putInForce(bench().context.database, id);
    bench().context.planReviewer.look(CODE);
    await settled();
  }, 120_000);

  test('new zones at home, route, supporter and destination, each with its reason and dates', async () => {
    expect(await queue()).toMatchObject({ waiting: 0, rows: [] });
    // The same zones in another file call for nothing.
    await load('ksj-a33', 'same.geojson', zonesWith());
    expect((await queue()).waiting).toBe(0);
    await load('ksj-a33', 'home.geojson', zonesWith(at(900, 0)));
    const home = await calls(['zones-at-home', 'zones-on-route']);
    expect(home.findings[0]).toMatchObject({
      ...{ what: { ja: '自宅' }, change: 'worse', isOver: false },
      ...{ from: { ja: '区域外' }, to: { ja: '特別警戒区域・急傾斜地の崩壊' } },
    });
    await load('ksj-a33', 'route.geojson', zonesWith(at(900, 0), at(900, 50)));
    await calls(['zones-on-route']);
    await load('ksj-a33', 'way.geojson', zonesWith(at(900, 0), at(900, 50), at(915, 100)));
    // Half of it lies on the way.
    await calls(['zones-on-route', 'zones-at-supporter']);
    const four = [at(900, 0), at(900, 50), at(915, 100), at(900, 215)];
    await load('ksj-a33', 'park.geojson', zonesWith(...four));
    await calls(['zones-at-destination']);
    await load('ksj-a33', 'none.geojson', zonesWith());
    const better = await calls([
      ...(['zones-at-home', 'zones-on-route', 'zones-at-supporter'] as const),
      'zones-at-destination',
    ]);
    expect(better.findings.map(({ change }) => change)).toEqual(Array(4).fill('better'));
  });

  test('what the roster says anew: care level, address, a supporter gone and moved', async () => {
    await load('roster', 'care.csv', rosterWith({ care: '要介護4' }));
    const care = await calls(['care-level-changed']);
    expect(care.findings).toMatchObject([{ from: { ja: '要介護1' }, to: { ja: '要介護4' } }]);
    await load('roster', 'moved.csv', rosterWith({ care: '要介護4', address: '架空町8番地' }));
    await calls(['address-changed']);
    const home = { care: '要介護4', address: '架空町8番地' };
    await load('roster', 'helper.csv', rosterWith({ ...home, supporterAddress: '遠方市1番地' }));
    const moved = await calls(['supporter-moved']);
    expect(moved.findings[0]?.to.ja).toContain('遠方市1番地');
    await load('roster', 'gone.csv', rosterWith({ ...home, supporter: '' }));
    await calls(['supporter-gone']);
  });

  test('the shelter: groups, room, no longer for landslides, off the list', async () => {
    const edit = (version: number, overrides: object) =>
      send(
        `/shelters/${park}/edit`,
        { version, overrides, reason: '架空の理由', editedBy: '架空 担当' },
        'PUT',
      ).catch((error) => {
        if (!String(error).includes('JSON')) throw error;
      });
    await edit(0, { acceptedGroups: ['妊産婦'] });
    const groups = await calls(['destination-groups-changed']);
    expect(groups.findings).toMatchObject([{ from: { ja: '分からない' }, to: { ja: '妊産婦' } }]);
    await edit(1, { acceptedGroups: ['妊産婦'], capacity: 0 });
    const full = await calls(['destination-full']);
    expect(full.findings[0]?.to.ja).toBe('定員を超える(定員 0人)');
    await edit(2, { acceptedGroups: ['妊産婦'], capacity: 0, designatedForLandslide: false });
    await calls(['destination-closed']);
    await edit(3, { acceptedGroups: ['妊産婦'], capacity: 0 });
    await calls(['destination-closed']);
    const without = SITES.split('\r\n').filter((line) => !line.includes('E2'));
    await load('gsi-shelters', 'fewer.csv', without.join('\r\n'));
    await calls(['destination-closed']);
    await load('gsi-shelters', 'sites.csv', SITES);
    await calls(['destination-closed']);
    await load('gsi-shelters', 'shelters.csv', SHELTERS);
    expect((await queue()).waiting).toBe(0);
  });

  test('a road of the route: closed and measured on site, narrower and gone in new data', async () => {
    await send('/site-overrides', site({ closed: { from: null, until: null } }));
    const closed = await calls(['road-closed']);
    expect(closed.findings).toMatchObject([
      { what: { ja: '経路の道「公園の小道」' }, change: 'worse' },
    ]);
    await send('/site-overrides', site({ widthMeters: 2.2 }));
    const width = await calls(['road-width-changed']);
    expect(width.findings).toMatchObject([
      { from: { ja: '幅員 4.5 m' }, to: { ja: '幅員 2.2 m' } },
    ]);
    const { overrides } = (await (await officer('/site-overrides')).json()) as {
      overrides: { id: string; version: number }[];
    };
    for (const one of overrides)
      await send(
        `/site-overrides/${one.id}/taken-back`,
        { version: one.version, isTakenBack: true },
        'PUT',
      );
    await calls(['road-width-changed', 'road-closed']);
    await importInto(bench(), 'osm', lane({ width: '3' }));
    await calls(['road-width-changed']);
    await importInto(bench(), 'osm', lane(null));
    await calls(['road-closed']);
  });

  test('the interval of the city, and what a drill found', async () => {
    const { database, clock } = bench().context;
    await database.query(`UPDATE plan_basis SET confirmed_on = '2026-10-20'`);
    const setting = planSettingsViewSchema.parse(await (await officer('/plans/settings')).json());
    const { version, tasks, asked } = setting;
    await send('/plans/settings', { version, tasks, asked, reviewMonths: 1 }, 'PUT');
    const over = await calls(['interval-over']);
    expect(over.findings).toMatchObject([{ from: { ja: '2026-10-20に確認' } }]);
    const sources = { database, actor: SYSTEM, now: clock() };
    const told = {
      what: { ja: '訓練「架空訓練」', en: 'Drill' },
      from: { ja: '10分', en: '10 minutes' },
      to: { ja: '玄関の段差で25分かかった', en: 'The step at the door took 25 minutes' },
      ...({ change: 'worse', fromDate: null, toDate: TODAY } as const),
    };
    for (const _ of [1, 2]) await tellFinding(sources, CODE, id, told);
    expect((await plan()).events[0]).toMatchObject({
      ...{ task: 'call-review', reviewReasons: ['drill-finding'] },
    });
    const drill = await calls(['drill-finding']);
    expect(drill.findings).toHaveLength(1);
  });

  test('by the program, once for each reason, and nothing is lost to who is writing', async () => {
    const before = await plan();
    await load('ksj-a33', 'again.geojson', zonesWith(at(900, 0)));
    const called = await plan();
    expect(called.events[0]).toMatchObject({
      ...{ task: 'call-review', by: 'michishirube', role: 'system', to: 'review-due' },
    });
    // The same again is not called again.
    await bench().context.database.query('DELETE FROM plan_review_run');
    bench().context.planReviewer.look(CODE);
    await settled();
    expect((await plan()).version).toBe(called.version);
    const content = { ...before.content, notes: '裏口から' };
    const saved = await officer(
      `/residents/${id}/plan`,
      { contentVersion: before.contentVersion, content },
      'PUT',
    );
    expect(planViewSchema.parse(await saved.json())).toMatchObject({
      ...{ stage: 'review-due', contentVersion: before.contentVersion + 1 },
    });
    // It is as it was again: that is told, and somebody looks all the same.
    await load('ksj-a33', 'over.geojson', zonesWith());
    const { rows } = await queue('?reason=zones-at-home&district=山手&mine=true&sort=age');
    expect(rows[0]?.findings.map(({ isOver }) => isOver)).toEqual([true, true]);
    expect((await queue('?reason=road-closed')).total).toBe(0);
  });

  test('confirmed in one click, with who and when, and taken back; an old version is refused', async () => {
    const waits = async (ask = officer) =>
      waitingWorkSchema.parse(await (await ask('/waiting-work')).json()).plans;
    expect(await waits()).toEqual({ reviewDue: 1 });
    expect(await waits(await openAs(bench().context, 'drill-coordinator'))).toBeNull();
    const [row] = (await queue()).rows;
    const version = row?.version ?? 0;
    const done = await confirm(version);
    expect(await waits()).toEqual({ reviewDue: 0 });
    expect(done.done).toEqual([{ id, version: version + 1 }]);
    expect((await plan()).events[0]).toMatchObject({
      ...{ task: 'confirm-still-right', by: 'disaster-officer', reviewReasons: [] },
    });
    expect((await confirm(version)).refused).toMatchObject([{ id, code: 'plan.stale' }]);
    const undo = async () =>
      reviewOutcomeSchema.parse(
        await send('/plans/reviews/undo', { plans: [{ id, version: version + 1 }] }),
      );
    expect((await undo()).done).toEqual([{ id, version: version + 2 }]);
    const [back] = (await queue()).rows;
    expect([back?.reasons, back?.findings]).toEqual([row?.reasons, row?.findings]);
    expect((await undo()).refused).toMatchObject([{ code: 'plan.stale' }]);
    const fire = await openAs(bench().context, 'fire-department');
    const denied = await fire('/plans/reviews/confirm', {
      plans: [{ id, version: version + 2 }],
    });
    expect(reviewOutcomeSchema.parse(await denied.json()).refused).toMatchObject([
      { code: 'plan.not-yours' },
    ]);
    const drill = await openAs(bench().context, 'drill-coordinator');
    expect((await drill('/plans/reviews')).status).toBe(403);
    expect((await confirm(version + 2)).refused).toEqual([]);
  });

  test('revised and in force again it rests on what is true then', async () => {
    const { database } = bench().context;
    await database.query(`UPDATE plan SET stage = 'person-agreed' WHERE resident_id = $1`, [id]);
    await load('ksj-a33', 'revised.geojson', zonesWith(at(900, 0)));
    expect((await queue()).waiting).toBe(0);
    const { version } = await plan();
    await send(`/residents/${id}/plan/steps`, { version, step: 'share' });
    expect((await queue()).waiting).toBe(0);
    await load('ksj-a33', 'gone.geojson', zonesWith());
    expect((await queue()).rows[0]?.reasons.map(({ reason }) => reason)).toEqual([
      ...['zones-at-home', 'zones-on-route'],
    ]);
    await confirm((await plan()).version);
  });

  test('a start makes good what a killed process left undone, once', async () => {
    const { database } = bench().context;
    const service = { database, actor: SYSTEM, today: TODAY };
    const file = join(bench().dataDir, 'killed.geojson');
    writeFileSync(file, zonesWith(at(900, 0)));
    const request = { municipalityCode: CODE, source: 'ksj-a33', files: [file] } as const;
    await importDataset(service, { ...request, withoutFollowUp: true });
    expect((await queue()).waiting).toBe(0);
    expect(await catchUp(service)).toEqual([CODE]);
    expect((await queue()).waiting).toBe(1);
    expect(await catchUp(service)).toEqual([]);
  });
});
