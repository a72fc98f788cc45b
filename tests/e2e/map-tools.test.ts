import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { municipalityListSchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, startBrowser, type Watched } from './support/browser.ts';

const SLOW_MILLIS = 180_000;

/** The list of what is in view comes after the map has settled. */
const COUNTED_MILLIS = 15_000;

describe.skipIf(!hasChromium)(
  'the map and its tools',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map', 'own letters');
      const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
      code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });
    beforeEach(async () => {
      watched = await openPage(browser, `${application.url}/${code}/map?at=15.2/31.3900/135.2000`);
      page = watched.page;
      page.setDefaultTimeout(45_000);
      await page.getByRole('toolbar', { name: '地図の道具' }).waitFor();
    });
    afterEach(async () => {
      const faults = [...watched.faults];
      await watched.close();
      expect(faults).toEqual([]);
    });

    const tool = (name: string) =>
      page.getByRole('toolbar', { name: '地図の道具' }).getByRole('button', { name });
    const canvas = () => page.getByRole('region', { name: /^地図/ }).locator('canvas');
    const panel = () => page.getByRole('complementary', { name: '選んだものの詳細' });

    test('the keyboard steps through what is in view, says the judgement, and Enter opens it', async () => {
      await expect
        .poll(
          async () => {
            await canvas().focus();
            await page.keyboard.press(']');
            return page.getByText(/件中\d+件目/).allTextContents();
          },
          { timeout: 60_000, interval: 2000 },
        )
        .toEqual([expect.stringMatching(/、\d+件中\d+件目$/)]);
      await page.keyboard.press('Enter');
      await panel().getByRole('heading', { level: 2 }).waitFor();
      expect(decodeURIComponent(page.url())).toMatch(/sel=(?:resident|shelter|zone)\./);
    });

    test('every zone a judgement lists draws its line, and the reasons open with source and date', async () => {
      const answer = await fetch(
        `${application.url}/api/municipalities/${code}/residents?red=inside&limit=1`,
      );
      const { rows } = residentPageSchema.parse(await answer.json());
      await page.goto(`${application.url}/${code}/map?sel=resident.${rows[0]?.id}`);
      const zones = panel().getByRole('button', { pressed: true, name: /警戒区域/ });
      await zones.first().waitFor();
      const others = panel().getByRole('button', { pressed: false, name: /警戒区域/ });
      if ((await others.count()) > 0) {
        const said = await others.first().textContent();
        await others.first().click();
        expect(await zones.first().textContent()).toBe(said);
      }
      await panel().getByRole('button', { name: '土砂災害の区域との関係 なぜ?' }).click();
      const reasons = panel().getByRole('region', { name: 'この判定の理由' });
      await reasons.getByText(/時点/).waitFor();
      await reasons.getByText('余裕距離(誤差に足す距離)', { exact: true }).waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    test('measures by keyboard, takes a point back, and ends with Esc', async () => {
      await tool('距離と面積を測る').click();
      const box = page.getByRole('region', { name: '距離と面積を測る' });
      await box.getByText('点を2つ置くと距離が出ます').waitFor();
      await box.getByRole('button', { name: '中心に点を置く' }).click();
      await canvas().focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/at=15\.20\/31\.39000\/135\.20[1-9]/);
      await page.keyboard.press('Enter');
      await box.getByText(/^[1-9][\d.,]*メートル$/).waitFor();
      await page.keyboard.press('Backspace');
      await box.getByText('点を2つ置くと距離が出ます').waitFor();
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
    });

    test('coordinates with the plane zone, and another base map; both in the address', async () => {
      await tool('座標と経緯線').click();
      await page.getByText(/平面直角座標 \d+系/).waitFor();
      await page.getByLabel('経緯線を地図に出す').check();
      await page.waitForURL(/grid=1/);
      await tool('背景地図').click();
      await page.getByLabel('なし(無地)').check();
      await page.waitForURL(/base=none/);
      await page.getByText(/DATA_DIR\/basemaps に置くと/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: /暗い|夜/ }).click();
      expect(await barriers(page)).toEqual([]);
    });

    test('the legend counts what is in view', async () => {
      await page.getByRole('button', { name: '凡例' }).first().click();
      const legend = page.getByRole('region', { name: '凡例' });
      await legend.getByText('見えている数').waitFor();
      const people = legend.locator('label', { hasText: '対象者' }).locator('.number');
      await expect.poll(() => people.textContent(), { timeout: COUNTED_MILLIS }).toMatch(/^[1-9]/);
      const near = Number((await people.textContent())?.replaceAll(',', ''));
      for (let step = 0; step < 2; step += 1)
        await page.getByRole('button', { name: '縮小' }).click();
      await expect
        .poll(async () => Number((await people.textContent())?.replaceAll(',', '')), {
          timeout: COUNTED_MILLIS,
        })
        .toBeGreaterThan(near);
    });

    test('a sheet in PDF, made in the browser', async () => {
      await tool('地図を書き出す').click();
      const box = page.getByRole('region', { name: '地図を書き出す' });
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 90_000 }),
        box.getByRole('button', { name: '書き出す', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^michishirube-\d{5}-[\d-]{10}\.pdf$/);
      const file = readFileSync(await download.path());
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.length).toBeGreaterThan(50_000);
      await box.getByText(/保存しました/).waitFor();
    });
  },
);
