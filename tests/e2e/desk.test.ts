import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalityListSchema, type Summary, summarySchema } from '#contract/municipality';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import {
  hasChromium,
  openPage,
  RETRIES,
  startBrowser,
  type Watched,
  WITHOUT_MAP,
} from './support/browser.ts';

const TABLET = { width: 820, height: 1180 };
const SLOW_MILLIS = 120_000;

describe.skipIf(!hasChromium)('the first view', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  let application: Application;
  let browser: Browser;
  let code: string;
  let summary: Summary;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    application = await startApplication();
    browser = await startBrowser('map');
    const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
    code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
    const figures = await fetch(`${application.url}/api/municipalities/${code}/summary`);
    summary = summarySchema.parse(await figures.json());
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  beforeEach(async ({ task }) => {
    watched = await openPage(browser, `${application.url}/${code}/map?tier=1`, {
      reducedMotion: 'no-preference',
      drawing: task.meta.drawing,
    });
    page = watched.page;
    page.setDefaultTimeout(20_000);
    await firstRow().waitFor();
  });
  afterEach(async () => {
    const faults = [...watched.faults];
    await watched.close();
    expect(faults).toEqual([]);
  });

  const list = () => page.getByRole('listbox', { name: '対象者の一覧' });
  const firstRow = () => list().getByRole('option').first();
  const panel = () => page.getByRole('complementary', { name: '選んだものの詳細' });
  const figure = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  const shown = async (count: number) =>
    page
      .getByRole('heading', { level: 2 })
      .getByText(`${count.toLocaleString('en')}人`)
      .waitFor();
  const shownShelters = (count: number) =>
    page
      .getByRole('heading', { level: 2 })
      .getByText(`${count.toLocaleString('en')}か所`)
      .waitFor();
  const mapIsDrawn = () => page.waitForURL(/at=/);

  test('says who comes first, with the three figures and the date of the zone data', async () => {
    await page.getByRole('heading', { name: 'まず支援する人' }).waitFor();
    await shown(summary.byTier[0]?.count ?? -1);
    expect(await firstRow().getAttribute('aria-label')).toMatch(/^1位、.+第1優先/);
    expect(await figure('特別警戒区域内').textContent()).toContain(
      summary.insideRed?.toLocaleString('en'),
    );
    expect(await figure('判定できません').textContent()).toContain(
      summary.undetermined?.toLocaleString('en'),
    );
    expect(await figure('計画なし').textContent()).toContain(
      summary.withoutPlan?.toLocaleString('en'),
    );
    await mapIsDrawn();
    await page.getByText(/^区域データ/).waitFor();
  });

  test('a figure shows its people; the browser goes back', WITHOUT_MAP, async () => {
    await figure('特別警戒区域内').click();
    await shown(summary.insideRed ?? -1);
    expect(page.url()).toContain('red=inside');
    await page.goBack();
    await page.getByRole('heading', { name: 'まず支援する人' }).waitFor();
  });

  test('filters by district and care level with counts', WITHOUT_MAP, async () => {
    await page.getByRole('button', { name: 'すべて解除' }).click();
    await shown(summary.residents ?? -1);
    await page.getByRole('button', { name: '要介護度' }).click();
    const choice = page.getByRole('dialog').getByText('要介護5').locator('..');
    const said = (await choice.locator('span').last().textContent()) ?? '';
    const count = Number(said.replace(/\D/g, ''));
    await choice.click();
    await page.keyboard.press('Escape');
    await shown(count);
    expect(page.url()).toContain('careLevel=25');
  });

  test('list, panel and map select each other', async () => {
    await mapIsDrawn();
    const said = (await firstRow().getAttribute('aria-label')) ?? '';
    const name = said.split('、')[1] ?? '';
    await firstRow().click();
    await panel().getByRole('heading', { level: 2, name }).waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/sel=resident\./);
    expect(decodeURIComponent(page.url())).not.toContain(name);
    // The map went to the person, who is in its middle; a click there selects the person again.
    await page.waitForURL(/at=1[4-9]/);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await page.locator('[data-drawn]').waitFor();
    await page.getByRole('region', { name: /^地図/ }).locator('canvas').click();
    await panel().getByRole('heading', { level: 2, name }).waitFor();
    expect(await firstRow().getAttribute('aria-selected')).toBe('true');
  });

  test('says which shelters stand in a zone; list, panel and map select each other', async () => {
    await page
      .getByRole('button', { name: `区域内の避難所 ${summary.sheltersInZone}か所` })
      .click();
    await page.waitForURL(/\/shelters\?.*shelters=inside/);
    const table = page.getByRole('grid', { name: '避難所・避難場所の一覧' });
    await shownShelters(summary.sheltersInZone);
    const row = table.getByRole('row', { name: /区域内/ }).first();
    await table.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sel=shelter\./);
    await panel()
      .getByText(/区域内、境界から/)
      .waitFor();
    expect(await row.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^すべて\s*[\d,]+/ }).click();
    await shownShelters(summary.shelters);
    await page.getByRole('button', { name: '名前' }).click();
    await table.getByRole('columnheader', { name: '名前' }).waitFor();
    expect(await table.getByRole('columnheader', { name: '名前' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
  });

  test(
    'a municipality that is not there is said so, and another is offered',
    WITHOUT_MAP,
    async () => {
      await page.goto(`${application.url}/00000/map`);
      await page.getByText('この市区町村は登録されていません(404)').waitFor();
      await page
        .getByRole('main')
        .getByRole('button', { name: new RegExp(code) })
        .click();
      await page.getByRole('heading', { name: 'きょう確かめること' }).waitFor();
      expect(page.url()).toContain(`/${code}/start`);
    },
  );

  test('why? opens the reasoning line by line', WITHOUT_MAP, async () => {
    await firstRow().click();
    const why = panel().getByRole('button', { name: 'なぜ?', exact: true });
    await why.click();
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    const lines = panel().locator('ol > li');
    expect(await lines.count()).toBeGreaterThan(3);
    await panel().getByText('あてはまる', { exact: true }).first().waitFor();
    await panel()
      .getByText(/区域データ:/)
      .waitFor();
  });

  test('works by keyboard: to the list, down, open, close', WITHOUT_MAP, async () => {
    await list().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const id = (await list().getAttribute('aria-activedescendant')) ?? '';
    const name = (await page.locator(`#${id}`).getAttribute('aria-label'))?.split('、')[1] ?? '';
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { level: 2, name }).waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('role')).toBe('listbox');
    await page.keyboard.press('/');
    // Fetched when it is wanted, and the keyboard stays in it.
    await page.locator('[role=combobox]:focus').waitFor();
  });

  test('the legend switches layers, and the address keeps it', async () => {
    await mapIsDrawn();
    await page.getByRole('button', { name: '凡例', exact: true }).click();
    await page.getByRole('checkbox', { name: /^特別警戒区域/ }).uncheck();
    expect(page.url()).toContain('hide=zones-red');
    await page.reload();
    await page.getByRole('button', { name: '凡例', exact: true }).click();
    expect(await page.getByRole('checkbox', { name: /^特別警戒区域/ }).isChecked()).toBe(false);
  });

  test('on a tablet map and list are two tabs', async () => {
    await page.setViewportSize(TABLET);
    const tabs = page.getByRole('group', { name: '地図と一覧' });
    await tabs.getByRole('button', { name: '地図' }).click();
    await mapIsDrawn();
    expect(await list().isVisible()).toBe(false);
    await tabs.getByRole('button', { name: '一覧' }).click();
    expect(await list().isVisible()).toBe(true);
    expect(await page.locator('canvas').isVisible()).toBe(false);
  });

  test('speaks English', WITHOUT_MAP, async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Who comes first' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { name: 'まず支援する人' }).waitFor();
  });

  test('has no barrier that axe finds, in light and dark', async () => {
    await mapIsDrawn();
    await page.getByRole('button', { name: '凡例', exact: true }).click();
    await firstRow().click();
    await panel().getByRole('button', { name: 'なぜ?', exact: true }).click();
    for (const place of ['地図', '対象者', '避難所', 'データ']) {
      await page.getByRole('navigation').getByRole('button', { name: place }).click();
      await page.waitForTimeout(800);
      expect(await barriers(page), place).toEqual([]);
    }
    await page.getByRole('button', { name: '暗い画面にする' }).click();
    for (const place of ['データ', '避難所', '対象者', '地図']) {
      await page.getByRole('navigation').getByRole('button', { name: place }).click();
      await page.waitForTimeout(800);
      expect(await barriers(page), `${place}, dark`).toEqual([]);
    }
  });
});
