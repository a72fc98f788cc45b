import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { municipalityListSchema } from '#contract/municipality';
import { planBoardSchema, planViewSchema } from '#contract/plan-work';
import { residentDetailSchema } from '#contract/resident';
import type { PlanContent } from '#domain/plan/plan';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, startBrowser } from './support/browser.ts';

const PICTURES = process.env.SCREENSHOTS;

describe.skipIf(!hasChromium)(
  'proposals for many people on the screen',
  { timeout: 240_000, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map');
      const answer = await fetch(`${application.url}/api/municipalities`);
      code = municipalityListSchema.parse(await answer.json()).municipalities[0]?.code ?? '';
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });
    const open = async (path: string) => {
      const watched = await openPage(browser, `${application.url}/${code}${path}`);
      watched.page.setDefaultTimeout(40_000);
      const picture = async (name: string) => {
        if (PICTURES === undefined) return;
        for (const [width, height] of [
          [1280, 800],
          [820, 1180],
        ] as const) {
          await watched.page.setViewportSize({ width, height });
          await watched.page.screenshot({ path: `${PICTURES}/${name}-${width}.png` });
        }
        await watched.page.setViewportSize({ width: 1280, height: 800 });
      };
      return { ...watched, picture };
    };

    test('people in red zones are placed at once, with figures, explained, and taken over', async () => {
      const { page, faults, picture, close } = await open('/plans');
      await page.getByRole('button', { name: '一括提案' }).click();
      await page.getByText('まだ提案はありません').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '提案を作る' }).click();
      await page.waitForURL(/q\.[\w-]{36}/, { timeout: 120_000 });
      const figures = page.getByRole('table', { name: '結果の数字' });
      await figures.getByRole('row', { name: /^対象 [\d,]+人/ }).waitFor();
      await figures.getByRole('row', { name: /特別警戒区域内の合計 .*メートル/ }).waitFor();
      await page
        .getByText(/元になったデータ/)
        .first()
        .waitFor();
      await picture('proposal');

      // By keyboard, and the address holds who is picked.
      const list = page.getByRole('listbox', { name: '提案された人の一覧' });
      await list.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/k\.[\w-]{36}/);
      const person = page.getByRole('region', { name: '選んだ人の提案' });
      await person.getByText('次の候補').waitFor();
      await picture('person');
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('button', { name: /^まだの人.*取り込む$/ }).click();
      await page.getByText(/人の計画に取り込みました/).waitFor({ timeout: 120_000 });
      await picture('taken');
      await page.getByRole('button', { name: '暗い画面にする' }).click();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '一覧で計画を見る' }).click();
      await page.getByRole('listbox', { name: '計画の一覧' }).waitFor();
      await page.goBack();

      await page.getByRole('button', { name: '提案を片付ける' }).click();
      await page.getByText('まだ提案はありません').waitFor();
      await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click();
      await page.getByRole('button', { name: /^「特別警戒区域の人の避難先」を開く/ }).waitFor();
      expect(faults).toEqual([]);
      await close();
    });

    /** Saves of two plans that they are begun with the same helper, as two officers might without knowing. */
    async function bookTwice(): Promise<void> {
      const ask = async (path: string, body?: unknown) => {
        const answer = await fetch(`${application.url}/api/municipalities/${code}${path}`, {
          headers: { 'content-type': 'application/json' },
          ...(body !== undefined && { method: 'PUT', body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      };
      const { rows } = planBoardSchema.parse(await ask('/plans/board?stage=in-force&limit=2'));
      expect(rows).toHaveLength(2);
      for (const { id } of rows) {
        const { content, contentVersion } = planViewSchema.parse(
          await ask(`/residents/${id}/plan`),
        );
        const { position } = residentDetailSchema.parse(await ask(`/residents/${id}`));
        const [lng = 0, lat = 0] = position ?? [];
        const helper: PlanContent['supporters'][number] = {
          ...{ id: 'shared', kind: 'person', name: '兼務 一郎', relationship: null },
          ...{ phone: '000-1111-2222', address: null, part: null, hasVehicle: true },
          ...{ place: { position: { lng, lat }, accuracy: 'building' }, readyMinutes: 10 },
        };
        const departure = { ...content.departure, preparationMinutes: 15 };
        const changed = { ...content, supporters: [helper], departure };
        await ask(`/residents/${id}/plan`, { contentVersion, content: changed });
      }
    }

    test('latest starts by district, and who is needed at two places at once', async () => {
      await bookTwice();
      const { page, faults, picture, close } = await open('/plans?plans=b.departures!x.20');
      await page.getByRole('heading', { name: '避難を始める時刻' }).waitFor();
      await page.getByRole('heading', { name: '始める順' }).waitFor();
      expect(await page.getByLabel('警戒レベル3から到着まで(分)').inputValue()).toBe('20');
      // Each chart has its table beside it, which says the same.
      await page.getByRole('heading', { name: '支援者と車の重なり' }).waitFor();
      const chart = page.getByRole('img', { name: /兼務 一郎.*の時間の図/ });
      await chart.waitFor();
      await chart.scrollIntoViewIfNeeded();
      expect(await chart.locator('rect').count()).toBeGreaterThan(1);
      const table = page.getByRole('table', { name: /兼務 一郎.*の時間の表/ });
      expect(await table.getByRole('row').count()).toBeGreaterThan(2);
      await picture('departures');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('main').getByRole('button', { name: 'CSVに出力' }).click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).toContain('兼務 一郎');
      await page.getByLabel('警戒レベル3から到着まで(分)').fill('90');
      await page.keyboard.press('Enter');
      await page.waitForURL(/x\.90/);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '暗い画面にする' }).click();
      expect(await barriers(page)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });
  },
);
