import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { residentPageSchema } from '#contract/resident';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, type Watched } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const CITY = '99201';

describe.skipIf(!hasChromium)('the auditor', { timeout: 180_000, retry: RETRIES }, () => {
  const running = useApplication('no map');
  let officer: Watched;
  let auditor: Watched;
  let page: Page;

  test('an officer looks at a person in disaster mode; the auditor finds who did, and the report', async () => {
    officer = await openPage(running.browser, `${running.application.url}/${CITY}/settings`);
    const desk = officer.page;
    desk.setDefaultTimeout(30_000);
    await desk.getByRole('button', { name: '災害時の情報提供を始める' }).click();
    const form = desk.getByRole('form', { name: '災害時の情報提供を始める' });
    await form.getByLabel('市の全域').check();
    await form.getByRole('checkbox', { name: /49条の11/ }).check();
    await form.getByLabel('理由').fill('土砂災害警戒情報の発表');
    await form.getByRole('button', { name: '始める' }).click();
    await desk.getByText('災害時の情報提供を始めました').waitFor();
    await desk.goto(`${running.application.url}/${CITY}/people`);
    const listed = await desk.evaluate(async (city) => {
      const list: unknown = await (
        await fetch(`/api/municipalities/${city}/residents?limit=1`)
      ).json();
      return list;
    }, CITY);
    const [row] = residentPageSchema.parse(listed).rows;
    if (row === undefined) throw new Error('nobody is on the roster');
    await desk.evaluate(
      (path) => fetch(path).then(({ status }) => status),
      `/api/municipalities/${CITY}/residents/${row.id}`,
    );
    const person = { number: row.rosterNumber, name: row.name };

    auditor = await openPage(running.browser, `${running.application.url}/${CITY}/start`, {
      role: 'auditor',
    });
    page = auditor.page;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    // What a search of places and people answers is not for this role: it gets no field for one.
    await page.getByRole('navigation').getByRole('button', { name: '記録' }).click();
    expect(await page.getByRole('banner').locator('input').count()).toBe(0);
    page.setDefaultTimeout(30_000);
    await page.getByText('控えておくと').waitFor();
    const logged = () => asked.filter((address) => /audit\/(search|verify)/.test(address));
    // Opening the page looks for nothing and checks nothing: that would be lines of the log.
    expect(logged()).toEqual([]);
    await page.getByRole('button', { name: '検査する', exact: true }).click();
    await page.getByText('異常はありません').waitFor();
    const [plain] = await Promise.all([
      page.waitForRequest(/audit\/search\.csv/),
      page.waitForEvent('download'),
      (async () => {
        // What stands in the form counts, not what was looked for before.
        await page.getByLabel('操作').selectOption({ label: '一覧を見た' });
        await page.getByRole('button', { name: 'CSVに出力' }).click();
      })(),
    ]);
    expect(plain.postDataJSON()).toMatchObject({ action: 'people.list' });
    await page.getByRole('textbox', { name: '名簿番号' }).fill(person.number);
    await page.getByLabel('操作').selectOption({ label: '対象者の詳細を見た' });
    await page.getByRole('button', { name: 'さがす' }).click();
    const lines = page.getByRole('region', { name: '監査の記録の一覧' });
    const first = lines.getByRole('row').nth(1);
    await first.getByText('対象者の詳細を見た').waitFor();
    expect(await first.textContent()).toContain('災害時の情報提供中');
    await first.getByRole('button').click();
    await lines.getByText(person.number, { exact: true }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(person.name);
    expect(await barriers(page)).toEqual([]);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSVに出力' }).click(),
    ]);
    const csv = readFileSync(await file.path(), 'utf8');
    expect(csv).toContain('対象者の詳細を見た');
    expect(csv).not.toContain(person.name);

    await page.getByRole('button', { name: '誰が何人を見たかを表示' }).click();
    await page.getByText(/見られた人は合わせて\d+人です/).waitFor();
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '誰が誰を見たか(CSV)' }).click(),
    ]);
    expect(readFileSync(await report.path(), 'utf8')).toContain(person.number);

    expect([...officer.faults, ...auditor.faults]).toEqual([]);
    await officer.close();
    await auditor.close();
  });
});
