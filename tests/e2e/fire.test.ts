import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cutsAnswerSchema } from '#contract/cut-off';
import type { FireStationOnWire } from '#contract/fire-station';
import { municipalityListSchema } from '#contract/municipality';
import { roadAnswerSchema } from '#contract/route';
import { siteOverrideDetailSchema, siteOverrideListSchema } from '#contract/site-override';
import type { Role } from '#domain/access/roles';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES } from './support/browser.ts';
import { useApplication, useWatched } from './support/journey.ts';

const SLOW_MILLIS = 180_000;
const NOTHING_FOUND = {
  ...{ closed: null, widthMeters: null, heightMeters: null, passability: [] },
  ...{ turningPlace: null, hydrant: null, note: '' },
};
/** A PNG of one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasChromium)(
  'the fire department’s check, and what it found on site',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    const running = useApplication('map');
    const watched = useWatched();

    const codeOf = async () => {
      const list = await fetch(`${running.application.url}/api/municipalities`);
      return municipalityListSchema.parse(await list.json()).municipalities[0]?.code ?? '';
    };
    const open = async (plan: string, role: Role = 'disaster-officer') => {
      const { url } = running.application;
      const address = `${url}/${await codeOf()}/routes?route=${plan}`;
      watched.current = await openPage(running.browser, address, { role });
      watched.current.page.setDefaultTimeout(30_000);
      return watched.current.page;
    };
    const check = async (page: Page) => {
      await page.getByRole('button', { name: '点検する', exact: true }).click();
      await page.getByRole('region', { name: '点検の結果' }).waitFor();
    };
    const api = async (path: string, method = 'GET', body?: unknown) => {
      const { url } = running.application;
      return fetch(`${url}/api/municipalities/${await codeOf()}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-michishirube': '1' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    };
    const recorded = async () =>
      siteOverrideListSchema.parse(await (await api('/site-overrides')).json()).overrides;
    /** Something found on a road that has a name and that nobody else's journey is about. */
    const record = async (note: string) => {
      const { cuts } = cutsAnswerSchema.parse(await (await api('/routes/cuts?profile=car')).json());
      const cut = cuts.find(({ kind, name }) => kind === 'road' && name !== null);
      const asked = await api(`/routes/road?id=${encodeURIComponent(cut?.id ?? '')}`);
      const { road, data } = roadAnswerSchema.parse(await asked.json());
      const made = await api('/site-overrides', 'POST', {
        road: { source: data.roads[0]?.source, id: road?.id, middle: road?.middle },
        facts: { ...NOTHING_FOUND, note },
        expiresAt: null,
      });
      return siteOverrideDetailSchema.parse(await made.json());
    };

    test('rows say who is reached; they are filtered, sorted, and select with the map; a file and a sheet', async () => {
      const page = await open('k.fire');
      await page.getByRole('checkbox', { name: /消防本部.*配置:.*はしご車/ }).waitFor();
      // A ladder truck is kept at one station alone.
      await page.getByLabel('車両', { exact: true }).selectOption({ label: 'はしご車' });
      await page.getByText('5か所のうち1か所').waitFor();
      await page.getByLabel('車両', { exact: true }).selectOption({ label: '消防ポンプ車' });
      await check(page);
      const results = page.getByRole('region', { name: '点検の結果' });
      await results.getByText(/^データの時点/).waitFor();
      expect(await results.textContent()).not.toContain('安全');
      await results.getByLabel('結果', { exact: true }).selectOption({ label: '途中から徒歩' });
      await results.getByRole('button', { name: '徒歩mで並べ替える' }).click();
      await page.waitForURL(/o\.on-foot/);
      const walks = await results
        .locator('[data-fire-row] tr:first-child td:nth-child(4)')
        .allTextContents();
      const meters = walks.map((text) => Number(text.replaceAll(',', '')));
      expect(meters.length).toBeGreaterThan(5);
      expect(meters).toEqual([...meters].sort((a, b) => a - b));

      const row = results.locator('[data-fire-row]').nth(2);
      await row.getByRole('button').first().click();
      await page.waitForURL(/sel=resident\./);
      await row.locator('[aria-current="true"]').waitFor();
      await row.getByText(/^出動:/).waitFor();
      expect(await barriers(page)).toEqual([]);

      const download = page.waitForEvent('download');
      await results.getByRole('button', { name: 'CSVで保存', exact: true }).click();
      const file = await readFile(await (await download).path(), 'utf8');
      expect(file).toContain('車両の停止位置');

      await page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')");
      await results.getByRole('button', { name: '今の地図と一緒に印刷' }).click();
      await page.locator('body[data-printed]').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.getByRole('img', { name: '経路の地図' }).waitFor();
      await page.getByRole('list', { name: '現地確認リスト' }).waitFor();
    });

    test('by keyboard alone a road of the list is recorded with a photo, bears on the list, and is taken back', async () => {
      const page = await open('k.fire', 'fire-department');
      await check(page);
      const listed = page.getByRole('list', { name: '現地確認リスト' }).getByRole('listitem');
      const [former] = await listed.first().getByRole('button').allTextContents();
      await listed.first().getByRole('button').last().focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: /^新しい記録/ });
      await form.getByText(/^道路データでは/).waitFor();
      await page.waitForURL(/g\.r/);
      // From the heading to the closure, width and height; nothing is stored that says nothing.
      for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
      await page.keyboard.type('2.8');
      await page.keyboard.press('Tab');
      await form
        .getByLabel('写真')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PHOTO });
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Enter');

      const inForce = page.getByRole('list', { name: '有効な記録' });
      await inForce.getByText('幅員 2.8メートル').waitFor();
      await inForce.getByText(/写真1枚/).waitFor();
      const [stored] = await recorded();
      expect(stored).toMatchObject({ state: 'in-force', facts: { widthMeters: 2.8 } });
      // A pumper needs 4 metres: the road is no question any more, and the list is asked anew.
      await page.getByRole('button', { name: '火災・救急の到達点検' }).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await listed.first().getByRole('button').allTextContents())[0], {
          timeout: 30_000,
        })
        .not.toBe(former);

      await page.getByRole('button', { name: '現地情報', exact: true }).focus();
      await page.keyboard.press('Enter');
      await inForce.getByRole('button', { name: /を取り消す$/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('有効な現地情報はありません。').waitFor();
      await page.getByText(/^取り消しました/).waitFor();
      await page.keyboard.press('Control+z');
      await inForce.getByText('幅員 2.8メートル').waitFor();
    });

    test('when somebody else was first both versions are shown, and nothing is lost', async () => {
      const page = await open('k.site');
      await page.emulateMedia({ colorScheme: 'dark' });
      const stands = await record('電柱');
      await page.reload();
      await page.getByText('電柱').waitFor();
      await page
        .locator(`[data-site="${stands.id}"]`)
        .getByRole('button', { name: /の記録を変える$/ })
        .click();
      const form = page.getByRole('form', { name: /^記録を変える/ });
      await form.getByLabel(/測った幅員/).fill('3.1');
      const theirs = { ...stands.facts, note: '先に見た人' };
      const change = { version: stands.version, facts: theirs, expiresAt: null };
      const changed = await api(`/site-overrides/${stands.id}`, 'PUT', change);
      expect(changed.status).toBe(200);
      await form.getByRole('button', { name: '記録する' }).click();
      await form.getByText('ほかの人が先に変更しました').waitFor();
      await form
        .getByRole('cell', { name: 'メモ' })
        .or(form.getByText('先に見た人'))
        .first()
        .waitFor();
      await form.getByRole('cell', { name: '幅員 3.1メートル' }).waitFor();
      expect(await form.getByLabel(/測った幅員/).inputValue()).toBe('3.1');
      expect(await barriers(page)).toEqual([]);
      await form.getByRole('button', { name: '自分の入力で上書きする' }).click();
      await page.getByRole('list', { name: '有効な記録' }).getByText('幅員 3.1メートル').waitFor();
      // The browser says of each refusal that it was one.
      const said = watched.current?.faults as string[];
      expect(said.splice(0).every((fault) => fault.includes('409'))).toBe(true);
    });

    test('a road is picked on the map by keyboard, and the hydrant beside it', async () => {
      const { id, road } = await record('目印');
      const [lng, lat] = road.middle;
      const page = await open(`k.site&at=17.00/${lat.toFixed(5)}/${lng.toFixed(5)}`);
      await page.locator('[data-drawn="true"]').waitFor();
      await page.getByRole('button', { name: '地図で道を選ぶ' }).click();
      await page.getByText(/Enterで中心の道を選びます/).waitFor();
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: /^新しい記録/ });
      await form.waitFor();
      await form.getByRole('button', { name: '消火栓を地図で選ぶ' }).click();
      await page.getByText(/Enterで中心に決めます/).waitFor();
      await page.keyboard.press('Enter');
      await form.getByText(/^北緯/).waitFor();
      await form.getByRole('button', { name: '記録する' }).click();
      await page.getByRole('list', { name: '有効な記録' }).getByText('消火栓あり').waitFor();
      const hydrant = (await recorded()).find(({ facts }) => facts.hydrant !== null);
      expect(hydrant?.road.id).toBe(road.id);
      expect(hydrant?.id).not.toBe(id);
    });

    test('a station is entered by keyboard with its place on the map, taken back, and two at once lose nothing', async () => {
      const page = await open('k.fire', 'fire-department');
      await page.locator('[data-drawn="true"]').waitFor();
      await page.getByText('署所を登録・変更する').click();
      const editor = page.getByRole('region', { name: '消防署所の登録' });
      await editor.getByRole('button', { name: '署所を追加する' }).press('Enter');
      const form = editor.getByRole('form', { name: '新しい署所' });
      await form.getByRole('button', { name: '保存する' }).press('Enter');
      await form.getByText('名称を入れてください。').waitFor();
      await form.getByLabel('名称').fill('浜分団');
      await form.getByRole('button', { name: '地図で決める' }).press('Enter');
      await page.getByText(/Enterで決めます/).waitFor();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => form.getByLabel(/^位置/).inputValue())
        .toMatch(/^\d+\.\d+, \d+\.\d+$/);
      await form.getByLabel('消防ポンプ車').check();
      expect(await barriers(page)).toEqual([]);
      await form.getByRole('button', { name: '保存する' }).press('Enter');
      const made = editor.getByRole('listitem').filter({ hasText: '浜分団' });
      await made.waitFor();
      await page.getByRole('checkbox', { name: /浜分団.*消防ポンプ車/ }).waitFor();
      await page.keyboard.press('Control+z');
      await made.waitFor({ state: 'detached' });

      const first = editor.getByRole('listitem').first();
      await first.getByRole('button', { name: /を変更する$/ }).press('Enter');
      const change = editor.getByRole('form');
      await change.getByLabel('種別').fill('本署');
      await page.evaluate(
        async (code) => {
          const path = `/api/municipalities/${code}/fire-stations`;
          const list = (await (await fetch(path)).json()) as { stations: FireStationOnWire[] };
          const [one] = list.stations;
          if (one === undefined) return;
          const { id, version, name, position, vehicles } = one;
          await fetch(`${path}/${id}`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json', 'x-michishirube': '1' },
            body: JSON.stringify({ version, name, kind: '先の人', position, vehicles }),
          });
        },
        await codeOf(),
      );
      await change.getByRole('button', { name: '保存する' }).press('Enter');
      await change.getByText(/今の内容:.*先の人/).waitFor();
      expect(await change.getByLabel('種別').inputValue()).toBe('本署');
      expect(await barriers(page)).toEqual([]);
      await change.getByRole('button', { name: '自分の入力で保存する' }).press('Enter');
      await change.waitFor({ state: 'detached' });
      await first.getByText(/本署/).waitFor();
      const said = watched.current?.faults as string[];
      expect(said.splice(0).every((fault) => fault.includes('409'))).toBe(true);
    });
  },
);
