/* Long: routes, closures and who is cut off are walked in one running application. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cutsAnswerSchema } from '#contract/cut-off';
import { drillViewSchema } from '#contract/drill';
import { municipalityListSchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { routeAnswerSchema } from '#contract/route';
import { shelterListSchema } from '#contract/shelter';
import { distanceMeters } from '#domain/geo/distance';
import { newDrill } from '../../web/features/drills/list/new-drill.ts';
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

/** Pixels of the picture in the colour of a route outside of zones. */
const COUNT_BLUE = `(() => {
  const picture = document.querySelector('img.printed-only');
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] < 40 && data[at + 1] < 60 && data[at + 2] > 150) count += 1;
  return count;
})()`;

interface End {
  readonly id: string;
  readonly name: string;
  readonly position: [number, number];
}

describe.skipIf(!hasChromium)(
  'routes and what closures do to them',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    let home: End;
    let shelter: End;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map');
      const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
      code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
      [home, shelter] = await forcedCrossing();
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });
    beforeEach(async ({ task }) => {
      watched = await openPage(browser, `${application.url}/${code}/routes`, {
        drawing: task.meta.drawing,
      });
      page = watched.page;
      page.setDefaultTimeout(20_000);
    });
    afterEach(async () => {
      const { faults } = watched;
      await watched.close();
      expect(faults).toEqual([]);
    });

    const api = async (path: string, body?: unknown): Promise<unknown> =>
      (
        await fetch(`${application.url}/api/municipalities/${code}${path}`, {
          ...(body !== undefined && {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-michishirube': '1' },
            body: JSON.stringify(body),
          }),
        })
      ).json();
    const question = (from: End, to: End) => ({
      from: from.position,
      to: to.position,
      profile: 'walking-elderly',
      policy: 'keep-out-of-red',
      alternatives: true,
    });
    const ask = async (from: End, to: End) =>
      routeAnswerSchema.parse(await api('/routes', question(from, to)));

    /** Somebody of tier 1 whose way to a shelter cannot keep out of red, with more than one way. */
    async function forcedCrossing(): Promise<[End, End]> {
      const { rows } = residentPageSchema.parse(await api('/residents?tier=1&limit=60'));
      const { shelters } = shelterListSchema.parse(await api('/shelters'));
      const places = shelters.flatMap(({ id, name, position }): End[] =>
        position === null ? [] : [{ id, name, position }],
      );
      for (const { id, name, position } of rows) {
        if (position === null) continue;
        const from: End = { id, name, position };
        const near = [...places].sort(
          (a, b) => distanceMeters(position, a.position) - distanceMeters(position, b.position),
        )[2];
        if (near === undefined) break;
        const { routes } = await ask(from, near);
        if (routes.length > 1 && (routes[0]?.exposure.redMeters ?? 0) > 5) return [from, near];
      }
      throw new Error('the demo city has no forced crossing');
    }

    const results = () => page.getByRole('region', { name: '経路の結果' });
    const open = (plan: string) => page.goto(`${application.url}/${code}/routes?route=${plan}`);
    const openRoute = async () => {
      await open(`f.r${home.id}!t.s${shelter.id}`);
      await results().getByRole('table', { name: '経路の比較' }).waitFor();
    };
    const drawn = () => page.locator('[data-drawn="true"]').waitFor();
    const planOf = () => new URL(page.url()).searchParams.get('route') ?? '';

    test('a home and a shelter are found by name; the answer tells metres in red and is never a promise', async () => {
      await page.getByText('出発地と目的地を選んでください').waitFor();
      await page.getByRole('combobox', { name: '出発地を探す' }).fill(home.name);
      await page.getByRole('option', { name: home.name }).first().click();
      await page.getByText(`${home.name}さんの自宅`).waitFor();
      await page.getByRole('combobox', { name: '目的地を探す' }).fill(shelter.name);
      await page.getByRole('option', { name: shelter.name }).first().click();
      await results().waitFor();
      const { routes } = await ask(home, shelter);
      const buttons = results().getByRole('button', { name: /^経路\d/ });
      expect(await buttons.count()).toBe(routes.length);
      await results()
        .getByText(/特別警戒区域を.*通ります。通らずに行ける経路は見つかりませんでした。/)
        .waitFor();
      expect(await results().textContent()).not.toContain('安全');
      await results()
        .getByText(/^データの時点/)
        .waitFor();
      // A home is in the address by its person; its coordinates are not.
      expect(planOf()).toContain(`f.r${home.id}`);
      expect(page.url().replace(/at=[^&]*/, '')).not.toContain(home.position[1].toFixed(4));

      await buttons.nth(1).click();
      expect(await buttons.nth(1).getAttribute('aria-pressed')).toBe('true');
      expect(planOf()).toContain('!a.1');
      await page.goBack();
      await page.waitForURL((url) => !url.href.includes('!a.1'));
      expect(await buttons.nth(0).getAttribute('aria-pressed')).toBe('true');
      expect(await barriers(page)).toEqual([]);
    });

    test('the chart has its values as words and as a table, and the map the place that it points at', async () => {
      await openRoute();
      const slider = page.getByRole('slider', { name: '経路の上の位置' });
      await slider.focus();
      for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^出発から.*標高.*(区域|区域外)/);
      await page.getByText('表で見る').click();
      await page.getByRole('columnheader', { name: '最も急な勾配' }).waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    test('by keyboard a place is put on the map, and a mark is dragged', async () => {
      await openRoute();
      await drawn();
      await page.getByRole('button', { name: /経由地を足す/ }).click();
      await page.getByRole('button', { name: '経由地1を地図で選ぶ' }).click();
      await page.getByText(/Enterで中心に決めます/).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '経由地1を外す' }).waitFor();
      expect(planOf()).toMatch(/!v\.p\d+\.\d+,\d+\.\d+/);
      await page.getByRole('button', { name: '経由地1を外す' }).click();
      await page.waitForURL((url) => !/!v\./.test(url.searchParams.get('route') ?? ''));
      await drawn();

      // The map comes to hold the way as it is again: the mark stands still after that.
      const mark = page.locator('.maplibregl-marker[aria-label^="目的地"]');
      const places: string[] = [];
      const place = async () => places.push(JSON.stringify(await mark.boundingBox()));
      const stands = async () => {
        await place();
        return new Set(places.slice(-4)).size === 1 && places.length >= 4;
      };
      await expect.poll(stands, { interval: 400, timeout: 20_000 }).toBe(true);
      const box = await mark.boundingBox();
      if (box === null) throw new Error('no mark on the map');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 60, box.y - 40, { steps: 5 });
      await page.mouse.up();
      await page.waitForURL((url) => /!t\.p/.test(url.searchParams.get('route') ?? ''));
    });

    test('a route is printed with its map', async () => {
      await openRoute();
      await drawn();
      await page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')");
      await page.getByRole('button', { name: '印刷する' }).click();
      await page.locator('body[data-printed]').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.getByRole('img', { name: '経路の地図' }).waitFor();
      // The line itself is in it, many times more than the rings of the two marks.
      expect(await page.evaluate(COUNT_BLUE)).toBeGreaterThan(400);
      expect(await page.getByRole('button', { name: '地図で選ぶ' }).count()).toBe(0);
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
    });

    test(
      'closing what many depend on tells who is cut off; it is taken back and kept in a file',
      WITHOUT_MAP,
      async () => {
        await open('k.cut-off');
        await page.getByText('通れないとする道はありません').waitFor();
        const { cuts } = cutsAnswerSchema.parse(await api('/routes/cuts?profile=car'));
        const worst = cuts.find(({ kind, name }) => kind === 'road' && name !== null);
        if (worst === undefined) throw new Error('the demo city has no named cut');
        await page.getByRole('button', { name: '一覧を出す' }).click();
        await page
          .getByRole('button', { name: `${worst.name}を通れないとする` })
          .first()
          .click();
        const cutOff = page.getByRole('region', { name: '孤立する人', exact: true });
        const row = cutOff.getByRole('row', { name: /^車:孤立する/ }).getByRole('cell');
        await row.first().waitFor();
        const isolated = Number((await row.first().textContent())?.replaceAll(',', ''));
        // Who lives along the road itself is cut off too, and not behind it.
        expect(isolated).toBeGreaterThanOrEqual(worst.people);
        expect(planOf()).toContain(`c.${worst.id}`);

        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'CSVで保存', exact: true }).click();
        const text = await readFile(await (await download).path(), 'utf8');
        const shown = await cutOff
          .getByText(/^孤立する人・遠回りになる人/)
          .first()
          .textContent();
        // Below a blank line stands what is closed, and when the list was made.
        const [table = ''] = text.split('\r\n\r\n');
        expect(table.split('\r\n').length - 1).toBe(Number(shown?.replace(/\D/g, '')));
        expect(await barriers(page)).toEqual([]);

        await page.getByRole('button', { name: 'すべて元に戻す' }).click();
        await page.getByText('通れないとする道はありません').waitFor();
        await page
          .getByRole('status')
          .getByRole('button', { name: '元に戻す', exact: true })
          .click();
        await cutOff.waitFor();
        expect(planOf()).toContain(`c.${worst.id}`);

        // The route is looked for with the same closures.
        await page.getByRole('button', { name: '経路を調べる' }).click();
        expect(planOf()).toContain(`c.${worst.id}`);
      },
    );

    test('a road is closed on the map by keyboard, and an area by its corners', async () => {
      const { cuts } = cutsAnswerSchema.parse(await api('/routes/cuts?profile=car'));
      const bend = cuts.find(({ kind }) => kind === 'road')?.line;
      const [lng, lat] = bend?.[Math.floor(bend.length / 2)] ?? [0, 0];
      await page.goto(
        `${application.url}/${code}/routes?route=k.cut-off&at=17.00/${lat.toFixed(5)}/${lng.toFixed(5)}`,
      );
      await page.getByText('通れないとする道はありません').waitFor();
      await drawn();
      await page.getByRole('button', { name: '地図で道を選ぶ' }).click();
      await page.getByText(/Enterで中心の道を選びます/).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByText(/^通れないとしました/)
        .first()
        .waitFor();
      const byHand = page.getByRole('list', { name: '手で選んだ道' }).getByRole('listitem');
      // Never by its id: a road without a name is told by its district and what it meets.
      await byHand.filter({ hasNotText: /line\/|way\// }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText('通れないとする道はありません').waitFor();
      await page.keyboard.press('Enter');
      await byHand.waitFor();
      await page.keyboard.press('Escape');
      // Opened from the list by keyboard, it leaves the focus where roads are chosen; Ctrl+Z closes it again.
      await byHand.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.getByText('通れないとする道はありません').waitFor();
      const focused = () => page.evaluate('document.activeElement.textContent');
      await expect.poll(focused).toBe('地図で道を選ぶ');
      await page.keyboard.press('Control+z');
      await byHand.waitFor();
      await page.getByRole('button', { name: 'すべて元に戻す' }).click();
      await page.getByText('通れないとする道はありません').waitFor();

      await page.getByRole('button', { name: '範囲を囲む' }).click();
      await page.getByText(/^角 0か所/).waitFor();
      for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', null]) {
        await page.keyboard.press('Enter');
        if (key !== null) await page.keyboard.press(key);
        await drawn();
      }
      await page.getByText(/^角 4か所/).waitFor();
      await page.getByRole('button', { name: 'この範囲にする' }).click();
      await page.getByText(/囲んだ範囲の道/).waitFor();
      expect(planOf()).toContain('x.');
    });

    test('a road of a drill is closed on the map by keyboard, opened again, and saved with the plan', async () => {
      const { cuts } = cutsAnswerSchema.parse(await api('/routes/cuts?profile=car'));
      const bend = cuts.find(({ kind }) => kind === 'road')?.line;
      const [lng, lat] = bend?.[Math.floor(bend.length / 2)] ?? [0, 0];
      const { id } = drillViewSchema.parse(
        await api('/drills', { content: newDrill('通行止めの訓練', new Date()) }),
      );
      const at = `at=17.00/${lat.toFixed(5)}/${lng.toFixed(5)}`;
      await page.goto(`${application.url}/${code}/drills?drills=d.${id}!p.scenario&${at}&tier=2`);
      await drawn();
      // Whom a list that is not on the screen leaves out is said on the map.
      await page.getByText('対象者の一覧で選んだ条件(1件)').waitFor();
      await page.getByRole('button', { name: 'すべての人を出す' }).click();
      await page.waitForURL((url) => !url.searchParams.has('tier'));
      await page.getByRole('button', { name: '地図で選ぶ' }).first().click();
      await page.getByText(/^通れなくする道路を押してください/).waitFor();
      const roads = page.getByRole('list', { name: '通れない道路' });
      await page.keyboard.press('Enter');
      await page.getByText(/を通れない道路にしました$/).waitFor();
      await roads.getByRole('listitem').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(/を通れるように戻しました$/).waitFor();
      expect(await roads.getByRole('listitem').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.getByText(/を通れない道路にしました$/).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('保存済み(第2版)').waitFor();
      const saved = drillViewSchema.parse(await api(`/drills/${id}`));
      const [road] = saved.content.scenario.closedRoads;
      expect(distanceMeters(road?.middle ?? [0, 0], [lng, lat])).toBeLessThan(5000);
    });

    test('a person and a shelter lead straight to their route', async () => {
      await page.goto(`${application.url}/${code}/map?sel=resident.${home.id}`);
      await page.getByRole('button', { name: 'ここからの経路を調べる' }).click();
      await page.getByText(`${home.name}さんの自宅`).waitFor();
      await page.goto(
        `${application.url}/${code}/shelters?sel=shelter.${shelter.id}&route=${planOf()}`,
      );
      await page.getByRole('button', { name: 'ここまでの経路を調べる' }).click();
      await results().getByRole('table', { name: '経路の比較' }).waitFor();
    });

    test('a place far from any road says so and keeps what was entered', WITHOUT_MAP, async () => {
      await page.setViewportSize({ width: 820, height: 1180 });
      await page.getByRole('combobox', { name: '出発地を探す' }).fill('30.0, 140.0');
      await page.getByRole('option', { name: /この座標にする/ }).click();
      await page.getByRole('combobox', { name: '目的地を探す' }).fill(shelter.name);
      await page.getByRole('option', { name: shelter.name }).first().click();
      await page.getByRole('heading', { name: '経路がありません' }).waitFor();
      await page.getByText(/以内に通れる道がありません/).waitFor();
      await page.getByText(shelter.name).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      // The browser says of each refusal that it was one.
      const said = watched.faults as string[];
      expect(said.splice(0).every((fault) => /\b4\d\d\b/.test(fault))).toBe(true);
    });
  },
);
