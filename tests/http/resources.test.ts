import { beforeAll, describe, expect, test } from 'vitest';
import {
  nearResourcesSchema,
  type ResourceFactsOnWire,
  resourceConflictSchema,
  resourceDetailSchema,
  resourceListSchema,
  resourcesImportedSchema,
} from '#contract/resource';
import { SYSTEM } from '../../server/db/actor.ts';
import type { Database, Transaction } from '../../server/db/database.ts';
import { saveConsent } from '../../server/services/consents.ts';
import { describeHours, problemOfHours } from '../../server/services/resources/hours.ts';
import { importResources } from '../../server/services/resources/import-resources.ts';
import { at, CODE } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto } from './support/town-roads.ts';

const DESK: ResourceFactsOnWire = {
  ...{ name: '架空 相談窓口', category: 'consultation', address: '架空町1番地', district: '山手' },
  ...{ phone: '0000-00-0001', web: 'https://example.com/', hours: 'Mo-Fr 09:00-17:00; PH off' },
  ...{ accessibility: ['step-free'], note: '', position: at(0, 0), asOf: '2026-04-01' },
};
const HEAD = '名称,種類,開いている時間,緯度,経度';

describe('hours', () => {
  const noon = new Date('2026-11-24T03:00:00Z');
  test('are said in words, with whether it is open by the time of Japan, holidays included', () => {
    expect(describeHours('Mo-Fr 09:00-17:00; PH off', noon)).toEqual({
      words: { ja: '月〜金曜 09:00〜17:00、祝日 休み', en: 'Mo-Fr 09:00-17:00; PH off' },
      ...{ isOpen: true, changesAt: '2026-11-24T08:00:00.000Z' },
    });
    // 勤労感謝の日
    expect(
      describeHours('Mo-Fr 09:00-17:00; PH off', new Date('2026-11-23T03:00:00Z')),
    ).toMatchObject({ isOpen: false, changesAt: '2026-11-24T00:00:00.000Z' });
    expect(describeHours('Tu[1],Tu[3] 10:00-12:00', noon)?.words.ja).toBe(
      '第1火曜・第3火曜 10:00〜12:00',
    );
    expect(describeHours('Mo-Su 09:00-18:00 unknown', noon)?.isOpen).toBeNull();
    expect(describeHours('月曜の午前', noon)).toBeNull();
    expect(problemOfHours('月曜の午前')).toMatch(/月/);
  });
});

