import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { consentsSchema } from '#contract/access';
import { residentPageSchema } from '#contract/resident';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES } from './support/browser.ts';
import { useOfficersPage } from './support/journey.ts';

const CITY = '99201';

describe.skipIf(!hasChromium)('who may see what', { timeout: 120_000, retry: RETRIES }, () => {
  const desk = useOfficersPage('no map', `/${CITY}/start`, 20_000);
  let page: Page;
  beforeEach(() => {
    page = desk.page;
  });

  /** Asks as whoever is signed in on the page. */
  const read = (path: string): Promise<unknown> =>
    page.evaluate(async (address) => (await fetch(address)).json(), path);
  const place = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name }).click();
  const panel = () => page.getByRole('complementary');

  const consentsOf = async (id: string) =>
    consentsSchema.parse(await read(`/api/municipalities/${CITY}/residents/${id}/consents`));
  /** The first of the list whose roster may not be given. */
  const someoneNotGiven = async () => {
    const { rows } = residentPageSchema.parse(
      await read(`/api/municipalities/${CITY}/residents?limit=50`),
    );
    for (const { id } of rows) if ((await consentsOf(id)).consents[0]?.isGiven === false) return id;
    throw new Error('everybody of the demo city agreed');
  };

  test('a consent is recorded on the panel of a person, and taken back', async () => {
    const id = await someoneNotGiven();
    const before = (await consentsOf(id)).history.length;
    await page.goto(`${desk.url}/${CITY}/people?sel=resident.${id}`);
    await panel().getByRole('heading', { name: '同意', exact: true }).waitFor();
    await panel().getByRole('button', { name: '記録する: 名簿情報の平常時の提供' }).click();
    const form = panel().getByRole('form', { name: '名簿情報の平常時の提供' });
    await form.getByLabel('状態').selectOption({ label: '同意' });
    await form.getByLabel('意思を示した日').fill('2026-04-01');
    await form.getByLabel('説明した人').fill('架空 福祉課');
    await form.getByLabel('書面がある').check();
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await panel().getByText('架空 福祉課').first().waitFor();
    const consents = () => consentsOf(id);
    expect((await consents()).consents[0]).toMatchObject({ state: 'agreed', isGiven: true });
    await page.getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(async () => (await consents()).consents[0]?.isGiven).toBe(false);
    expect((await consents()).history).toHaveLength(before + 2);
  });

  test('disaster mode: opened with district, law and reason; a banner on every screen; ended', async () => {
    await place('設定');
    const section = page.getByRole('region', { name: '災害時の情報提供' });
    await section.getByText('災害時の情報提供は行っていません。').waitFor();
    await section.getByRole('button', { name: '災害時の情報提供を始める' }).click();
    await section.getByRole('button', { name: '始める', exact: true }).click();
    await section.getByText('地区、条文、理由を入れてください。').waitFor();
    await section.getByRole('group', { name: '対象の地区' }).getByRole('checkbox').first().check();
    await section.getByLabel('理由').fill('土砂災害警戒情報の発表');
    expect(await barriers(page)).toEqual([]);
    await section.getByRole('button', { name: '始める', exact: true }).click();
    const banner = page.getByText('災害時の情報提供中');
    await banner.waitFor();
    for (const name of ['地図', '対象者', 'データ', '見え方', '設定']) {
      await place(name);
      await banner.waitFor();
    }
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await banner.waitFor();
    await section.getByRole('button', { name: '災害時の情報提供を終える' }).click();
    await banner.waitFor({ state: 'detached' });
    await section.getByText('これまでの災害時の情報提供').click();
    await section.getByText('土砂災害警戒情報の発表').waitFor();
  });

  test('the screen of what one may see says the role, its law and its table', async () => {
    await place('見え方');
    await page.getByText('あなたの役割は「防災担当」です。').waitFor();
    await page.getByText(/第49条の11第1項/).waitFor();
    await page.getByRole('rowheader', { name: '氏名・住所・連絡先・位置' }).waitFor();
    await page.getByText('災害時の情報提供の開始と終了').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '暗い画面にする' }).click();
    expect(await barriers(page)).toEqual([]);
  });
});
