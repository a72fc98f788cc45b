import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { relayListSchema } from '#contract/relay';
import { residentPageSchema } from '#contract/resident';
import { nearResourcesSchema } from '#contract/resource';
import { shelterListSchema } from '#contract/shelter';
import type { Role } from '#domain/access/roles';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const CITY = '99201';
const SLOW_MILLIS = 180_000;
const PHONE = { width: 390, height: 844 };
/** Not what another run wrote at an application that goes on. */
const SEEN = `昼になっても雨戸が閉まったまま ${process.pid}`;

/** All that the browser keeps of sheets, as text. */
const KEPT_TEXT = `(async () => {
  const wait = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await wait(indexedDB.open('michishirube-relay'));
  const all = await wait(database.transaction('sheets').objectStore('sheets').getAll());
  database.close();
  return all.map((one) => new TextDecoder().decode(one.sealed.bytes)).join();
})()`;

describe.skipIf(!hasChromium)('relay sheets', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  const running = useApplication('no map');
  const open = async (role: Role, view: string, account?: string) => {
    const url = `${running.application.url}/${CITY}/relay?relay=${view}`;
    const watched = await openPage(running.browser, url, {
      ...({ role, drawing: 'no map', guide: 'unread', worker: 'worker' } as const),
      ...(account !== undefined && { account }),
    });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.setViewportSize(PHONE);
    return watched;
  };
  const dark = (page: Page) =>
    page.evaluate(`document.documentElement.setAttribute('data-theme', 'dark')`);

  const of = async <Shape>(path: string, shape: z.ZodType<Shape>) => {
    const address = `${running.application.url}/api/municipalities/${CITY}/${path}`;
    return shape.parse(await (await fetch(address)).json());
  };

  test('written on a phone by a civic centre, answered by welfare, counted in the chart of its district', async () => {
    const { shelters } = await of('shelters', shelterListSchema);
    const place = shelters[0]?.name ?? '';
    const district = await open('district-organisation', 'b.write', 'demo-civic-centre');
    const form = district.page.getByRole('form', { name: 'つなぐシートを書く' });
    await form.getByRole('combobox', { name: '誰のこと・どこのこと' }).focus();
    await district.page.keyboard.type(place);
    // With its place on the map; the last one is the same in plain words.
    await district.page.getByRole('option', { name: place }).nth(1).waitFor();
    await district.page.getByRole('option', { name: place }).first().click();
    await form.locator('[data-subject]').getByText(place).waitFor();
    // From here by keyboard alone.
    await form.getByRole('textbox', { name: '見たこと・気づいたこと' }).focus();
    await district.page.keyboard.type(SEEN);
    await form.getByRole('radio', { name: '急ぎ(1日のうちに)' }).focus();
    await district.page.keyboard.press('Space');
    expect(await barriers(district.page)).toEqual([]);
    const width = await district.page.evaluate('document.body.scrollWidth');
    expect(width).toBeLessThanOrEqual(PHONE.width);
    await form.getByRole('button', { name: '送る', exact: true }).focus();
    await district.page.keyboard.press('Enter');
    const written = district.page.getByRole('article', { name: 'つなぐシート' });
    await written.getByText(SEEN).waitFor();
    await written
      .getByText(/\(架空 北市民センター\)$/)
      .first()
      .waitFor();
    // Words and names stand in no address.
    expect(decodeURIComponent(district.page.url())).not.toMatch(new RegExp(`${place}|雨戸`));

    const welfare = await open('welfare-officer', '');
    const { page } = welfare;
    await page.getByRole('button', { name: SEEN }).first().click();
    const sheet = page.getByRole('article', { name: 'つなぐシート' });
    await sheet.getByRole('button', { name: '対応を始める' }).click();
    await page.getByText('対応中にしました').waitFor();
    await sheet.getByRole('textbox', { name: '書くこと' }).fill('訪ねました。元気でした');
    await sheet.getByRole('button', { name: '返事をする' }).click();
    await page.getByText('返事を届けました').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '元に戻す' }).click();
    await sheet.getByText('取り消されました').waitFor();
    await sheet.getByRole('textbox', { name: '書くこと' }).fill('訪ねました。ご家族の家でした');
    await sheet.getByRole('button', { name: '返事をする' }).click();
    await sheet.getByText('訪ねました。ご家族の家でした').waitFor();
    await dark(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '一覧へ戻る' }).click();
    await page.getByRole('button', { name: /^すべて/ }).click();
    await page.getByRole('list', { name: 'シートの一覧' }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await district.page.reload();
    await written.getByText('訪ねました。ご家族の家でした').waitFor();
    await district.page.emulateMedia({ media: 'print' });
    await written.getByText(SEEN).waitFor();
    expect(await district.page.getByRole('button', { name: '一覧へ戻る' }).count()).toBe(0);
    const pages = await district.page.pdf({ format: 'A4' });
    expect(pages.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);

    // The chart of its district counts it, and its figure opens the list in which it stands.
    const { rows } = await of('relay-sheets?box=all&state=answered', relayListSchema);
    const where = rows.find(({ seen }) => seen === SEEN)?.district ?? '';
    expect(where).not.toBe('');
    const counted = rows.filter((row) => row.district === where).length;
    await page.goto(`${running.application.url}/${CITY}/charts`);
    await page.getByLabel('地区', { exact: true }).selectOption({ label: where });
    const figure = page.getByRole('button', {
      name: new RegExp(`^${counted}件?.*${where} つなぐシート 回答済み`),
    });
    await figure.click();
    await page.waitForURL(/\/relay\?relay=x\.all!s\.answered!d\./);
    await page.getByRole('button', { name: SEEN }).first().waitFor();
    expect(
      await page.getByRole('list', { name: 'シートの一覧' }).getByRole('listitem').count(),
    ).toBe(counted);
    for (const watched of [district, welfare]) {
      expect(watched.faults).toEqual([]);
      await watched.close();
    }
  });

  test('written without a network it is kept sealed, and sent when there is one', async () => {
    const { page, close } = await open('district-organisation', 'b.write');
    const form = page.getByRole('form', { name: 'つなぐシートを書く' });
    await form.waitFor();
    await page.context().setOffline(true);
    await form.getByRole('combobox', { name: '誰のこと・どこのこと' }).fill('圏外の沢');
    await form.getByRole('textbox', { name: '見たこと・気づいたこと' }).fill('通り道がふさがった');
    await form.getByRole('button', { name: '送る', exact: true }).click();
    await page.getByText('この端末に封をして残しました').waitFor();
    const kept = String(await page.evaluate(KEPT_TEXT));
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).not.toContain('沢');
    await page.context().setOffline(false);
    await page.getByText('1件を送りました').waitFor();
    await page.getByRole('button', { name: 'シート', exact: true }).click();
    await page.getByRole('button', { name: /^書いたもの/ }).click();
    await page.getByRole('button', { name: /圏外の沢/ }).click();
    await page.getByText('通り道がふさがった').waitFor();
    await close();
  });

  test('from a person to what is within 500 m on foot, along the roads', async () => {
    const { rows } = await of('residents?limit=60', residentPageSchema);
    let found: { readonly id: string; readonly near: string } | null = null;
    for (const { id } of rows) {
      const { resources } = await of(`residents/${id}/resources-near`, nearResourcesSchema);
      if (resources[0] !== undefined) found = { id, near: resources[0].name };
      if (found !== null) break;
    }
    if (found === null) throw new Error('the demo city has nothing near anybody');
    const { page, faults, close } = await open('welfare-officer', '');
    await page.goto(`${running.application.url}/${CITY}/people?sel=resident.${found.id}`);
    await page.getByRole('button', { name: '歩いて行ける地域の資源' }).click();
    const near = page.getByRole('region', { name: /の家から歩いて500m以内/ });
    const first = near.getByRole('listitem').first();
    await first.getByRole('button', { name: found.near }).waitFor();
    const metres = await near.getByRole('listitem').allInnerTexts();
    for (const text of metres)
      expect(Number(/道のり (\d+) m・徒歩およそ\d+分/.exec(text)?.[1])).toBeLessThanOrEqual(500);
    await near.getByText(/^道路データ: /).waitFor();
    expect(await barriers(page)).toEqual([]);
    await first.getByRole('button').click();
    await page.getByRole('heading', { name: found.near }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a resource is entered and taken back; the guide is read once', async () => {
    const { page, faults, close } = await open('welfare-officer', 'b.resources');
    const list = page.getByRole('list', { name: '地域の資源の一覧' });
    await list.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'サロン・通いの場' }).click();
    await page.waitForURL(/c\.salon/);
    await page.getByRole('button', { name: '登録する' }).click();
    const form = page.getByRole('form', { name: '地域の資源の登録' });
    await form.getByRole('textbox', { name: '名称' }).fill('架空 新しい窓口');
    await form.getByRole('textbox', { name: '開いている時間' }).fill('平日の朝');
    await form.getByRole('button', { name: '保存する' }).click();
    await form
      .getByRole('alert')
      .getByText(/開いている時間を読めません/)
      .waitFor();
    await form.getByRole('textbox', { name: '開いている時間' }).fill('Mo-Fr 09:00-17:00; PH off');
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('button', { name: '保存する' }).click();
    await page.getByText('月〜金曜 09:00〜17:00、祝日 休み').waitFor();
    await page.getByText(/判定できません/).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('一覧から外してあります').waitFor();
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);

    await page.getByRole('button', { name: '個人情報の扱い', exact: true }).click();
    const guide = page.getByRole('article', { name: '個人情報の扱い' });
    await guide.getByText('あなたの役割は「福祉担当」です', { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await guide.getByRole('button', { name: '読みました' }).click();
    await guide.getByText(/に読みました/).waitFor();
    await page.reload();
    await guide.getByText(/に読みました/).waitFor();
    expect(await guide.getByRole('button', { name: '読みました' }).count()).toBe(0);
    await close();

    // A role that opens no relay sheets is taught too, where its day begins.
    const start = `${running.application.url}/${CITY}/start`;
    const drill = await openPage(running.browser, start, {
      ...({ role: 'drill-coordinator', guide: 'unread' } as const),
    });
    await drill.page
      .getByRole('region', { name: '個人情報の扱い' })
      .getByText(/初めて/)
      .waitFor();
    expect(await barriers(drill.page)).toEqual([]);
    await drill.page.getByRole('button', { name: '読む', exact: true }).click();
    const own = drill.page.getByRole('article', { name: '個人情報の扱い' });
    await own
      .getByText(/一部を伏せて見える/)
      .first()
      .waitFor();
    expect(await barriers(drill.page)).toEqual([]);
    expect(drill.faults).toEqual([]);
    await drill.close();
  });
});
