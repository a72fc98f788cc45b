/* Long: what is the same in every place is walked in one running application. */
// biome-ignore-all lint/performance/useDomNodeTextContent: what is hidden and where lines end matters
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalityListSchema, type Summary, summarySchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { searchResultsSchema } from '#contract/search';
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

const SLOW_MILLIS = 180_000;
const START = 'きょう確かめること';

/** What is read on the page or heard of it. */
const EVERYTHING_SAID = `(() => {
  // What is Japanese in itself (the sources of the data) says so, and is left out.
  const quoted = document.querySelectorAll('body [lang=ja]');
  for (const one of quoted) one.style.display = 'none';
  const said = document.body.innerText;
  for (const one of quoted) one.style.display = '';
  return [said, ...[...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap((one) =>
    ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? '')),
  ].join('\\n');
})()`;

/** Files of the application's own letters that the page has read. */
const OWN_LETTERS = `[...document.fonts].filter(
  ({ family, status }) => family.includes('Noto Sans JP') && status === 'loaded').length`;

describe.skipIf(!hasChromium)('the frame', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  let application: Application;
  let browser: Browser;
  let code: string;
  let summary: Summary;
  let first: { name: string; nameKana: string | null; rosterNumber: string };
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    application = await startApplication();
    browser = await startBrowser('map');
    const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
    code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
    const ask = (path: string) =>
      fetch(`${application.url}/api/municipalities/${code}${path}`).then((got) => got.json());
    summary = summarySchema.parse(await ask('/summary'));
    const [row] = residentPageSchema.parse(await ask('/residents?limit=1')).rows;
    if (row === undefined) throw new Error('the demo city has no people');
    first = row;
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  beforeEach(async ({ task }) => {
    watched = await openPage(browser, `${application.url}/`, { drawing: task.meta.drawing });
    page = watched.page;
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: START }).waitFor();
  });
  afterEach(async ({ task }) => {
    const { brings } = task.meta;
    const faults = watched.faults.filter((one) => brings === undefined || !one.includes(brings));
    await watched.close();
    expect(faults).toEqual([]);
  });

  const panel = () => page.getByRole('complementary', { name: '選んだものの詳細' });
  const box = () => page.getByRole('combobox', { name: /さがす/ });
  const places = () => page.getByRole('navigation', { name: '画面の切り替え' });
  const look = async (text: string) => {
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(text);
    await page.getByRole('option').first().waitFor();
  };

  test(
    'the start page says who comes first, the figures, what changed and the date of the data',
    WITHOUT_MAP,
    async () => {
      expect(page.url()).toContain(`/${code}/start`);
      for (const count of [summary.insideRed, summary.undetermined, summary.withoutPlan])
        await page
          .getByRole('button')
          .getByText(String(count?.toLocaleString('en')))
          .first()
          .waitFor();
      await page.getByRole('heading', { name: 'まず支援する人' }).waitFor();
      await page.getByText(/^2026年4月1日\(令和8年\)時点\(期限は5年\)$/).waitFor();
      await page.getByText('取り込んだデータ').click();
      await page
        .getByText(/避難行動要支援者名簿/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: new RegExp(first.name) }).click();
      await panel().getByRole('heading', { level: 2, name: first.name }).waitFor();
    },
  );

  test('the browser goes back through places and selections', WITHOUT_MAP, async () => {
    const first1 = summary.byTier[0]?.count?.toLocaleString('en') ?? '';
    await page.getByRole('button', { name: `第1優先の${first1}人をすべて見る` }).click();
    await page.waitForURL(/\/map\?/);
    await places().getByRole('button', { name: '避難所' }).click();
    await page.waitForURL(/\/shelters/);
    await page.goBack();
    await page.getByRole('listbox', { name: '対象者の一覧' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: START }).waitFor();
    await page.goForward();
    await page.getByRole('listbox', { name: '対象者の一覧' }).waitFor();
  });

  test(
    'finds a person by kana with the keyboard alone; the name gets into no address',
    WITHOUT_MAP,
    async () => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
      const kana = first.nameKana ?? first.name;
      await look(kana);
      await page.getByText(/^対象者 \d/).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sel=resident/);
      await panel().getByRole('heading', { level: 2 }).waitFor();
      expect(decodeURIComponent(page.url())).not.toContain(first.name);
      expect(requests.filter((url) => url.includes(kana) || url.includes(first.name))).toEqual([]);
    },
  );

  test('finds a person by roster number', WITHOUT_MAP, async () => {
    await look(first.rosterNumber);
    await page.getByRole('option', { name: first.name }).first().waitFor();
  });

  test('an address flies the map there and is judged in words with the date of the data', async () => {
    await look('横根');
    await page.getByText(/^住所 [\d,]+件/).waitFor();
    await page
      .getByRole('option', { name: /横根一丁目/ })
      .filter({ hasText: '町名まで' })
      .first()
      .click();
    await page.waitForURL(/sel=point/);
    await panel().getByText('土砂災害の区域との関係').waitFor();
    await panel()
      .getByText(/(区域内|のそば|区域外|判定できません)/)
      .first()
      .waitFor();
    await panel()
      .getByText(/区域データ:2026年4月1日/)
      .waitFor();
    await page.waitForURL(/at=1[3-9]/);
    expect(decodeURIComponent(page.url())).not.toContain('丁目');
    await page.goBack();
    await panel().waitFor({ state: 'detached' });
  });

  test('finds zones, shelters and districts, each with how many there are', async () => {
    const response = await fetch(`${application.url}/api/municipalities/${code}/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '横根' }),
    });
    const found = searchResultsSchema.parse(await response.json());
    await look('横根');
    await page.getByText(new RegExp(`^区域 ${found.zones.count.toLocaleString('en')}件`)).waitFor();
    const [zone] = found.zones.items;
    await box().fill(zone?.zoneNumber ?? '');
    await page
      .getByRole('option', { name: new RegExp(zone?.zoneNumber ?? '-') })
      .first()
      .click();
    await page.waitForURL(/sel=zone/);
    await page.waitForURL(/at=1[2-9]/);
  });

  test('says so where nothing matches', WITHOUT_MAP, async () => {
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('どこにもない言葉');
    await page.getByText('あてはまるものがありません').waitFor();
  });

  test(
    'the limit of age of the zone data can be changed, and taken back',
    WITHOUT_MAP,
    async () => {
      await page.getByRole('button', { name: '期限を変える' }).click();
      const limit = page.getByLabel('期限(年)');
      await limit.fill('8');
      await page.getByRole('button', { name: '期限を変える' }).click();
      await page.getByText('区域データの期限を5年から8年に変えました').waitFor();
      await places().getByRole('button', { name: 'はじめ' }).click();
      await page.getByText(/\(期限は8年\)/).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText(/\(期限は5年\)/).waitFor();
    },
  );

  test('prints the whole list, with city and dates', WITHOUT_MAP, async () => {
    await page.evaluate(
      `window.print = () => document.documentElement.setAttribute('data-printed', 'yes')`,
    );
    await page.getByRole('button', { name: /^特別警戒区域内/ }).click();
    await page.getByRole('listbox', { name: '対象者の一覧' }).waitFor();
    await page.keyboard.press('Control+p');
    await page.locator('html[data-printed]').waitFor({ timeout: 60_000 });
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    expect(await sheet.locator('tbody tr').count()).toBe(summary.insideRed);
    const head = (await sheet.locator('.print-header').innerText()).replaceAll(/\n+/g, '\n');
    expect(head).toMatch(/市\n対象者の一覧\n印刷 \d{4}年.*区域データ 2026年4月1日/);
    expect(head).toContain('個人情報');
    expect(await page.locator('canvas').isVisible()).toBe(false);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // A4 lying: 842 by 595 points.
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages)?.slice(1) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  });

  test('speaks English without a rest of Japanese', WITHOUT_MAP, async () => {
    await page.getByRole('button', { name: 'English' }).click();
    const rail = page.getByRole('navigation', { name: 'Places' });
    await rail.getByRole('button').first().waitFor();
    for (const place of await rail.getByRole('button').all()) {
      await place.click();
      await page.waitForTimeout(1200);
      // Names of the data are kanji and katakana: hiragana is what the screen itself says.
      const rest = async () =>
        (await page.evaluate<string>(EVERYTHING_SAID))
          .split('\n')
          .filter((line) => /[ぁ-ん]/.test(line) && line !== '日本語');
      await expect.poll(rest, { message: await place.innerText(), timeout: 15_000 }).toEqual([]);
    }
  });

  test('has no barrier that axe finds, in light and dark, also with a looked-up address', async () => {
    await look('横根');
    // The open list itself is left out: react-aria hides the rest of the page from screen readers meanwhile.
    await page
      .getByRole('option', { name: /横根一丁目/ })
      .filter({ hasText: '町名まで' })
      .first()
      .click();
    await panel().getByText('土砂災害の区域との関係').waitFor();
    for (const theme of ['light', 'dark']) {
      if (theme === 'dark') await page.getByRole('button', { name: '暗い画面にする' }).click();
      for (const place of ['設定', 'はじめ']) {
        await places().getByRole('button', { name: place }).click();
        await page.waitForTimeout(800);
        expect(await barriers(page), `${place}, ${theme}`).toEqual([]);
      }
    }
  });

  test('a panel that cannot be fetched leaves the list and the way to other places', {
    meta: { drawing: 'no map', brings: 'Failed to' },
  }, async () => {
    await page.route(/assets\/ShelterPanel-/, (route) => route.abort());
    await places().getByRole('button', { name: '避難所' }).click();
    await page.getByRole('row').nth(1).click();
    await panel().getByText('画面の表示中に問題が起きました。').waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await panel().getByRole('button', { name: '閉じる' }).click();
    await panel().waitFor({ state: 'detached' });
    await places().getByRole('button', { name: 'はじめ' }).click();
    await page.getByRole('button', { name: new RegExp(first.name) }).click();
    await panel().getByRole('heading', { level: 2, name: first.name }).waitFor();
  });

  test('a map that cannot be fetched leaves the list, and the date of the zone data below it', {
    meta: { brings: 'Failed to' },
  }, async () => {
    await page.route(/assets\/map-shared-/, (route) => route.abort());
    await page.reload();
    await places().getByRole('button', { name: '地図' }).click();
    await page.getByText('画面の表示中に問題が起きました。').waitFor();
    await page.getByText(/^区域データ .*時点/).waitFor();
    await page.getByRole('option').first().waitFor();
  });

  test.each([
    [820, 1180],
    [390, 844],
  ])('fits %i by %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.getByRole('heading', { name: START }).waitFor();
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    for (const button of await places().getByRole('button').all())
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  });
});

describe.skipIf(!hasChromium)('without a network', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  test('opens, shows what was loaded last and says so; another window reads no names', async () => {
    const application = await startApplication();
    const browser = await startBrowser('map', 'own letters');
    try {
      const watched = await openPage(browser, `${application.url}/`, { worker: 'worker' });
      const { page } = watched;
      page.setDefaultTimeout(30_000);
      const people = page.locator('section[aria-labelledby="start-first"] li');
      await people.first().waitFor();
      const shown = await people.first().innerText();
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      // Once under the worker, so that what the map needs is kept as well.
      await page.reload();
      await people.first().waitFor();
      await page.waitForTimeout(3000);

      await application.stop();
      await page.reload();
      await page.getByText('サーバーにつながりません。').waitFor();
      await page.getByText(/に読み込んだ内容を表示しています。/).waitFor();
      await people.first().waitFor();
      expect(await people.first().innerText()).toBe(shown);
      expect(await page.evaluate(OWN_LETTERS)).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'もう一度つなぐ' }).click();
      await page.getByText('サーバーにつながりません。').waitFor();

      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByText('サーバーにつながりません。').waitFor();
      await other.getByRole('heading', { name: START }).waitFor();
      await other.getByText('読み込めませんでした').first().waitFor();
      const name = shown.split('\n')[0] ?? '-';
      expect(await other.locator('body').innerText()).not.toContain(name);
      expect(watched.faults.filter((fault) => fault.startsWith('uncaught'))).toEqual([]);
    } finally {
      await browser.close();
      await application.stop();
    }
  });
});
