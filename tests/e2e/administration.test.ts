import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Role } from '#domain/access/roles';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, type Watched } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const CITY = '99201';
const OTHER = { code: '99202', name: '架空隣市' };

describe.skipIf(!hasChromium)('administration', { timeout: 120_000, retry: RETRIES }, () => {
  const running = useApplication('no map');
  let watched: Watched;
  let page: Page;

  const open = async (role: Role, place: string) => {
    watched = await openPage(running.browser, `${running.application.url}/`, { role });
    page = watched.page;
    page.setDefaultTimeout(20_000);
    await page.goto(`${running.application.url}/${CITY}/${place}`);
  };
  afterEach(async () => {
    // A refusal of the server is said by the browser as well.
    const faults = watched.faults.filter((fault) => !fault.includes('Failed to load resource'));
    await watched.close();
    expect(faults).toEqual([]);
  });
  /** As somebody else does meanwhile. */
  const send = (method: string, path: string, body: unknown): Promise<unknown> =>
    page.evaluate(
      async ([how, where, what]) => {
        const headers = { 'content-type': 'application/json', 'x-michishirube': '1' };
        const init =
          how === 'GET' ? {} : { method: how as string, headers, body: JSON.stringify(what) };
        const answer = await fetch(where as string, init);
        return (await answer.json()) as unknown;
      },
      [method, path, body] as const,
    );

  test('an officer works at once, whatever becomes of the question what one may see', async () => {
    await open('disaster-officer', 'start');
    await page.route('**/api/access', () => {});
    const said: string[] = [];
    await page.exposeFunction('hear', (text: string) => said.push(text));
    await page.addInitScript(`new MutationObserver(() => {
      const text = document.body?.innerText ?? '';
      if (text.includes('この役割では')) hear(text);
    }).observe(document, { childList: true, subtree: true })`);
    await page.goto(`${running.application.url}/${CITY}/map`);
    await page.getByRole('listbox', { name: '対象者の一覧' }).getByRole('option').first().waitFor();
    await page.goto(`${running.application.url}/${CITY}/start`);
    await page.locator('section[aria-labelledby="start-first"] li').first().waitFor();
    expect(said).toEqual([]);
  });

  test('how long things are kept: set, taken back, ordered and called off; the auditor sees it', async () => {
    await open('administrator', 'settings');
    const section = page.getByRole('region', { name: '残す期間と削除' });
    const warnings = section.getByRole('listitem').filter({ hasText: '終わった警戒レベル' });
    await warnings.getByText('まだだれも決めていません。').waitFor();
    await warnings.getByLabel('残す日数').fill('400');
    await warnings.getByRole('button', { name: '決める' }).click();
    await warnings.getByText(/が決めました。/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(() => warnings.getByLabel('残す日数').inputValue()).toBe('');
    // Nothing of the demo city is so old; somebody orders a run all the same.
    expect(await section.getByRole('button', { name: /期間を過ぎたものを消す/ }).isDisabled()).toBe(
      true,
    );
    await send('POST', `/api/municipalities/${CITY}/retention/runs`, {});
    await page.reload();
    await section.getByText(/に消します。/).waitFor();
    await section.getByRole('button', { name: 'やめる' }).click();
    await section.getByRole('button', { name: /期間を過ぎたものを消す/ }).waitFor();
    await watched.close();

    await open('auditor', 'settings');
    const seen = page.getByRole('region', { name: '残す期間と削除' });
    await seen.getByText('期間を決めて消すのは管理者です。').waitFor();
    await seen.getByRole('button', { name: /監査の記録の全体を書き出す/ }).waitFor();
    expect(await seen.getByRole('textbox').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test('the ordinance: after somebody else was first it is saved on top of theirs', async () => {
    await open('disaster-officer', 'settings');
    const section = page.getByRole('region', { name: '条例による平常時の提供' });
    await section.getByLabel('条例の名称と条番号').fill('架空市条例 第3条');
    const path = `/api/municipalities/${CITY}/consent-rule`;
    const { version } = z.object({ version: z.number() }).parse(await send('GET', path, null));
    await send('PUT', path, { version, byOrdinance: false, ordinance: '架空市条例 第2条' });
    await section.getByRole('button', { name: '保存' }).click();
    await section.getByText('他の人が先に変更しました').waitFor();
    expect(await section.getByLabel('条例の名称と条番号').inputValue()).toBe('架空市条例 第3条');
    const read = async () =>
      z.object({ ordinance: z.string() }).parse(await send('GET', path, null));
    await expect
      .poll(async () => {
        await section
          .getByRole('button', { name: '保存' })
          .click({ timeout: 2000 })
          .catch(() => {});
        return (await read()).ordinance;
      })
      .toBe('架空市条例 第3条');
    await page.getByText('元に戻す').click();
    await expect.poll(async () => (await read()).ordinance).toBe('架空市条例 第2条');
    await expect
      .poll(() => section.getByLabel('条例の名称と条番号').inputValue())
      .toBe('架空市条例 第2条');
  });

  test('a password is reset on top of what somebody else changed', async () => {
    await open('administrator', 'accounts');
    const row = page.getByRole('listitem').filter({ hasText: 'demo-auditor' });
    await row.waitFor();
    const { accounts } = z
      .object({ accounts: z.array(z.looseObject({ id: z.string(), loginName: z.string() })) })
      .parse(await send('GET', '/api/accounts', null));
    const account = accounts.find(({ loginName }) => loginName === 'demo-auditor');
    await row.getByRole('button', { name: /再発行/ }).click();
    await send('PATCH', `/api/accounts/${account?.id}`, { ...account, displayName: '架空 別名' });
    await row.getByRole('button', { name: '再発行する' }).click();
    await row.getByText('他の人が先に変更しました').waitFor();
    await page.getByText('架空 別名', { exact: true }).waitFor();
    await row.getByRole('button', { name: '再発行する' }).click();
    await page.getByRole('region', { name: '架空 別名の1回限りのパスワード' }).waitFor();
  });

  test('a district organisation is given its districts, and never none', async () => {
    await open('administrator', 'accounts');
    const row = page.getByRole('listitem').filter({ hasText: 'demo-district-organisation' });
    await row.getByRole('button', { name: /アカウントを変える/ }).click();
    const form = row.getByRole('form');
    await form.getByRole('group', { name: '担当する地区' }).getByRole('checkbox').first().waitFor();
    // The whole city is no reach of this role: nothing offers what the server refuses.
    expect(await form.getByRole('radio').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test('who looks after the installation sees of which city an account is, and makes another one like that', async () => {
    await open('administrator', 'start');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      const session = (await answer.json()) as { account: object };
      await route.fulfill({
        json: { ...session, account: { ...session.account, municipalityCode: null } },
      });
    });
    await page.route('**/api/accounts', async (route) => {
      if (route.request().method() !== 'GET') return route.abort();
      const { accounts } = (await (await route.fetch()).json()) as {
        accounts: { loginName: string }[];
      };
      const moved = accounts.map((one) =>
        one.loginName === 'demo-district-organisation'
          ? { ...one, municipalityCode: OTHER.code }
          : one,
      );
      await route.fulfill({ json: { accounts: moved } });
    });
    await page.route(`**/api/municipalities/${OTHER.code}/districts`, (route) =>
      route.fulfill({ json: { districts: [] } }),
    );
    await page.goto(`${running.application.url}/${CITY}/accounts`);
    const row = page.getByRole('listitem').filter({ hasText: 'demo-district-organisation' });
    await row.getByText(OTHER.code).waitFor();
    await row.getByRole('button', { name: /アカウントを変える/ }).click();
    await expect
      .poll(() => asked.includes(`/api/municipalities/${OTHER.code}/districts`))
      .toBe(true);
    await page.getByRole('button', { name: 'アカウントを作る' }).click();
    const form = page.getByRole('form', { name: 'アカウントを作る' });
    await form.getByLabel('ログイン名').fill('kakuu.kanri');
    await form.getByLabel('氏名').fill('架空 全体');
    await form.getByLabel('役割').selectOption({ label: '管理者' });
    await form.getByRole('checkbox', { name: 'すべての自治体' }).check();
    expect(await barriers(page)).toEqual([]);
    const [sent] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/api/accounts')),
      form.getByRole('button', { name: 'アカウントを作る' }).click(),
    ]);
    expect(sent.postDataJSON()).toMatchObject({ role: 'administrator', municipalityCode: null });
  });
});
