import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { openPositionsSchema } from '#contract/people-desk';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES, WITHOUT_MAP } from './support/browser.ts';
import { useOfficersPage } from './support/journey.ts';

const CITY = '99201';

describe.skipIf(!hasChromium)('the desk of people', { timeout: 180_000, retry: RETRIES }, () => {
  const desk = useOfficersPage('map', `/${CITY}/people`, 45_000);
  let page: Page;
  beforeEach(() => {
    page = desk.page;
  });

  const grid = () => page.getByRole('grid', { name: '対象者の一覧' });
  const head = (name: string) => grid().getByRole('columnheader', { name });
  const panel = () => page.getByRole('complementary', { name: '選んだものの詳細' });
  const task = (name: string) =>
    page.getByRole('navigation', { name: '対象者の作業' }).getByRole('button', { name });
  const openPositions = async () => {
    const response = await fetch(`${desk.url}/api/municipalities/${CITY}/open-positions`);
    return openPositionsSchema.parse(await response.json());
  };

  test(
    'sorts by two columns, shows chosen ones, and hands the list out as it stands',
    WITHOUT_MAP,
    async () => {
      await head('地区').getByRole('button').click();
      await head('年齢')
        .getByRole('button')
        .click({ modifiers: ['Shift'] });
      await head('年齢')
        .getByRole('button')
        .click({ modifiers: ['Shift'] });
      await page.waitForURL(/sort=district,-age/);
      expect(await head('年齢').getAttribute('aria-sort')).toBe('descending');
      await page.getByRole('button', { name: '列', exact: true }).click();
      await page.getByRole('checkbox', { name: '世帯' }).check();
      await page.getByRole('checkbox', { name: '位置の精度' }).uncheck();
      await page.keyboard.press('Escape');
      await head('世帯').waitFor();
      await page.getByRole('button', { name: '書き出す', exact: true }).click();
      const file = await page
        .getByRole('link', { name: 'CSV(Excelで開ける文字コード)' })
        .getAttribute('href');
      const text = await (await fetch(`${desk.url}${file}`)).text();
      expect(text).toContain('並び順: 地区、年齢(降順)');
      expect(text).toContain('世帯');
      expect(text).not.toContain('位置の精度');
    },
  );

  test(
    'a filter is saved under a name, used again, removed and taken back',
    WITHOUT_MAP,
    async () => {
      await page.getByRole('button', { name: 'ほかの条件' }).click();
      await page.getByRole('button', { name: '世帯', exact: true }).click();
      await page.getByRole('dialog').getByText('ひとり暮らし').click();
      await page.keyboard.press('Escape');
      await page.waitForURL(/household=alone/);
      await page.getByRole('button', { name: '保存した条件' }).click();
      await page.getByRole('textbox', { name: '名前' }).fill('独居');
      await page.getByRole('button', { name: 'いまの条件を保存' }).click();
      await page.getByRole('button', { name: '独居', exact: true }).waitFor();
      await page.getByRole('button', { name: '「独居」を削除' }).click();
      await page.getByRole('button', { name: '独居', exact: true }).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '元に戻す' }).click();
      await page.getByRole('button', { name: '保存した条件' }).click();
      await page.getByRole('button', { name: '独居', exact: true }).waitFor();
    },
  );

  test('a point is moved by the keyboard, judged at once, taken back, and all of it is history', async () => {
    await grid().focus();
    await page.keyboard.press('Enter');
    await panel().getByRole('button', { name: '位置を直す' }).click();
    const form = page.getByRole('region', { name: /^位置を直す/ });
    await form.getByRole('button', { name: 'この位置にする' }).click();
    await form.getByText('理由を選ぶか、書いてください。').waitFor();
    await form.getByRole('button', { name: '現地で確認' }).click();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowRight');
    await form.getByText('元の位置から10メートル').waitFor();
    await form.getByRole('button', { name: 'この位置にする' }).click();
    await form.getByText('位置を直し、判定し直しました').waitFor();
    await form.getByText('前の判定').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await form.getByRole('button', { name: 'この位置にする' }).waitFor();
    await page.keyboard.press('Escape');
    await panel().getByRole('button', { name: '履歴を見る' }).click();
    await panel().getByText('位置を元に戻しました').waitFor();
    await panel().getByText('位置を手で直しました').waitFor();
    await panel().getByText('理由 現地で確認').waitFor();
  });

  test('open positions are settled by the keyboard alone, one after another', async () => {
    const before = await openPositions();
    await task('位置の確認').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/task=settle.*sel=resident/);
    const name = page.getByRole('heading', { level: 3 }).first();
    await name.waitFor();
    // The camera is in the address too, and moves by itself.
    const personIn = (url: string) => new URL(url).searchParams.get('sel');
    const first = personIn(page.url());
    await page.keyboard.press('ArrowDown');
    await page.waitForURL((url) => personIn(url.href) !== first);
    await page.keyboard.press('ArrowUp');
    await page.waitForURL((url) => personIn(url.href) === first);
    await page.reload();
    await page.getByRole('heading', { level: 4, name: '位置の候補' }).waitFor();
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    const said = `${before.settled + before.people.length}人のうち${before.settled + 1}人を確認`;
    await page.getByText(said.replace(/\d{4,}/g, (n) => Number(n).toLocaleString('en'))).waitFor();
    expect((await openPositions()).people).toHaveLength(before.people.length - 1);
    await page.keyboard.press('Alt+z');
    await expect.poll(async () => (await openPositions()).people.length).toBe(before.people.length);

    // Placed by hand beyond the circle of the address: said with both lengths, and accepted.
    const town = before.people.find(({ accuracy }) => accuracy === 'town');
    const chosen = `resident.${town?.id}`;
    const look = async () => {
      await page.goto(`${desk.url}/${CITY}/people?task=settle&sel=${chosen}`);
      await page.getByRole('button', { name: /住所と一致/ }).waitFor();
    };
    await look();
    await page.keyboard.press('m');
    const form = page.getByRole('region', { name: /^位置を直す/ });
    await form.waitFor();
    const outside = form.getByText(/代表点から.+離れていますが、範囲の半径は.+です/);
    for (let step = 0; step < 200 && !(await outside.isVisible()); step += 1)
      await page.keyboard.press('Shift+ArrowUp');
    await outside.waitFor();
    await form.getByRole('button', { name: '現地で確認' }).click();
    await form.getByRole('button', { name: 'この位置にする' }).click();
    await form.getByText('今の判定').waitFor();
    await form.getByRole('button', { name: '閉じる' }).click();
    await page.waitForURL((url) => personIn(url.href) !== chosen);
    await page.getByRole('heading', { level: 4, name: '位置の候補' }).waitFor();
    expect(await form.count()).toBe(0);
    await page.keyboard.press('Alt+z');
    await expect.poll(async () => (await openPositions()).people.length).toBe(before.people.length);

    // A candidate that is a whole town or block settles nobody who cannot be judged there.
    await look();
    await page.getByRole('button', { name: /住所と一致/ }).click();
    await page.getByRole('button', { name: '選んだ候補にする' }).click();
    await page.getByText(/として残しました。まだ判定できません/).waitFor();
    expect((await openPositions()).people).toHaveLength(before.people.length);
    await page.keyboard.press('Alt+z');
  });

  test('has no barrier that axe finds, in light and dark', async () => {
    for (const name of ['一覧', '位置の確認', '重複の確認']) {
      await task(name).click();
      await page.waitForTimeout(1500);
      expect(await barriers(page), name).toEqual([]);
    }
    await page.getByRole('button', { name: '暗い画面にする' }).click();
    for (const name of ['重複の確認', '位置の確認', '一覧']) {
      await task(name).click();
      await page.waitForTimeout(1500);
      expect(await barriers(page), `${name}, dark`).toEqual([]);
    }
  });
});
