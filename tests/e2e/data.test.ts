import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalityListSchema } from '#contract/municipality';
import { shelterListSchema } from '#contract/shelter';
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
/** What a browser itself says of a connection that is gone or an answer that refuses. */
const OF_THE_NETWORK = /Failed to load resource|net::ERR_/;

describe.skipIf(!hasChromium)(
  'data, from a file to a decision',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    let watched: Watched;
    let page: Page;
    let directory: string;

    const api = (path: string) => `${application.url}/api/${path}`;
    const file = (name: string, content: string | Buffer) => {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    };
    const sample = async (source: string) => (await fetch(api(`samples/${source}`))).text();

    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'michishirube-data-'));
      application = await startApplication();
      browser = await startBrowser('map');
      const list = await fetch(api('municipalities')).then((got) => got.json());
      code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
      rmSync(directory, { recursive: true, force: true });
    });
    beforeEach(async ({ task }) => {
      watched = await openPage(browser, `${application.url}/${code}/data`, {
        drawing: task.meta.drawing,
        worker: task.meta.worker,
      });
      page = watched.page;
      page.setDefaultTimeout(60_000);
      await page.getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
    });
    afterEach(async () => {
      const faults = watched.faults.filter((fault) => !OF_THE_NETWORK.test(fault));
      await watched.close();
      expect(faults).toEqual([]);
    });

    const box = () => page.getByRole('region', { name: 'ファイルを取り込む' });
    const choose = (...paths: string[]) =>
      page.locator('input[type=file]').first().setInputFiles(paths);
    const card = (name: string) => page.getByRole('article', { name });
    const look = () => box().getByRole('button', { name: '中身を確かめる' }).first().click();
    const decided = () => box().getByRole('button', { name: '切り替える' }).waitFor();
    const drop = async () => {
      await box().getByRole('button', { name: 'やめる' }).click();
      await box().getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
    };
    const expectAccessible = async () => expect(await barriers(page)).toEqual([]);

    test(
      'several files at once are told apart by their content; a roster shows who is new and gone',
      WITHOUT_MAP,
      async () => {
        const roster = file('みょうな名前.txt', await sample('roster'));
        const zones = file('b.bin', await sample('ksj-a33'));
        await choose(
          roster,
          zones,
          file('絵.png', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0])),
        );
        await card('みょうな名前.txt').getByText('名簿番号').first().waitFor({ state: 'attached' });
        expect(await card('みょうな名前.txt').getByLabel('見分けた種類').inputValue()).toBe(
          'roster',
        );
        expect(await card('b.bin').getByLabel('見分けた種類').inputValue()).toBe('ksj-a33');
        await card('絵.png').getByText('種類を見分けられませんでした', { exact: true }).waitFor();
        await expectAccessible();
        await card('みょうな名前.txt').getByText('列の対応を直す').click();
        expect(await card('みょうな名前.txt').getByLabel('氏名必須').inputValue()).not.toBe('');
        await card('みょうな名前.txt').getByRole('button', { name: '中身を確かめる' }).click();
        await decided();
        await box().getByText('名簿から消えた人').waitFor();
        await box().getByText('切り替えると判定が変わる数').waitFor();
        // Found again after a reload, by its address alone.
        expect(page.url()).toMatch(/import=[0-9a-f-]{36}/);
        await page.reload();
        await decided();
        await expectAccessible();
        await page.getByRole('button', { name: '暗い画面にする' }).click();
        await expectAccessible();
        await drop();
        await page.getByRole('button', { name: '明るい画面にする' }).click();
      },
    );

    test('rejects with line and reason, repairs on a map, and no zone here to be confirmed; by keyboard', async () => {
      const collection = JSON.parse(await sample('ksj-a33'));
      const [first, second] = collection.features;
      const [x, y] = first.geometry.coordinates.flat(3);
      const side = 0.001;
      first.geometry = {
        type: 'Polygon',
        coordinates: [
          [
            [x, y],
            [x + side, y + side],
            [x + side, y],
            [x, y + side],
            [x, y],
          ],
        ],
      };
      second.properties.A33_002 = 9;
      await choose(file('zones.geojson', JSON.stringify(collection)));
      await box().getByRole('button', { name: '中身を確かめる' }).focus();
      await page.keyboard.press('Enter');
      await decided();
      await box()
        .getByText(/一件もありません/)
        .waitFor();
      const apply = box().getByRole('button', { name: '切り替える' });
      expect(await apply.isDisabled()).toBe(true);
      const confirm = box().getByLabel('この市区町村に区域がないことを確かめました');
      await confirm.focus();
      await page.keyboard.press('Space');
      expect(await apply.isEnabled()).toBe(true);
      await box()
        .getByRole('cell', { name: /区域区分\(A33_002\)/ })
        .waitFor();
      await box()
        .getByText(/直して取り込む記録/)
        .click();
      await box()
        .getByRole('button', { name: /地図で見る/ })
        .first()
        .click();
      await box().locator('canvas.maplibregl-canvas').waitFor();
      await box()
        .getByText(/直す前\(破線\)/)
        .waitFor();
      const download = page.waitForEvent('download');
      await box()
        .getByRole('link', { name: /CSVで保存/ })
        .click();
      expect((await download).suggestedFilename()).toMatch(/^取り込まない記録_.*\.csv$/);
      await drop();
    });

    test('two positions of one facility side by side; the choice is remembered and can be undone', async () => {
      const got = await fetch(api(`municipalities/${code}/shelters`)).then((answer) =>
        answer.json(),
      );
      const [shelter] = shelterListSchema
        .parse(got)
        .shelters.filter(
          ({ position, conflictMeters }) => position !== null && conflictMeters === null,
        );
      const [lng = 0, lat = 0] = shelter?.position ?? [];
      const list = `施設・場所名,住所,緯度,経度,受入対象者,共通ID\r\n${shelter?.name},架空,${lat + 0.002},${lng},,X1\r\n`;
      await choose(file('list.csv', list));
      await box().getByLabel('見分けた種類').waitFor();
      await look();
      await decided();
      await box().getByText('一覧によって位置が違う施設 1か所').waitFor();
      await box().locator('canvas.maplibregl-canvas').waitFor();
      await box().getByRole('button', { name: 'A: この位置を使う' }).click();
      await box().getByText('使っている位置').waitFor();
      await page
        .getByRole('button', { name: /元に戻す/ })
        .first()
        .click();
      await box().getByText('使っている位置').waitFor({ state: 'detached' });
      await drop();
    });

    test(
      'what would happen is said before going back, and terms can be said anew',
      WITHOUT_MAP,
      async () => {
        const zones = page.getByRole('article').filter({ hasText: '土砂災害の区域' }).first();
        await zones.getByText('告示日').waitFor();
        await zones.getByRole('button', { name: '取り下げる' }).click();
        await zones.getByText(/全員が「判定できません」になります/).waitFor();
        await zones.getByRole('button', { name: '今のデータのまま' }).click();
        await zones.getByRole('button', { name: '出典・利用条件・日付を直す' }).click();
        await zones.getByLabel('利用条件').fill('架空のデータ');
        await zones.getByRole('button', { name: '保存する' }).click();
        await zones.getByText('架空のデータ', { exact: true }).waitFor();
      },
    );

    test('too large, changed while it is read, and out of reach: each is said and nothing is lost', {
      meta: { ...WITHOUT_MAP.meta, worker: 'worker' },
    }, async () => {
      await page.route('**/uploads/limit', (route) => route.fulfill({ json: { maxBytes: 10 } }));
      const path = file('r.csv', await sample('roster'));
      const openAnew = () => Promise.all([page.waitForResponse('**/uploads/limit'), page.reload()]);
      await openAnew();
      await choose(path);
      await box()
        .getByText(/何も送っていません/)
        .waitFor();
      await page.unroute('**/uploads/limit');
      await openAnew();

      await page.route('**/uploads', async (route) => {
        writeFileSync(path, 'changed');
        await route.abort();
      });
      await choose(path);
      await box()
        .getByText(/書き換えられたか、読めなくなりました/)
        .waitFor();
      await page.unroute('**/uploads');

      const whole = file('r2.csv', await sample('roster'));
      await page.context().setOffline(true);
      await choose(whole);
      await box()
        .getByText(/つながりが切れたため/)
        .waitFor();
      await page.context().setOffline(false);
      await box().getByRole('button', { name: 'もう一度送る' }).click();
      await box().getByLabel('見分けた種類').waitFor();
      await box().getByRole('button', { name: '取りやめる' }).click();
    });

    test('an import goes on without its browser and is found again', WITHOUT_MAP, async () => {
      await choose(file('r3.csv', await sample('roster')));
      await box().getByLabel('見分けた種類').waitFor();
      await look();
      await page.waitForURL(/import=/);
      await page.goto(`${application.url}/${code}/map`);
      await page.goto(`${application.url}/${code}/data`);
      const list = page.getByRole('region', {
        name: '進んでいる取り込み・確認を待っている取り込み',
      });
      await list.getByText('確認待ち').waitFor();
      await list.getByRole('button', { name: /開く/ }).first().click();
      await decided();
      await drop();
    });

    test.each([
      [820, 1180],
      [390, 844],
    ])('on a screen of %i by %i nothing is cut off', async (width, height) => {
      await page.setViewportSize({ width, height });
      await choose(file('r4.csv', await sample('roster')));
      await box().getByLabel('見分けた種類').waitFor();
      await page.getByText('列の対応を直す').click();
      const isCut = await page.evaluate<boolean>(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(isCut).toBe(false);
      await box().getByRole('button', { name: '取りやめる' }).click();
    });
  },
);
