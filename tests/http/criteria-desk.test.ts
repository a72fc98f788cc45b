import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '#contract/common';
import {
  adoptedSchema,
  type CriteriaDraft,
  criteriaDraftSchema,
  criteriaEffectSchema,
  criteriaOverviewSchema,
} from '#contract/criteria-desk';
import { jobSchema } from '#contract/dataset';
import { municipalityListSchema, summarySchema } from '#contract/municipality';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import { contentOf } from '#domain/priority/content';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { criteriaOf } from '../../server/cli/criteria-option.ts';
import { SYSTEM } from '../../server/db/actor.ts';
import { CODE } from './support/city.ts';
import { describeApp, type HttpBench, TODAY } from './support/http-bench.ts';

const PRESET = { id: redZonePolicy.id, version: redZonePolicy.version };
const WORDS = { ja: '八十歳以上', en: '' };
const DECISION = { adoptedBy: '架空 課長', effectiveOn: TODAY, note: '会議で決定' };
/** Only those of whom it is known that they need care 4 or more. */
const CONTENT = {
  ...contentOf(redZonePolicy),
  name: { ja: '市の基準', en: '' },
  tiers: [{ label: WORDS, condition: { fact: 'careLevel', atLeast: '24' } as const }],
};

describeApp('criteria of the city', (bench) => {
  const send = (method: string, path: string, body: unknown = {}) =>
    bench().ask(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const sendFor = async <Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body: unknown = {},
  ) => {
    const response = await send(method, path, body);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return schema.parse(answer);
  };
  const overview = () => bench().read(criteriaOverviewSchema, '/criteria/overview');
  const draftOf = (document: unknown = CONTENT): Promise<CriteriaDraft> =>
    sendFor(criteriaDraftSchema, 'POST', '/criteria/drafts', { basedOn: PRESET, document });
  const everybody = { direction: 'all', limit: 100 };

  test('presets are there from the start, one of them in force', async () => {
    const { versions, drafts, inForce, adoptions } = await overview();
    expect(versions.map(({ isPreset }) => isPreset)).toEqual([true, true, true]);
    expect(inForce).toEqual(PRESET);
    expect([drafts, adoptions]).toEqual([[], []]);
  });

  test('a draft is kept with its version; who writes over a newer one is told and nothing is lost', async () => {
    const draft = await draftOf();
    const path = `/criteria/drafts/${draft.id}`;
    const mine = { ...CONTENT, note: { ja: '私の', en: '' } };
    const saved = await sendFor(criteriaDraftSchema, 'PUT', path, { version: 1, document: mine });
    expect(saved.version).toBe(2);
    const late = await send('PUT', path, { version: 1, document: CONTENT });
    expect(late.status).toBe(409);
    expect(problemSchema.parse(await late.json()).code).toBe('criteria-draft.stale');
    expect((await bench().read(criteriaDraftSchema, path)).document.note.ja).toBe('私の');
    expect((await send('DELETE', path)).status).toBe(200);
    expect((await bench().ask(path)).status).toBe(404);
    expect((await send('PUT', path, { version: 2, document: CONTENT })).status).toBe(404);
    expect((await send('POST', `${path}/restore`)).status).toBe(200);
    expect((await bench().read(criteriaDraftSchema, path)).version).toBe(2);
    await send('DELETE', path);
  });

  test('two who save at once: one is kept, the other told', async () => {
    const draft = await draftOf();
    const path = `/criteria/drafts/${draft.id}`;
    const answers = await Promise.all(
      ['甲', '乙'].map((ja) =>
        send('PUT', path, { version: 1, document: { ...CONTENT, note: { ja, en: '' } } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await send('DELETE', path);
  });

  test('what is no draft is refused', async () => {
    const refused = [
      { ...CONTENT, tiers: [{ label: WORDS, condition: { fact: 'income', atLeast: 1 } }] },
      { ...CONTENT, run: 'x' },
      { ...CONTENT, tiers: [{ label: WORDS, condition: nested(2000) }] },
    ];
    for (const document of refused) {
      const response = await send('POST', '/criteria/drafts', { basedOn: null, document });
      expect(response.status).toBe(400);
    }
    expect((await bench().ask('/criteria/drafts/not-an-id')).status).toBe(400);
    expect((await overview()).drafts).toEqual([]);
  });

  test('the effect shows who changes, by name, per tier and district, and is not stored anywhere', async () => {
    const response = await send('POST', '/criteria/effect', {
      from: null,
      to: { document: CONTENT },
      list: everybody,
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const effect = criteriaEffectSchema.parse(await response.json());
    expect(effect.from.id).toBe(PRESET.id);
    expect(effect.to.tiers.map(({ count }) => count)).toEqual([2, 5]);
    // Of 四郎 the roster does not say the care level: counted as uncertain, not as low.
    expect(effect.to.tiers[1]?.uncertain).toBe(1);
    expect(effect.people.total).toBe(effect.changed);
    expect(effect.people.rows.map(({ name }) => name)).toContain('仮名 七海');
    expect(effect.districts.map(({ residents }) => residents).reduce((a, b) => a + b)).toBe(7);
    const up = await effectOf({ to: { document: CONTENT }, list: { direction: 'up', limit: 1 } });
    expect(up.people.total).toBe(effect.up);
    expect(up.people.rows.length).toBe(Math.min(1, effect.up));
    const turned = redZonePolicy.score.map((rule) => ({ ...rule, points: -rule.points }));
    const order = await effectOf({
      to: { document: { ...contentOf(redZonePolicy), score: turned } },
      list: { ...everybody, direction: 'order' },
    });
    expect([order.changed, order.people.total]).toEqual([0, order.reordered]);
    expect(order.reordered).toBeGreaterThan(0);
    expect(order.people.rows.every(({ fromRank, toRank }) => fromRank !== toRank)).toBe(true);
    const there = await effectOf({
      to: { document: CONTENT },
      list: { ...everybody, district: '浜手' },
    });
    expect(there.people.rows.every(({ district }) => district === '浜手')).toBe(true);
    expect(bench().log.join('')).not.toContain('仮名');
  });

  const effectOf = (body: object) =>
    sendFor(criteriaEffectSchema, 'POST', '/criteria/effect', { from: null, ...body });

  test('what is adopted ranks as the effect said, and the former can be adopted again', {
    timeout: 120_000,
  }, async () => {
    const before = await settingsOf(bench());
    const draft = await draftOf();
    const effect = await effectOf({ to: { document: CONTENT }, list: everybody });
    const adoption = { ...DECISION, municipalityVersion: before, draftVersion: draft.version };
    const path = `/criteria/drafts/${draft.id}/adoption`;
    const adopted = await sendFor(adoptedSchema, 'POST', path, adoption);
    expect(adopted.criteria).toEqual({ id: draft.criteriaId, version: 1 });
    await ended(bench(), adopted.job.id);
    expect(await tiersOf(bench())).toEqual(effect.to.tiers.map(({ count }) => count));
    const now = await overview();
    expect(now.inForce).toEqual(adopted.criteria);
    expect(now.drafts).toEqual([]);
    expect(now.adoptions[0]).toMatchObject({ ...DECISION, criteria: adopted.criteria });
    const page = await bench().read(residentPageSchema, '/residents?limit=1');
    const detail = await bench().read(residentDetailSchema, `/residents/${page.rows[0]?.id}`);
    expect(detail.priority).toMatchObject({ criteriaVersion: 1, effectiveOn: TODAY });

    // The next version of the same criteria, then back to the first: it comes as the third.
    const next = await sendFor(criteriaDraftSchema, 'POST', '/criteria/drafts', {
      basedOn: adopted.criteria,
      document: { ...CONTENT, name: { ja: '市の基準の改正', en: '' } },
    });
    const second = await sendFor(adoptedSchema, 'POST', `/criteria/drafts/${next.id}/adoption`, {
      ...DECISION,
      municipalityVersion: adopted.municipalityVersion,
      draftVersion: 1,
    });
    expect(second.criteria).toEqual({ id: draft.criteriaId, version: 2 });
    await ended(bench(), second.job.id);
    const compared = await effectOf({
      from: adopted.criteria,
      to: second.criteria,
      list: everybody,
    });
    expect(compared.changed).toBe(0);
    const third = await sendFor(adoptedSchema, 'POST', '/criteria/adoption', {
      ...DECISION,
      municipalityVersion: second.municipalityVersion,
      criteria: adopted.criteria,
    });
    expect(third.criteria).toEqual({ id: draft.criteriaId, version: 3 });
    await ended(bench(), third.job.id);
    const own = (await overview()).versions.filter(({ isPreset }) => !isPreset);
    expect(own.map(({ criteria }) => [criteria.version, criteria.name.ja])).toEqual([
      [3, '市の基準'],
      [2, '市の基準の改正'],
      [1, '市の基準'],
    ]);

    const back = await sendFor(adoptedSchema, 'POST', '/criteria/adoption', {
      ...DECISION,
      municipalityVersion: third.municipalityVersion,
      criteria: PRESET,
    });
    expect(back.criteria).toEqual(PRESET);
    await ended(bench(), back.job.id);
    expect(await tiersOf(bench())).toEqual(effect.from.tiers.map(({ count }) => count));
  });

  test('nothing is adopted with a date to come, an old version, or what is not finished', async () => {
    const draft = await draftOf({
      ...CONTENT,
      tiers: [{ label: WORDS, condition: { any: [] } }],
    });
    const municipalityVersion = await settingsOf(bench());
    const path = `/criteria/drafts/${draft.id}/adoption`;
    const refusals: [change: object, status: number, code: string][] = [
      [{}, 422, 'criteria-draft.not-finished'],
      [{ effectiveOn: '2026-11-25' }, 422, 'criteria.not-yet-effective'],
      [{ municipalityVersion: municipalityVersion - 1 }, 409, 'municipality.stale'],
      [{ draftVersion: 7 }, 409, 'criteria-draft.stale'],
    ];
    for (const [change, status, code] of refusals) {
      const body = { ...DECISION, municipalityVersion, draftVersion: 1, ...change };
      const response = await send('POST', path, body);
      expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([
        status,
        code,
      ]);
    }
    const unnamed = { ...DECISION, adoptedBy: ' ', municipalityVersion, draftVersion: 1 };
    expect((await send('POST', path, unnamed)).status).toBe(400);
    expect((await overview()).inForce).toEqual(PRESET);
    expect(await settingsOf(bench())).toBe(municipalityVersion);
  });

  test('the command line takes criteria by id, by id and version, or from a file', async () => {
    const { context, dataDir } = bench();
    const { database } = context;
    const service = { database, actor: SYSTEM, today: TODAY };
    const file = join(dataDir, 'criteria.json');
    writeFileSync(file, JSON.stringify({ ...redZonePolicy, id: 'of-a-file' }));
    expect((await criteriaOf(service, CODE, PRESET.id)).id).toBe(PRESET.id);
    expect((await criteriaOf(service, CODE, `${PRESET.id}@1`)).version).toBe(1);
    expect((await criteriaOf(service, CODE, file)).id).toBe('of-a-file');
    await expect(criteriaOf(service, CODE, `${PRESET.id}@9`)).rejects.toThrow(PRESET.id);
    writeFileSync(file, JSON.stringify({ ...redZonePolicy, version: 0 }));
    await expect(criteriaOf(service, CODE, file)).rejects.toThrow('version');
    await expect(criteriaOf(service, CODE, `${file}.json`)).rejects.toThrow('ENOENT');
  });

  test('criteria that are not there are a 404', async () => {
    const nowhere = { id: 'own-none', version: 1 };
    const trial = { from: null, to: nowhere, list: everybody };
    expect((await send('POST', '/criteria/effect', trial)).status).toBe(404);
    const municipalityVersion = await settingsOf(bench());
    const adoption = { ...DECISION, municipalityVersion, criteria: nowhere };
    expect((await send('POST', '/criteria/adoption', adoption)).status).toBe(404);
  });
});

function nested(depth: number): unknown {
  let condition: unknown = { fact: 'age', atLeast: 75 };
  for (let level = 0; level < depth; level++) condition = { not: condition };
  return condition;
}

async function settingsOf({ url }: HttpBench): Promise<number> {
  const response = await fetch(`${url}/api/municipalities`);
  const { municipalities } = municipalityListSchema.parse(await response.json());
  return municipalities.find(({ code }) => code === CODE)?.version ?? -1;
}

async function tiersOf(bench: HttpBench): Promise<number[]> {
  const { byTier } = await bench.read(summarySchema, '/summary');
  return byTier.map(({ count }) => count ?? -1);
}

async function ended({ url, context }: HttpBench, id: string): Promise<void> {
  await context.jobs.ended(id);
  const response = await fetch(`${url}/api/jobs/${id}`);
  expect(jobSchema.parse(await response.json()).state).toBe('succeeded');
}
