import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { planOfPaperSchema, planPaperCheckSchema, printsSchema } from '#contract/plan-paper';
import { planViewSchema } from '#contract/plan-work';
import { residentPageSchema } from '#contract/resident';
import { SYSTEM } from '../../server/db/actor.ts';
import { readPlanOnPaper } from '../../server/services/paper/read-plan-on-paper.ts';
import { EXAMPLE_CONTENT } from '../output/paper/support/example-plan.ts';
import { pdfText } from '../output/paper/support/pdf-text.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

/** A roster can bring anything: this would be a formula, markup of the typesetter, and a missing character. */
const ODD = '=1+1#eval("x")\uE000';

describeApp('plans on paper and in files', (bench) => {
  let ids: readonly string[] = [];
  const ask = (path: string, method = 'GET', body?: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-Michishirube': '1' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const ordered = async (body: object) => {
    const answer = await ask('/plans/prints', 'POST', body);
    expect(answer.status).toBe(202);
    return printsSchema.parse(await answer.json());
  };
  const audited = async (action: string) => {
    const [row] = await bench().context.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM audit_entry WHERE action = $1',
      [action],
    );
    return row?.count ?? 0;
  };

  beforeAll(async () => {
    const page = await bench().read(residentPageSchema, '/residents');
    ids = page.rows.slice(0, 4).map(({ id }) => id);
    for (const [index, id] of ids.slice(0, 3).entries()) {
      let { version } = await bench().read(planViewSchema, `/residents/${id}/plan`);
      for (const step of ['ask-consent', 'record-agreement', 'begin-draft']) {
        const taken = await ask(`/residents/${id}/plan/steps`, 'POST', { version, step });
        version = planViewSchema.parse(await taken.json()).version;
      }
      const [first, ...others] = EXAMPLE_CONTENT.supporters;
      const supporters = [{ ...first, name: index === 0 ? ODD : '隣野 四郎' }, ...others];
      const destination = { ...EXAMPLE_CONTENT.destination, shelterId: null };
      const content = { ...EXAMPLE_CONTENT, supporters, destination };
      const saved = await ask(`/residents/${id}/plan`, 'PUT', { contentVersion: 0, content });
      expect(saved.status).toBe(200);
    }
  });

  test('a plan as PDF for whom it is, with each print written down', async () => {
    const [id = ''] = ids;
    const before = await audited('people.print');
    const answer = await ask(`/residents/${id}/plan.pdf`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('content-disposition')).not.toMatch(/[^ -~]/);
    const text = pdfText(new Uint8Array(await answer.arrayBuffer()));
    for (const words of ['道標福祉センター', '区域データ', 'まだ運用していない計画です'])
      expect(text, words).toContain(words);
    expect(text.replaceAll(/[“”]/g, '"')).toContain('=1+1#eval("x")〓');
    expect(await audited('people.print')).toBe(before + 1);

    const path = `/residents/${id}/plan-paper?for=supporter`;
    const check = await bench().read(planPaperCheckSchema, path);
    expect(check.findings).toMatchObject([{ code: 'U+E000', kind: 'missing' }, {}]);

    const shelter = await ask(`/residents/${id}/plan.pdf?for=shelter`);
    expect(pdfText(new Uint8Array(await shelter.arrayBuffer()))).not.toContain('避難経路');
  });

  test('a paper holds the number of the plan, which leads who may see it to the plan and tells others nothing', async () => {
    const [id = '', notBegun = ''] = [ids[0], ids[3]];
    const { context } = bench();
    const municipality = (await context.readVersions(CODE))!;
    const addressOf = async (publicOrigin: string | null, residentId: string) => {
      const sources = { ...context.paper.sources, publicOrigin };
      const plan = await readPlanOnPaper(sources, municipality, SYSTEM, residentId);
      return plan?.planAddress;
    };
    const { planId } = await bench().read(planViewSchema, `/residents/${id}/plan`);
    expect(planId).not.toBe(id);
    expect(await addressOf(null, id)).toBe(planId);
    expect(await addressOf('https://michi.city.example', id)).toBe(
      `https://michi.city.example/${CODE}/plans?sel=paper.${planId}`,
    );
    expect(await addressOf(null, notBegun)).toBeNull();

    const before = await audited('people.plan');
    const named = await bench().read(planOfPaperSchema, `/plan-papers/${planId}`);
    expect(named).toEqual({ residentId: id });
    // What was printed before holds the id of the person's record.
    expect(await bench().read(planOfPaperSchema, `/plan-papers/${id}`)).toEqual(named);
    expect(await audited('people.plan')).toBe(before + 2);

    const welfare = await openAs(context, 'welfare-officer');
    expect(await (await welfare(`/plan-papers/${planId}`)).json()).toEqual(named);
    // Nobody has agreed to give the plan to those who help.
    const other = await openAs(context, 'supporter', { residentIds: [id] });
    const refused = await other(`/plan-papers/${planId}`);
    expect([refused.status, problemSchema.parse(await refused.json()).code]).toEqual([
      404,
      'plan.not-shown',
    ]);
    expect((await other(`/plan-papers/${randomUUID()}`)).status).toBe(404);
  });

  test('a role prints its own version alone, and of those whom it sees', async () => {
    const [id = ''] = ids;
    const supporter = await openAs(bench().context, 'supporter', { residentIds: [id] });
    const refused = await supporter(`/residents/${id}/plan.pdf?for=person`);
    expect([refused.status, problemSchema.parse(await refused.json()).code]).toEqual([
      403,
      'access.denied',
    ]);
    const fire = await openAs(bench().context, 'fire-department');
    // Nobody has agreed to give the plan in peacetime.
    expect((await fire(`/residents/${id}/plan.pdf`)).status).toBe(404);
    expect((await fire('/plans.csv')).status).toBe(403);
    const district = await openAs(bench().context, 'district-organisation', {
      districts: ['山手'],
    });
    const csv = await (await district('/plans.csv')).text();
    expect(csv.trim().split('\n')).toHaveLength(1);
    expect(csv).not.toContain('薬');
    const book = await ask('/plans/map-book.pdf?district=%E5%B1%B1%E6%89%8B');
    expect(pdfText(new Uint8Array(await book.arrayBuffer()))).toContain('索引図');
  });

  test('many plans in one order: progress, a ZIP with a list, removed when called off', async () => {
    const { id, total } = await ordered({ paper: 'person' });
    expect(total).toBe(3);
    const state = () => bench().read(printsSchema, `/plans/prints/${id}`);
    while ((await state()).state === 'running') await new Promise((next) => setTimeout(next, 50));
    expect(await state()).toMatchObject({ state: 'done', done: 3, withFindings: 1, notPrinted: 0 });
    const folder = await mkdtemp(join(tmpdir(), 'michishirube-test-'));
    const zip = join(folder, 'plans.zip');
    const answer = await ask(`/plans/prints/${id}/plans.zip`);
    await writeFile(zip, Buffer.from(await answer.arrayBuffer()));
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
    expect((await readdir(folder)).sort()).toEqual([
      ...['00001.pdf', '00002.pdf', '00003.pdf', 'list.csv', 'plans.zip'],
    ]);
    for (const name of ['00001.pdf', '00003.pdf'])
      expect(pdfText(await readFile(join(folder, name)))).toContain('個別避難計画');
    expect(await readFile(join(folder, 'list.csv'), 'utf8')).toContain('U+E000');
    const other = await openAs(bench().context, 'welfare-officer');
    expect((await other(`/plans/prints/${id}`)).status).toBe(404);
    expect((await ask(`/plans/prints/${id}`, 'DELETE')).status).toBe(200);
    expect((await ask(`/plans/prints/${id}`)).status).toBe(404);
  });

  test('one file for each helper, with all whom they come to', async () => {
    const { id, total } = await ordered({ paper: 'supporter' });
    // Two of the same name, phone and home; the others of the name that is odd, and two organisations without a number.
    const state = () => bench().read(printsSchema, `/plans/prints/${id}`);
    while ((await state()).state === 'running') await new Promise((next) => setTimeout(next, 50));
    expect(await state()).toMatchObject({ state: 'done', done: total, notPrinted: 0 });
    const folder = await mkdtemp(join(tmpdir(), 'michishirube-test-'));
    const zip = join(folder, 'plans.zip');
    const answer = await ask(`/plans/prints/${id}/plans.zip`);
    await writeFile(zip, Buffer.from(await answer.arrayBuffer()));
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
    const lines = (await readFile(join(folder, 'list.csv'), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(total + 1);
    const neighbour = lines.find((line) => line.includes('隣野 四郎'));
    expect(neighbour).toContain('、');
    const file = String(neighbour?.slice(0, 9));
    const text = pdfText(await readFile(join(folder, file)));
    for (const words of ['支援する方へ', '時間の重なり', '先に行く人', '2人'])
      expect(text, words).toContain(words);
    expect(text).not.toContain('お薬手帳は冷蔵庫');
    expect((await ask(`/plans/prints/${id}`, 'DELETE')).status).toBe(200);
  });

  test('plans as CSV and Excel without formulas, written down', async () => {
    const before = await audited('people.export');
    const bytes = Buffer.from(await (await ask('/plans.csv')).arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const csv = bytes.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain(`'${ODD.replaceAll('"', '""')}`);
    expect(csv).not.toMatch(/(^|,|")=1/m);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await ask('/plans.xlsx')).arrayBuffer());
    const values = JSON.stringify(workbook.worksheets[0]?.getSheetValues());
    expect(values).toContain('酸素濃縮器');
    expect(values).not.toContain('formula');
    expect(await audited('people.export')).toBe(before + 2);
  });
});
