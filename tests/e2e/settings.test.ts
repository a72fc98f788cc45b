import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { travelProfilesSchema } from '#contract/travel-profile';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES } from './support/browser.ts';
import { useOfficersPage } from './support/journey.ts';

const CITY = '99201';

describe.skipIf(!hasChromium)('settings of the city', { timeout: 120_000, retry: RETRIES }, () => {
  const desk = useOfficersPage('no map', `/${CITY}/settings`, 20_000);
  let page: Page;
  beforeEach(() => {
    page = desk.page;
  });

  const section = () => page.getByRole('region', { name: '警戒レベル' });
  const badge = (name: RegExp) => page.getByRole('banner').getByRole('button', { name });
  const place = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name }).click();

  test('a warning level is set by keyboard for two districts and stands on every screen', async () => {
    await section().getByText('発表中の警戒レベルはありません').waitFor();
    await section().getByRole('button', { name: '発表・切り替え' }).focus();
    await page.keyboard.press('Enter');
    const row = section().getByRole('group', { name: /警戒レベル4/ });
    await row.getByRole('radio', { name: '発表しない' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await row.getByRole('radio', { name: '地区を選ぶ', checked: true }).waitFor();
    for (let district = 0; district < 2; district += 1) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await section().getByLabel('発表した人の所属と氏名').fill('架空 危機管理課');
    await page.keyboard.press('Enter');
    await badge(/^警戒レベル4 避難指示、2地区/).waitFor();
    await place('対象者');
    await badge(/^警戒レベル4/).waitFor();
    await badge(/^警戒レベル4/).click();
    await section()
      .getByText(/架空 危機管理課/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '暗い画面にする' }).click();
    expect(await barriers(page)).toEqual([]);
  });

  test('what was just set can be taken back; the history keeps both', async () => {
    await section().getByRole('button', { name: '発表・切り替え' }).click();
    const row = section().getByRole('group', { name: /警戒レベル5/ });
    await row.getByRole('radio', { name: '市内全域' }).check();
    await section().getByLabel('発表した人の所属と氏名').fill('架空 危機管理課');
    await section().getByRole('button', { name: '発表する' }).click();
    await badge(/^警戒レベル5 緊急安全確保、市内全域/).waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await badge(/^警戒レベル5/).waitFor({ state: 'detached' });
    await section().getByText('これまでの発表').click();
    await section()
      .getByText(/警戒レベル5 緊急安全確保/)
      .first()
      .waitFor();
  });

  test('another margin checks everybody again, and the undo puts it back', async () => {
    const margin = page.getByLabel('余裕距離(メートル)');
    const before = await margin.inputValue();
    await margin.fill('35');
    await page.getByRole('button', { name: '変更して判定し直す' }).click();
    await page.getByText('全員の判定をやり直しています').waitFor();
    const said = await fetch(`${desk.url}/api/municipalities/${CITY}`);
    expect(await said.json()).toMatchObject({ settings: { marginMeters: 35 } });
    await page.getByRole('button', { name: '元に戻す' }).click();
    // The check of the whole city is at work: taking it back begins when that has ended.
    await expect.poll(() => margin.inputValue(), { timeout: 60_000 }).toBe(before);
  });

  test('figures of travel: what somebody else set meanwhile is shown, what was typed stays, and it is taken back', {
    meta: { brings: '409 (Conflict)' },
  }, async () => {
    const path = `${desk.url}/api/municipalities/${CITY}/travel-profiles`;
    const read = async () => travelProfilesSchema.parse(await (await fetch(path)).json()).profiles;
    const pump = (await read()).find(({ id }) => id === 'pumper');
    if (pump === undefined) throw new Error('no pump vehicle');
    const figures = page.getByRole('region', { name: '移動手段の幅・速さ' });
    const own = (source: RegExp) => figures.getByRole('row', { name: source });
    await figures.getByRole('button', { name: '消防ポンプ車の数値を変える' }).press('Enter');
    const form = figures.getByRole('form');
    await form.getByLabel(/^必要な幅/).fill('3.2');
    await form.getByLabel(/^根拠/).fill('架空 実測');
    const other = { ...pump.standard, widthMeters: 3.5, source: '架空 諸元表' };
    await fetch(`${path}/pumper`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: pump.version, figures: other }),
    });
    await page.keyboard.press('Enter');
    await form.getByText('先に変えられた今の値').waitFor();
    await own(/架空 諸元表/).waitFor();
    expect(await form.getByLabel(/^必要な幅/).inputValue()).toBe('3.2');
    await form.getByRole('button', { name: '決める' }).click();
    await own(/架空 実測/).waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await own(/架空 諸元表/).waitFor();
    expect((await read()).find(({ id }) => id === 'pumper')?.own).toEqual(other);
    expect(await barriers(page)).toEqual([]);
  });
});
