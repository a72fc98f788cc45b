import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesSchema } from '#contract/changes';
import { districtListSchema, summarySchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { zoneDetailSchema } from '#contract/shelter';
import type { Role } from '#domain/access/roles';
import type { Database } from '../../server/db/database.ts';
import { readChanges } from '../../server/services/read/changes.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openWorld, type World } from './support/walk-world.ts';

const BASE = `/api/municipalities/${CODE}`;
const LONG_AGO = '2020-01-01T00:00:00.000Z';

describeApp('where a role’s reach ends', (bench) => {
  let walk: World;
  beforeAll(async () => {
    walk = await openWorld(bench());
  }, 120_000);
  afterAll(() => walk.close());
  const read = async (role: Role, path: string): Promise<unknown> =>
    (await walk.ask(role, `${BASE}${path}`)).json();

  test('the people in a zone are counted for nobody from whom exact places are hidden', async () => {
    const [{ zone } = { zone: '' }] = await bench().context.database.query<{ zone: string }>(
      `SELECT zones -> 0 ->> 'zoneId' AS zone FROM assessment
       WHERE subject_kind = 'resident' AND zones -> 0 ->> 'relation' = 'inside' LIMIT 1`,
    );
    const inside = async (role: Role) =>
      zoneDetailSchema.parse(await read(role, `/zones/${zone}`)).residentsInside;
    expect(await inside('disaster-officer')).toBeGreaterThan(0);
    expect(await inside('drill-coordinator')).toBeNull();
    expect(await inside('administrator')).toBeNull();
  });

  test('a district that is not the actor’s own has no figures, rather than nobody in it', async () => {
    const { districts } = districtListSchema.parse(
      await read('district-organisation', '/districts'),
    );
    const untold = { residents: null, insideRed: null, undetermined: null, tier1: null };
    expect(districts.find(({ name }) => name === '山手')).toMatchObject(untold);
    expect(districts.find(({ name }) => name === '浜手')?.residents).toBeGreaterThan(0);
  });

  test('figures that count people beyond the list say how many the list holds', async () => {
    for (const role of ['fire-department', 'district-organisation'] as const) {
      const { seen } = summarySchema.parse(await read(role, '/summary'));
      const inList = async (filter = '') =>
        residentPageSchema.parse(await read(role, `/residents${filter}`)).total;
      expect(seen).toEqual({
        residents: await inList(),
        insideRed: await inList('?red=inside'),
        undetermined: await inList('?red=undetermined'),
        withoutPlan: await inList('?plan=none,unknown'),
      });
    }
    expect(summarySchema.parse(await read('disaster-officer', '/summary')).seen).toBeNull();
    expect(summarySchema.parse(await read('administrator', '/summary')).seen).toBeNull();
  });

  test('who sees nobody is told no figure of people', async () => {
    const summary = summarySchema.parse(await read('administrator', '/summary'));
    const { residents, insideRed, undetermined, withoutPlan, byTier } = summary;
    const counts = byTier.map(({ count }) => count);
    for (const figure of [residents, insideRed, undetermined, withoutPlan, ...counts])
      expect(figure).toBeNull();
    const { districts } = districtListSchema.parse(await read('administrator', '/districts'));
    expect(districts.map((one) => one.residents)).toEqual(districts.map(() => null));
  });

  test('how many people a roster brought is told to those who keep it', async () => {
    const kinds = async (role: Role) =>
      changesSchema
        .parse(await read(role, `/changes?since=${LONG_AGO}`))
        .imports.map(({ kind }) => kind);
    expect(await kinds('disaster-officer')).toContain('roster');
    expect(await kinds('fire-department')).toContain('zones');
    expect(await kinds('fire-department')).not.toContain('roster');
  });

  test('whom a check found elsewhere is read under row-level security', async () => {
    const { database, readers, readVersions } = bench().context;
    const guarded: Database = {
      ...database,
      query: (sql, parameters) =>
        /assessment_run/.test(sql)
          ? Promise.reject(new Error('read as the owner'))
          : database.query(sql, parameters),
    };
    const municipality = await readVersions(CODE);
    if (municipality === null) throw new Error('no municipality');
    const changes = await readChanges(
      ...([guarded, readers, municipality, LOCAL_OFFICER, new Date(LONG_AGO)] as const),
    );
    expect(changes.isComplete).toBe(true);
  });

  test('an officer enters no other municipality than the own', async () => {
    const enter = (code: string) =>
      walk.ask('disaster-officer', '/api/municipalities', 'post', { code, name: '隣の市' });
    const refused = await enter('13101');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'access.denied' });
    expect(await bench().context.readVersions('13101')).toBeNull();
    expect((await enter(CODE)).status).toBe(409);
  });
});
