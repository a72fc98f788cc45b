import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { municipalityListSchema, summarySchema } from '#contract/municipality';
import { type ResidentRow, residentPageSchema } from '#contract/resident';
import { type Application, startApplication } from './support/application.ts';
import { hasChromium, openPage, RETRIES, startBrowser } from './support/browser.ts';

const SLOW_MILLIS = 180_000;
/** More stops than any screen has on the way to a control. */
const MOST_STOPS = 150;
/** What a screen reader would call the element that has the keyboard, nearly. */
const FOCUSED_NAME = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
})()`;

/** A file as an office hands it over. */
function rosterOf(rows: readonly ResidentRow[]): string {
  return [
    '名簿番号,氏名,要介護度,緯度,経度,位置精度',
    ...rows.map(({ name, position }, index) =>
      [`K${index + 1}`, name, '要介護5', position?.[1] ?? '', position?.[0] ?? '', '建物'].join(
        ',',
      ),
    ),
    '',
  ].join('\r\n');
}

describe.skipIf(!hasChromium)('the main job', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  let application: Application;
  let browser: Browser;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'michishirube-keys-'));
    application = await startApplication();
    browser = await startBrowser('no map');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Presses a key until the keyboard is on a control of that name, as somebody without a mouse does. */
  async function reach(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const here = (await page.evaluate<string>(FOCUSED_NAME)).trim();
      if (name.test(here)) return;
      passed.push(here.slice(0, 30));
      await page.keyboard.press(key);
    }
    throw new Error(`no way by ${key} to ${name}; passed: ${passed.join(' | ')}`);
  }

  test('a file is brought in, judged and ranked, and its people are read and taken out, without a mouse', async () => {
    const api = `${application.url}/api`;
    const list = await fetch(`${api}/municipalities`).then((got) => got.json());
    const code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
    const people = residentPageSchema.parse(
      await (await fetch(`${api}/municipalities/${code}/residents?tier=1&limit=20`)).json(),
    );
    const roster = join(directory, 'roster.csv');
    writeFileSync(roster, rosterOf(people.rows));
    const { page, faults, close } = await openPage(browser, `${application.url}/${code}`);
    page.setDefaultTimeout(60_000);
    const press = async (name: RegExp, key?: 'Tab' | 'Shift+Tab') => {
      await reach(page, name, key);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('heading', { name: 'きょう確かめること' }).waitFor();

    await press(/^データ$/);
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await press(/^ファイルを選ぶ$/);
    await (await chooser).setFiles(roster);
    const box = page.getByRole('region', { name: 'ファイルを取り込む' });
    await box.getByRole('button', { name: '中身を確かめる', disabled: false }).waitFor();
    await press(/^中身を確かめる$/);
    await box.getByRole('button', { name: '切り替える' }).waitFor();
    await press(/^切り替える$/);
    await box.getByText('切り替えました').first().waitFor();

    // Whoever is first is opened from the start page, with the reasons.
    await press(/^はじめ$/, 'Shift+Tab');
    const summary = summarySchema.parse(
      await (await fetch(`${api}/municipalities/${code}/summary`)).json(),
    );
    await page
      .getByRole('button', { name: new RegExp(`特別警戒区域内.*${summary.insideRed}`) })
      .waitFor();
    await press(/1位/);
    const panel = page.getByRole('complementary', { name: '選んだものの詳細' });
    await panel.getByRole('heading', { level: 2 }).waitFor();
    await panel.getByText(/区域データ:/).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    // Everybody in the list, one after another by the arrow keys; then the list as a file.
    await press(/^対象者$/, 'Shift+Tab');
    await page.getByRole('grid', { name: '対象者の一覧' }).waitFor();
    await reach(page, /^対象者の一覧$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByText('2位', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await press(/書き出す$/, 'Shift+Tab');
    const download = page.waitForEvent('download');
    await press(/CSV/);
    const path = await (await download).path();
    const said = readFileSync(path, 'utf8');
    for (const { name } of people.rows) expect(said).toContain(name);
    expect(said).toMatch(new RegExp(`^${summary.residents},`, 'm'));
    expect(faults).toEqual([]);
    await close();
  });
});
