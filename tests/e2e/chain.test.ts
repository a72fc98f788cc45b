import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalityListSchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, startBrowser, type Watched } from './support/browser.ts';

const SLOW_MILLIS = 180_000;

describe.skipIf(!hasChromium)(
  'the whole-chain check of one person',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    let person: { readonly id: string; readonly name: string };
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map');
      const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
      code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
      const people = `${application.url}/api/municipalities/${code}/residents?tier=1&red=inside&supporters=some&careLevel=21,22,23,24,25`;
      const { rows } = residentPageSchema.parse(await (await fetch(people)).json());
      const found = rows.find(({ position }) => position !== null);
      if (found === undefined) throw new Error('the demo city has nobody to check');
      person = found;
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });
    beforeEach(async () => {
      watched = await openPage(browser, `${application.url}/${code}/map?sel=resident.${person.id}`);
      page = watched.page;
      page.setDefaultTimeout(20_000);
    });
    afterEach(async () => {
      const { faults } = watched;
      await watched.close();
      expect(faults).toEqual([]);
    });

    const planOf = () => new URL(page.url()).searchParams.get('route') ?? '';

    test('from the panel to what is worst, the places, the ways to meet, a way and its print', async () => {
      await page.getByRole('button', { name: '経路の総点検' }).click();
      const chain = page.getByRole('region', { name: '経路の総点検' });
      await chain.getByText(/^最も重いこと:/).waitFor();
      expect(planOf()).toContain(`f.r${person.id}`);
      expect(page.url()).not.toContain(encodeURIComponent(person.name));
      const findings = chain.getByRole('region', { name: '見つかったこと' }).getByRole('listitem');
      expect(await findings.first().textContent()).toMatch(/^危険/);
      const gravities = await findings.evaluateAll((items) =>
        items.map((item) => item.getAttribute('data-gravity') ?? ''),
      );
      const order = ['danger', 'undetermined', 'caution', 'unknown', 'note'];
      const ranks = gravities.map((one) => order.indexOf(one));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      await chain.getByText(/^自宅$/).waitFor();
      await chain
        .getByRole('row', { name: /^支援者が自宅へ来る/ })
        .first()
        .waitFor();
      expect(await chain.textContent()).not.toContain('安全');
      await chain.getByText(/^名簿:/).waitFor();

      // A way is chosen by keyboard; its chart moves with the map.
      const ways = chain.getByRole('region', { name: '区間' }).getByRole('button');
      await ways.last().focus();
      await page.keyboard.press('Enter');
      expect(await ways.last().getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('slider', { name: '経路の上の位置' }).waitFor();
      expect(planOf()).toMatch(/!l\.\d/);
      expect(await barriers(page)).toEqual([]);

      await page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')");
      await page.getByRole('button', { name: '印刷する' }).click();
      await page.locator('body[data-printed]').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.getByText('この点検は避難できることを約束するものではありません').waitFor();
      await page.getByRole('img', { name: '経路の地図' }).waitFor();
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
    });

    test('closures are kept, opened by a link, and compared with the roads as they are', async () => {
      const routes = `${application.url}/${code}/routes?route=`;
      await page.goto(`${routes}k.cut-off!z.debris-flow`);
      const kept = page.getByRole('region', { name: '保存した想定' });
      await kept.getByText(/^保存した想定はまだありません/).waitFor();
      await kept.getByRole('textbox', { name: '名前' }).fill('土石流の想定');
      await page.keyboard.press('Enter');
      await kept.getByText('「土石流の想定」を保存しました').waitFor();
      await kept.getByRole('button', { name: '「土石流の想定」を閉じる' }).waitFor();
      const [, id = ''] = /!b\.([0-9a-f-]{36})/.exec(planOf()) ?? [];

      // A link may name the set alone; what it closes is filled in.
      await page.goto(`${routes}k.cut-off!b.${id}!e.now`);
      await page.waitForURL((url) =>
        (url.searchParams.get('route') ?? '').includes('!z.debris-flow'),
      );
      const comparison = page.getByRole('region', { name: '想定の比較' });
      expect(await comparison.getByRole('combobox').inputValue()).toBe('now');
      const cell = comparison.getByRole('row', { name: /^車で孤立する/ }).getByRole('cell');
      await cell.first().waitFor();
      expect(await cell.allTextContents()).toEqual([expect.stringMatching(/^[1-9].*人$/), '0人']);
      await comparison.getByRole('table', { name: '地区ごとの孤立' }).waitFor();
      expect(planOf()).toContain('!e.now');
      expect(await barriers(page)).toEqual([]);

      await kept.getByRole('button', { name: '「土石流の想定」を消す' }).click();
      await kept.getByText(/^保存した想定はまだありません/).waitFor();
      await page.getByRole('button', { name: '元に戻す', exact: true }).last().click();
      await kept.getByRole('button', { name: '「土石流の想定」を開く' }).waitFor();
    });
  },
);