describeApp('social resources', (bench) => {
  let [officer, fire, drill, supporter]: Awaited<ReturnType<typeof openAs>>[] = [];
  const ask = (path: string, body?: unknown, method?: string) => officer!(path, body, method);
  const enter = async (facts: Partial<ResourceFactsOnWire> = {}) => {
    const answer = await ask('/resources', { ...DESK, ...facts });
    if (!answer.ok) throw new Error(await answer.text());
    return resourceDetailSchema.parse(await answer.json());
  };
  const list = async () => resourceListSchema.parse(await (await ask('/resources')).json());
  const file = async (text: string, query = '') => {
    const { url, officer: signedIn } = bench();
    const answer = await fetch(`${url}/api/municipalities/${CODE}/resources/import${query}`, {
      method: 'POST',
      headers: { ...signedIn.headers, 'content-type': 'text/csv', 'x-michishirube': '1' },
      body: text,
    });
    return resourcesImportedSchema.parse(await answer.json());
  };

  beforeAll(async () => {
    const { context } = bench();
    await importInto(bench());
    officer = await openAs(context, 'disaster-officer');
    fire = await openAs(context, 'fire-department');
    drill = await openAs(context, 'drill-coordinator');
    supporter = await openAs(context, 'supporter');
  }, 120_000);

  test('entered, judged against the zones with the date, changed, taken off and back', async () => {
    const made = await enter();
    expect(made).toMatchObject({
      ...{ version: 1, hours: { isOpen: true } },
      hazard: { relation: 'inside', redRelation: 'inside' },
    });
    const far = await enter({ name: '架空 サロン', category: 'salon', position: at(900, 200) });
    expect(far.hazard.sentence.ja).toMatch(/^区域外\(区域データ /);
    const unplaced = await enter({ name: '架空 の会', category: 'group', position: null });
    expect(unplaced.hazard.sentence.ja).toMatch(/^判定できません/);
    const change = { version: 1, facts: { ...DESK, note: '2階' } };
    expect((await ask(`/resources/${made.id}`, change, 'PUT')).status).toBe(200);
    const late = await ask(`/resources/${made.id}`, change, 'PUT');
    expect(late.status).toBe(409);
    const { current } = resourceConflictSchema.parse(await late.json());
    expect(current).toMatchObject({ version: 2, facts: { note: '2階' } });
    const removed = (version: number, isRemoved: boolean) =>
      ask(`/resources/${made.id}/removed`, { version, isRemoved }, 'PUT');
    expect((await removed(2, true)).status).toBe(200);
    expect((await list()).resources.map(({ id }) => id)).not.toContain(made.id);
    const back = resourceDetailSchema.parse(await (await removed(3, false)).json());
    expect(back.history.map(({ kind }) => kind)).toEqual(['restore', 'remove', 'change', 'create']);
    const wrong = await ask('/resources', { ...DESK, hours: '平日' });
    expect(await wrong.json()).toMatchObject({ code: 'resource.hours-unreadable' });
    expect((await ask('/resources', { ...DESK, web: 'javascript:alert(1)' })).status).toBe(400);
  });

  test('only officers change them; everybody who sees places sees them', async () => {
    for (const reader of [fire, drill, supporter]) {
      const answer = await reader!('/resources');
      expect(resourceListSchema.parse(await answer.json()).mayChange).toBe(false);
      expect((await reader!('/resources', DESK)).status).toBe(403);
    }
  });

  test('a file says first what would come of it; out and in again it is the same', async () => {
    const text = [
      HEAD,
      '架空 リハビリ,リハビリ・介護予防,Mo 10:00-12:00,34.35,132.34',
      '架空 なぞ,なぞの種類,,,',
      '架空 会社,協力する事業者,いつでも,,',
      '架空 半分,サロン・通いの場,,34.35,',
      '架空 リハビリ,リハビリ・介護予防,Mo 10:00-12:00,34.35,132.34',
      '',
    ].join('\r\n');
    const before = (await list()).resources.length;
    const seen = await file(text);
    expect(seen).toMatchObject({ isApplied: false, read: 5, added: 2, changed: 0, same: 0 });
    expect(seen.rejects.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect((await list()).resources).toHaveLength(before);
    const applied = await file(text, '?apply=true');
    expect(applied.added + applied.changed + applied.same + applied.rejects.length).toBe(
      applied.read,
    );
    await enter({ name: '=架空(1)', phone: '+81-0-0000', position: null });
    const out = await (await ask('/resources.csv')).text();
    expect(out).toContain("'=架空(1)");
    const again = await file(out, '?apply=true');
    expect(again).toMatchObject({ added: 0, changed: 0, rejects: [] });
    expect(again.same).toBe((await list()).resources.length);
    const bad = await bench().ask('/resources/import', {
      ...{ method: 'POST', body: 'a,b\r\n1,2\r\n' },
      headers: { 'content-type': 'text/csv', 'x-michishirube': '1' },
    });
    expect(await bad.json()).toMatchObject({ code: 'resource.file-unreadable' });
  });

  test('what somebody else changes while a file is taken over is told and stays', async () => {
    const { id, facts } = await enter({ name: '架空 先に変わる', position: null });
    const text = `ID,${HEAD}\n${id},架空 あとから,サロン・通いの場,,,`;
    const { database, clock } = bench().context;
    const between: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((tx) => {
          const query: Transaction['query'] = async (sql, given) => {
            if (sql.includes('INSERT INTO social_resource'))
              await tx.query('UPDATE social_resource SET version = 2 WHERE id = $1', [id]);
            return tx.query(sql, given);
          };
          return work({ manager: tx.manager, query });
        }),
    };
    const sources = { database: between, actor: SYSTEM, now: clock() };
    const imported = await importResources(sources, CODE, Buffer.from(text), true);
    expect(imported).toMatchObject({
      value: { read: 1, added: 0, changed: 0, same: 0, rejects: [{ line: 2 }] },
    });
    const standing = (await list()).resources.find((one) => one.id === id);
    expect(standing?.facts).toEqual(facts);
  });

  test('within 500 m on foot along the roads, of people whom one sees', async () => {
    const idOf = async (number: string) => {
      const [row] = await bench().context.database.query<{ id: string }>(
        'SELECT id FROM resident WHERE roster_number = $1',
        [number],
      );
      return row?.id ?? '';
    };
    const near = await enter({
      name: '架空 公園サロン',
      category: 'salon',
      position: at(900, 180),
    });
    const far = await enter({ name: '架空 西の窓口', position: at(-390, 0) });
    const person = await idOf('004');
    const path = `/residents/${person}/resources-near`;
    const found = nearResourcesSchema.parse(await (await ask(path)).json());
    const ids = found.resources.map(({ id }) => id);
    expect(ids).toContain(near.id);
    expect(ids).not.toContain(far.id);
    const way = found.resources.find(({ id }) => id === near.id);
    // Along the lane, and no straight line.
    expect(way?.lengthMeters).toBeGreaterThan(150);
    expect(way?.lengthMeters).toBeLessThanOrEqual(500);
    expect(found.roadsAsOf.length).toBeGreaterThan(0);
    expect((await fire!(path)).status).toBe(404);
    expect((await drill!(path)).status).toBe(403);
    const unplaced = await ask(`/residents/${await idOf('006')}/resources-near`);
    expect(await unplaced.json()).toMatchObject({ code: 'resource.person-unplaced' });
    const service = { database: bench().context.database, actor: SYSTEM, today: TODAY };
    const given = { residentId: person, purpose: 'roster' } as const;
    await saveConsent(service, CODE, given, {
      ...{
        version: 0,
        state: 'agreed',
        decidedOn: '2026-11-01',
        explainedBy: '架空',
        onPaper: true,
      },
      shelterIds: [],
    });
    expect((await fire!(path)).status).toBe(200);
  });
});
