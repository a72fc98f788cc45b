/* Long: shelters, zones and hypothetical zones are walked in one running application. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalityListSchema } from '#contract/municipality';
import { scenarioCheckSchema } from '#contract/scenario';
import { type ShelterRow, shelterDetailSchema, shelterListSchema } from '#contract/shelter';
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

describe.skipIf(!hasChromium)(
  'shelters, zones and hypothetical zones',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    let shelters: readonly ShelterRow[];
    let watched: Watched;
    let page: Page;
    /** What the browser says of answers that a test is about. */
    let expected: RegExp[] = [];

    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map');
      const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
      code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
      shelters = shelterListSchema.parse(await api('/shelters')).shelters;
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });
    beforeEach(async ({ task }) => {
      watched = await openPage(browser, `${application.url}/${code}/shelters`, {
        drawing: task.meta.drawing,
      });
      page = watched.page;
      page.setDefaultTimeout(20_000);
    });
    afterEach(async () => {
      const faults = watched.faults.filter((fault) => !expected.some((one) => one.test(fault)));
      expected = [];
      await watched.close();
      expect(faults).toEqual([]);
    });

    const api = async (path: string, init?: RequestInit): Promise<unknown> =>
      (await fetch(`${application.url}/api/municipalities/${code}${path}`, init)).json();
    const panel = () => page.getByRole('complementary', { name: '選んだものの詳細' });
    const open = (place: string) => page.goto(`${application.url}/${code}/${place}`);
    const openShelter = async (shelter: ShelterRow) => {
      await open(`shelters?sel=shelter.${shelter.id}`);
      await panel().getByRole('heading', { level: 2, name: shelter.name }).waitFor();
    };
    const first = (wanted: (shelter: ShelterRow) => boolean): ShelterRow => {
      const found = shelters.find(wanted);
      if (found === undefined) throw new Error('the demo city has no such shelter');
      return found;
    };
    const figure = async (label: string) => {
      const text = await page
        .getByRole('region', { name: '想定区域に入る人' })
        .locator('dl > div', { hasText: label })
        .locator('dd')
        .textContent();
      return Number((text ?? '').replace(/\D/g, ''));
    };
    const drawSquare = async (center: readonly [number, number], half: number) => {
      const [lng, lat] = center;
      await page.getByText('キーボードで指定する').last().click();
      const corners = [
        [lat - half, lng - half],
        [lat - half, lng + half],
        [lat + half, lng + half],
        [lat + half, lng - half],
      ];
      await page
        .getByRole('textbox', { name: /^座標/ })
        .fill(corners.map((corner) => corner.map((part) => part.toFixed(6)).join(', ')).join('\n'));
      await page.getByRole('button', { name: '座標から作る' }).click();
    };

    test('filters say how many, and the address keeps filter and order', WITHOUT_MAP, async () => {
      const welfare = shelters.filter(({ kind }) => kind === 'welfare-shelter').length;
      await page.getByRole('button', { name: `福祉避難所 ${welfare}` }).click();
      await page.getByRole('heading', { level: 2 }).getByText(`${welfare}か所`).waitFor();
      await page.getByLabel('並べ替え').selectOption('capacity');
      await page.getByRole('button', { name: '昇順' }).click();
      await page.waitForURL(/shelters=welfare.*ss=capacity.*so=desc/);
      await page.reload();
      await page.getByRole('button', { name: '降順' }).waitFor();
      const largest = Math.max(
        ...shelters.flatMap(({ kind, capacity }) =>
          kind === 'welfare-shelter' && capacity !== null ? [capacity] : [],
        ),
      );
      const row = page.getByRole('grid').getByRole('row').nth(1);
      expect(await row.textContent()).toContain(`収容${largest.toLocaleString('en')}人`);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /CSVで保存/ }).click();
      expect((await download).suggestedFilename()).toBe(`shelters-${code}.csv`);
    });

    test(
      'a shelter is edited with who and why, two officers see both values, undo takes it back',
      WITHOUT_MAP,
      async () => {
        const shelter = first(({ kind, isEdited }) => kind === 'welfare-shelter' && !isEdited);
        await openShelter(shelter);
        await panel().getByRole('button', { name: '修正する' }).click();
        await panel().getByLabel('収容人数').fill('77');
        await panel().getByLabel('開設の覚え書き').fill('鍵は事務所にあります');
        await panel().getByRole('button', { name: '保存する' }).click();
        await panel().getByText('理由と修正した人を入力してください。').waitFor();
        await panel().getByLabel('修正の理由').fill('施設に電話で確認');
        await panel().getByLabel('修正した人').fill('試験 職員');

        expected = [/409 \(Conflict\)/];
        // Meanwhile another officer says something else of it.
        const before = shelterDetailSchema.parse(await api(`/shelters/${shelter.id}`));
        await api(`/shelters/${shelter.id}/edit`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            version: before.edit.version,
            overrides: { capacity: 55 },
            reason: '現地で数えた',
            editedBy: '別の 職員',
          }),
        });
        await panel().getByRole('button', { name: '保存する' }).click();
        const alert = panel().getByRole('alert');
        await alert.getByText('他の人が先に修正しました。入力は残っています。').waitFor();
        const compared = alert.getByRole('row', { name: /収容人数/ });
        expect(await compared.textContent()).toMatch(/55人.*77人/);
        await panel().getByRole('button', { name: '保存する' }).click();
        await panel().getByText('鍵は事務所にあります').first().waitFor();
        await panel().getByText('修正の履歴').click();
        await panel().getByText('施設に電話で確認').waitFor();
        await panel().getByText('現地で数えた').waitFor();

        await page.getByRole('button', { name: '元に戻す' }).click();
        // What was said stays in the history, and only there.
        await panel()
          .locator('dd', { hasText: '鍵は事務所にあります' })
          .waitFor({ state: 'detached' });
        const after = shelterDetailSchema.parse(await api(`/shelters/${shelter.id}`));
        expect(after.capacity).toBe(55);
        await api(`/shelters/${shelter.id}/edit`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            version: after.edit.version,
            overrides: {},
            reason: '試験の終わり',
            editedBy: '試験',
          }),
        });
      },
    );

    test('a place is taken from the map, and lists that disagree are settled', async () => {
      const shelter = first(({ conflictFields }) => conflictFields.includes('position'));
      await openShelter(shelter);
      await panel().getByRole('button', { name: '修正する' }).click();
      const position = panel().getByRole('textbox', { name: /^位置/ });
      const was = await position.inputValue();
      await page.waitForURL(/at=1[4-9]/);
      await panel().getByRole('button', { name: '地図で選ぶ' }).click();
      await page.getByText('地図の上で避難所の位置を押してください').waitFor();
      await page
        .getByRole('region', { name: /^地図/ })
        .locator('canvas')
        .click({ position: { x: 90, y: 300 } });
      await expect.poll(() => position.inputValue()).not.toBe(was);
      await panel().getByRole('button', { name: 'やめる' }).click();

      await panel()
        .getByText(/離れています/)
        .first()
        .waitFor();
      await panel().getByLabel('選んだ人').fill('試験 職員');
      const choices = panel().getByRole('button', { name: /^位置は「.+」の値を使う$/ });
      await choices.last().click();
      await panel()
        .getByText(/離れています/)
        .first()
        .waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '元に戻す' }).click();
      await panel()
        .getByText(/離れています/)
        .first()
        .waitFor();
    });

    test('a zone shows its people and shelters, and begins a hypothetical zone', async () => {
      const shelter = first(({ redRelation }) => redRelation === 'inside');
      const detail = shelterDetailSchema.parse(await api(`/shelters/${shelter.id}`));
      await open(`map?sel=zone.${detail.hazard.zones[0]?.zoneId}`);
      await panel().getByText('平方メートル').waitFor();
      await panel().getByRole('button', { name: shelter.name }).first().waitFor();
      await panel().getByRole('button', { name: 'この区域をもとに想定区域を作る' }).click();
      await page.waitForURL(/\/scenarios\?.*sc=new/);
      await page.getByRole('region', { name: '想定区域に入る人' }).waitFor();
      await page.getByText(/ヘクタール/).waitFor();
    });

    test('a hypothetical zone is drawn on the map, and a step is taken back', async () => {
      await open('scenarios');
      await page.waitForURL(/at=/, { timeout: 60_000 });
      await page.getByRole('button', { name: '区域を描く' }).click();
      await page.getByText('地図を順に押して囲みます').waitFor();
      const canvas = page.getByRole('region', { name: /^地図/ }).locator('canvas').first();
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('no map');
      const press = async (x: number, y: number) => {
        await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
        await page.waitForTimeout(300);
      };
      const done = page.getByRole('button', { name: '描き終える' });
      const back = page.getByRole('button', { name: '一つ戻す' });
      await press(0.3, 0.3);
      await press(0.7, 0.3);
      // Two corners are no area: it is said, and they stay.
      await done.click();
      await page.getByText('区域には角が3つ以上要ります。いま2つです。').waitFor();
      await press(0.7, 0.7);
      await page.getByText('区域には角が3つ以上要ります。').waitFor({ state: 'detached' });
      // The last corner is taken back, and again the next one.
      await press(0.9, 0.9);
      await back.click();
      await back.click();
      await done.click();
      await page.getByText('いま2つです。').waitFor();
      await page.getByRole('button', { name: 'やり直す' }).click();
      await press(0.3, 0.7);
      await done.click();
      await page.getByRole('region', { name: '想定区域に入る人' }).waitFor();
      await page.getByRole('button', { name: '頂点を動かす' }).click();
      await page.getByText('頂点を動かせます').waitFor();
      const inside = await figure('区域内');
      expect(inside).toBeGreaterThan(0);
      // A vertex is dragged away: fewer people, at once.
      await page.waitForTimeout(500);
      await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.7);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 12 });
      await page.mouse.up();
      await expect.poll(() => figure('区域内'), { timeout: 10_000 }).toBeLessThan(inside);
      await page.keyboard.press('Control+z');
      await expect.poll(() => figure('区域内'), { timeout: 10_000 }).toBe(inside);
      await page.getByRole('button', { name: 'やり直す' }).click();
      await expect.poll(() => figure('区域内'), { timeout: 10_000 }).toBeLessThan(inside);
    });

    test(
      'by keyboard: made of coordinates, kept, shared; the server counts the same; deleted and back',
      WITHOUT_MAP,
      async () => {
        await open('scenarios?sc=new');
        const center = first(({ relation }) => relation === 'inside').position ?? [0, 0];
        await drawSquare(center, 0.01);
        await page.getByRole('region', { name: '想定区域に入る人' }).waitFor();
        await page.getByLabel('名前', { exact: true }).fill('試験の想定');
        await page.getByLabel('目的・前提').fill('上流で崩れたとき');
        await page.getByLabel('作成者').fill('試験 職員');
        await page.getByRole('button', { name: '保存する', exact: true }).click();
        await page.getByText('保存しました').waitFor();
        await page.waitForURL(/sc=[0-9a-f-]{36}/);
        const id = /sc=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
        expect(decodeURIComponent(page.url())).not.toContain('試験');
        const { tally } = scenarioCheckSchema.parse(await api(`/scenarios/${id}/check`));
        expect(tally.inside).toBeGreaterThan(0);
        expect(await figure('区域内')).toBe(tally.inside);
        expect(await figure('近く')).toBe(tally.near);
        expect(await figure('判定できません')).toBe(tally.undetermined);
        await page.getByText(`うち、指定された区域の外にいる人 ${tally.newlyInside}人`).waitFor();

        // A colleague opens the link.
        await page.reload();
        await expect.poll(() => figure('区域内'), { timeout: 20_000 }).toBe(tally.inside);
        await page.getByRole('list', { name: '対象者' }).getByRole('button').first().click();
        await panel().getByRole('heading', { level: 2 }).waitFor();
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: '対象者をCSVで保存' }).click();
        expect((await download).suggestedFilename()).toBe(`scenario-people-${code}.csv`);

        await page.getByRole('button', { name: '削除する' }).click();
        await page.getByText('想定「試験の想定」を削除しました').waitFor();
        await page.getByRole('button', { name: '元に戻す' }).click();
        await page.waitForURL(new RegExp(id));
        await expect.poll(() => figure('区域内'), { timeout: 20_000 }).toBe(tally.inside);
        await page.getByRole('button', { name: '削除する' }).click();
        await page.getByText('想定「試験の想定」を削除しました').waitFor();
      },
    );

    test('has no barrier that axe finds, in light and dark', async () => {
      const shelter = first(({ conflictFields }) => conflictFields.includes('position'));
      await openShelter(shelter);
      await panel().getByRole('button', { name: '修正する' }).click();
      expect(await barriers(page), 'editing a shelter').toEqual([]);
      await page.getByRole('button', { name: '暗い画面にする' }).click();
      await page.waitForTimeout(500);
      expect(await barriers(page), 'editing a shelter, dark').toEqual([]);
      await open('scenarios?sc=new');
      await drawSquare(shelter.position ?? [0, 0], 0.01);
      await page.getByRole('region', { name: '想定区域に入る人' }).waitFor();
      await page.waitForTimeout(1500);
      expect(await barriers(page), 'a hypothetical zone, dark').toEqual([]);
      await page.getByRole('button', { name: '明るい画面にする' }).click();
      await page.waitForTimeout(500);
      expect(await barriers(page), 'a hypothetical zone').toEqual([]);
      await page.getByRole('button', { name: '一覧に戻る' }).click();
      await page.getByRole('heading', { name: '想定区域' }).waitFor();
      expect(await barriers(page), 'the list').toEqual([]);
    });
  },
);
