import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type CriteriaDraft,
  criteriaDraftSchema,
  criteriaOverviewSchema,
} from '#contract/criteria-desk';
import { municipalityListSchema, summarySchema } from '#contract/municipality';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, startBrowser, type Watched } from './support/browser.ts';

const SLOW_MILLIS = 180_000;
const NAME = redZonePolicy.name.ja;

describe.skipIf(!hasChromium)('the criteria', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  let application: Application;
  let browser: Browser;
  let code: string;
  let watched: Watched;
  let page: Page;
  /** What the page is expected to say on its console, e.g. of a request that is to fail. */
  let expected: RegExp | null;

  beforeAll(async () => {
    application = await startApplication();
    browser = await startBrowser('no map');
    const list = await fetch(`${application.url}/api/municipalities`).then((got) => got.json());
    code = municipalityListSchema.parse(list).municipalities[0]?.code ?? '';
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  beforeEach(async ({ task }) => {
    expected = null;
    watched = await openPage(browser, `${application.url}/${code}/criteria`, {
      worker: task.meta.worker,
    });
    page = watched.page;
    page.setDefaultTimeout(45_000);
    await page.getByRole('heading', { level: 2, name: '優先順位の基準' }).waitFor();
  });
  afterEach(async () => {
    const faults = watched.faults.filter((fault) => expected === null || !expected.test(fault));
    await watched.close();
    expect(faults).toEqual([]);
  });

  const api = `/criteria`;
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${application.url}/api/municipalities/${code}${path}`)).json();
  const overview = async () => criteriaOverviewSchema.parse(await read(`${api}/overview`));
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const effect = () => page.getByRole('region', { name: '影響' });
  const tierRow = (name: string) => effect().getByRole('row', { name: new RegExp(`^${name}`) });
  const saved = () => page.getByText('保存しました', { exact: true }).waitFor();
  const openCopy = async () => {
    await button(`${NAME} 写しを作って直す`).click();
    await page.getByRole('heading', { level: 2, name: `${NAME}の写し` }).waitFor();
    await tierRow('第1優先').waitFor();
  };
  const draftId = () => /draft\.([0-9a-f-]{36})/.exec(decodeURIComponent(page.url()))?.[1] ?? '';
  const draft = async (): Promise<CriteriaDraft> =>
    criteriaDraftSchema.parse(await read(`${api}/drafts/${draftId()}`));

  test('a copy is edited by keyboard: the effect follows, it is saved, undone and done again', async () => {
    await openCopy();
    const slider = page.getByRole('slider').first();
    const before = Number(await slider.inputValue());
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(Number(await slider.inputValue())).toBe(before - 10);
    await saved();
    expect((await draft()).document.score[0]?.points).toBe(before - 10);
    await effect()
      .getByText(/同じ段階で順番が変わる人 [1-9]/)
      .waitFor();
    await page.keyboard.press('Control+z');
    expect(Number(await slider.inputValue())).toBe(before);
    await page.keyboard.press('Control+y');
    expect(Number(await slider.inputValue())).toBe(before - 10);

    // The tier that was second comes first, by the arrow keys on its handle.
    const labels = () =>
      page
        .getByRole('region', { name: '段階', exact: true })
        .getByRole('textbox', { name: '名前', exact: true });
    const second = await labels().nth(1).inputValue();
    await button(/^第2優先を動かす/).focus();
    await page.keyboard.press('ArrowUp');
    expect(await labels().first().inputValue()).toBe(second);
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/^第1優先を動かす/);
    await effect()
      .getByText(/人の段階が変わります/)
      .waitFor();
    await saved();
    expect((await draft()).document.tiers[0]?.label.ja).toBe(second);

    // What was second covers what was first: that is said at the tier.
    await page.getByText(/全員が前の段階に入っています/).waitFor();
    // Back and again: the draft is what was left.
    await button('基準の一覧に戻る').click();
    await button(`${NAME}の写し 続きを直す`).first().click();
    await expect.poll(() => labels().first().inputValue()).toBe(second);
  });

  test('who changes is listed, and opens the person; the browser goes back to the draft', async () => {
    await openCopy();
    await button(/^第1優先 この段階をなくす/).click();
    const people = page.getByRole('region', { name: '変わる人の一覧' });
    const first = people.getByRole('button').filter({ hasText: '位から' }).first();
    await first.waitFor();
    const name = (await first.locator('span').first().textContent()) ?? '';
    await saved();
    await first.click();
    await page
      .getByRole('complementary', { name: '選んだものの詳細' })
      .getByRole('heading', { level: 2, name })
      .waitFor();
    expect(decodeURIComponent(page.url())).not.toContain(name);
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: `${NAME}の写し` }).waitFor();
    await button('元に戻す').click();
    await effect()
      .getByText(/段階が変わる人はいません/)
      .waitFor();
  });

  test('what has to be put right is said at its field, and stands in the way of adopting', async () => {
    await openCopy();
    await button('段階を加える').click();
    await page.getByText('値を選んでください').waitFor();
    await page.getByText('名前を書いてください').waitFor();
    await effect().getByText('直すところが2か所あります').waitFor();
    await page.getByText('直すところが残っているため、まだ採用できません。').waitFor();
    expect(await button('採用して順位を付け直す').isDisabled()).toBe(true);
    const tier = page.getByRole('region', { name: '段階', exact: true }).locator('ol > li').last();
    await tier.getByRole('textbox', { name: '名前', exact: true }).fill('高齢の人');
    await tier.getByRole('combobox', { name: '見る情報' }).selectOption('age');
    await tier.getByRole('spinbutton').fill('90');
    await tierRow('第4優先').waitFor();
    await saved();
    expect((await draft()).document.tiers.at(-1)).toMatchObject({
      condition: { all: [{ fact: 'age', atLeast: 90 }] },
    });
  });

  test('two officers change one draft: both are shown, and one is chosen', async () => {
    expected = /409/;
    await openCopy();
    await page.getByRole('textbox', { name: '基準の名前', exact: true }).fill('甲の案');
    await page.getByText('保存しました', { exact: true }).waitFor();
    const { id, version, document } = await draft();
    await fetch(`${application.url}/api/municipalities/${code}${api}/drafts/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, document: { ...document, name: { ja: '乙の案', en: '' } } }),
    });
    await page.getByRole('textbox', { name: '基準の名前', exact: true }).fill('甲の別の案');
    const conflict = page.getByRole('alert', { name: '他の人が先にこの下書きを変更しました' });
    await conflict.getByText('乙の案').waitFor();
    await conflict.getByText('甲の別の案').waitFor();
    await button('他の人の内容にする').click();
    await page.getByRole('heading', { level: 2, name: '乙の案' }).waitFor();
    await button('元に戻す').click();
    await page.getByRole('heading', { level: 2, name: '甲の別の案' }).waitFor();
    await saved();
    expect((await draft()).document.name.ja).toBe('甲の別の案');
  });

  test('a draft is kept while the network is away, and saved when it is back', {
    meta: { worker: 'worker' },
  }, async () => {
    expected = /Failed to load|ERR_/;
    await openCopy();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: '基準の名前', exact: true }).fill('切れた間の案');
    await page.getByText(/サーバーにつながりません。内容はこの画面に残っています/).waitFor();
    await page.context().setOffline(false);
    await saved();
    expect((await draft()).document.name.ja).toBe('切れた間の案');
  });

  test('a draft that is thrown away comes back by undo', async () => {
    const drafts = page.getByRole('region', { name: '下書き' }).getByRole('listitem');
    await drafts.first().waitFor();
    const count = await drafts.count();
    await drafts
      .first()
      .getByRole('button', { name: /下書きを捨てる/ })
      .click();
    await expect.poll(() => drafts.count()).toBe(count - 1);
    await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(() => drafts.count()).toBe(count);
  });

  test('adopting by a named person ranks everybody as the effect said; undo brings the former back', async () => {
    await openCopy();
    await button(/^第1優先 この段階をなくす/).click();
    await effect()
      .getByText(/人の段階が変わります/)
      .waitFor();
    const said = await tierRow('第1優先').getByRole('cell').nth(1).textContent();
    await saved();
    await page.getByRole('textbox', { name: /決めた人/ }).fill('架空 課長');
    await page.getByRole('textbox', { name: /理由/ }).fill('会議で決定');
    await button('採用して順位を付け直す').click();
    await page.getByText(/を採用しました。/).waitFor();
    const { byTier } = summarySchema.parse(await read('/summary'));
    expect(byTier[0]?.count?.toLocaleString('en')).toBe(said);
    await page.getByRole('region', { name: '採用の記録' }).getByText('会議で決定').waitFor();
    await page
      .getByRole('region', { name: '市の基準(採用した版)' })
      .getByText('いま使っている基準')
      .waitFor();
    await page.getByRole('status').getByRole('button', { name: '元に戻す' }).click();
    await page
      .getByRole('region', { name: '付属の基準' })
      .getByText('いま使っている基準')
      .waitFor();
    expect((await overview()).inForce.id).toBe(redZonePolicy.id);
  });

  test('two versions are compared, and an older one is read only', async () => {
    await button('二つの基準を比べる').click();
    await effect()
      .getByText(/人の段階が変わります|変わる人はいません/)
      .waitFor();
    await page
      .getByRole('combobox', { name: '比べる基準' })
      .selectOption({ label: 'モデル市の基準(令和7年) 第1版' });
    await page.waitForURL(/model-city-2025/);
    await effect().getByText('地区ごとの人数').click();
    await effect().getByRole('columnheader', { name: '地区' }).waitFor();
    await button('基準の一覧に戻る').click();
    await button('モデル市の基準(令和7年) 内容を見る').click();
    await page
      .getByText(/要介護度が「要介護1~要介護5」/)
      .first()
      .waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
  });

  test('a file of criteria becomes a draft; what is wrong in one is said in Japanese', async () => {
    const file = join(tmpdir(), `criteria-${process.pid}.json`);
    writeFileSync(file, JSON.stringify({ ...redZonePolicy, effectiveOn: 'いつか' }));
    await page.setInputFiles('input[type=file]', file);
    await page
      .getByText('基準のファイルとして読み込めませんでした。何も変更していません。')
      .waitFor();
    await page.getByText('場所:effectiveOn').waitFor();
    writeFileSync(
      file,
      JSON.stringify({ ...redZonePolicy, name: { ja: 'よその市の基準', en: '' } }),
    );
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('heading', { level: 2, name: 'よその市の基準' }).waitFor();
  });

  test('has no barrier that axe finds, in light and dark', async () => {
    expect(await barriers(page)).toEqual([]);
    await openCopy();
    await button('段階を加える').click();
    await page.getByText('値を選んでください').waitFor();
    expect(await barriers(page), 'draft').toEqual([]);
    await button('暗い画面にする').click();
    expect(await barriers(page), 'draft, dark').toEqual([]);
    await button('基準の一覧に戻る').click();
    await page.getByRole('heading', { level: 2, name: '優先順位の基準' }).waitFor();
    expect(await barriers(page), 'dark').toEqual([]);
    await button('モデル市の基準(令和7年) 内容を見る').click();
    await tierRow('第1優先').waitFor();
    expect(await barriers(page), 'version, dark').toEqual([]);
  });
});
