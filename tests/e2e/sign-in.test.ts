import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DemoAccount, sessionViewSchema } from '#contract/account';
import type { Role } from '#domain/access/roles';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES, startBrowser } from './support/browser.ts';
import { authenticatorCode } from './support/totp.ts';

const CITY = '99201';
const START = 'きょう確かめること';

const HALF_A_MINUTE_MILLIS = 31_000;

describe.skipIf(!hasChromium)('signing in', { timeout: 120_000, retry: RETRIES }, () => {
  let application: Application;
  let browser: Browser;
  let demo: readonly DemoAccount[];
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    application = await startApplication();
    browser = await startBrowser('no map');
    const session = await fetch(`${application.url}/api/session`).then((got) => got.json());
    demo = sessionViewSchema.parse(session).demoAccounts;
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  beforeEach(async () => {
    faults = [];
    page = await newPage();
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  /** Nobody is signed in there. */
  async function newPage(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      // Drawn by software, in nobody's sight.
      deviceScaleFactor: 0.5,
      locale: 'ja-JP',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await context.clock.install();
    const opened = await context.newPage();
    opened.setDefaultTimeout(30_000);
    opened.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    opened.on('console', (message) => {
      // A refusal of the server is said by the browser as well.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`console: ${message.text()}`);
    });
    await opened.goto(`${application.url}/`);
    return opened;
  }

  const accountOf = (role: Role) => {
    const found = demo.find((one) => one.role === role);
    if (found === undefined) throw new Error(`no demo account of ${role}`);
    return found;
  };
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const signIn = async (loginName: string, password: string) => {
    await field('ログイン名').fill(loginName);
    await field('パスワード').fill(password);
    await press('サインイン');
  };
  const signInAs = (role: Role) => signIn(accountOf(role).loginName, accountOf(role).password);
  const menu = () => page.getByRole('button', { name: /のメニュー$/ });
  const choose = async (name: string) => {
    await menu().click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  const signOut = async () => {
    await choose('サインアウト');
    await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  };
  /** As when the time is over: the page does not know yet. */
  const endBehindItsBack = () =>
    page.evaluate(
      `fetch('/api/session', { method: 'DELETE', headers: { 'x-michishirube': '1' } }).then(() => {})`,
    );

  test('by keyboard alone; a wrong password says so, and what was kept goes at sign-out', async () => {
    await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press('暗い画面にする');
    expect(await barriers(page)).toEqual([]);
    await press('明るい画面にする');
    const { loginName, password } = accountOf('welfare-officer');
    await field('ログイン名').focus();
    await page.keyboard.type(loginName);
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'パスワード' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await field('パスワード').focus();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: START }).waitFor();
    await page.locator('section[aria-labelledby="start-first"] li').first().waitFor();
    expect(await menu().getAttribute('aria-label')).toContain('福祉担当');

    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: START }).waitFor();
    await signOut();
    expect(new URL(page.url()).pathname).toBe('/');
    // Every window of the browser leaves, and nothing about people stays in it.
    await other.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
    expect(await keptPaths(page)).toEqual([]);
    await page.goto(`${application.url}/${CITY}/people`);
    await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
  });

  test('one press opens the screens of a role: its places and no others', async () => {
    const demoList = page.getByRole('region', { name: '試用のアカウント' });
    await demoList.waitFor();
    expect(await demoList.getByRole('button').count()).toBe(demo.length);
    await demoList.getByRole('button', { name: /監査担当/ }).click();
    const rail = page.getByRole('navigation', { name: '画面の切り替え' });
    await rail.getByRole('button', { name: '記録' }).waitFor();
    expect(await rail.getByRole('button', { name: '対象者' }).count()).toBe(0);
    await menu().click();
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('a second factor is set up, asked for, and a recovery code stands in for it', async () => {
    await signInAs('drill-coordinator');
    await choose('自分のアカウント');
    await press('2段階の確認を始める');
    const secret = page.locator('p[translate=no]').filter({ hasText: /^[A-Z2-7 ]{16,}$/ });
    const key = (await secret.textContent()) ?? '';
    expect(await barriers(page)).toEqual([]);
    await field('認証アプリに出た6桁の数字').fill('000000');
    await press('始める');
    await page.getByRole('alert').waitFor();
    await field('認証アプリに出た6桁の数字').fill(authenticatorCode(key));
    await press('始める');
    const codes = page.locator('ol li[translate=no]');
    const code = (await codes.first().textContent())?.trim() ?? '';
    expect(await codes.count()).toBeGreaterThanOrEqual(8);
    expect(await barriers(page)).toEqual([]);
    await press('控えました');
    await page.getByText('2段階の確認を始めました。').waitFor();

    for (const [given, isRight] of [
      ['000000', false],
      [code, true],
    ] as const) {
      if (await menu().isVisible()) await signOut();
      if (!(await page.getByRole('heading', { name: '確認コード' }).isVisible()))
        await signInAs('drill-coordinator');
      await page.getByRole('textbox', { name: '確認コード' }).fill(given);
      expect(await barriers(page)).toEqual([]);
      await press('確かめる');
      if (isRight) await menu().waitFor();
      else await page.getByRole('alert').waitFor();
    }
    await choose('自分のアカウント');
    await press('2段階の確認をやめる');
    await field('いまのパスワード').fill(accountOf('drill-coordinator').password);
    await press('2段階の確認をやめる');
    await page.getByText('2段階の確認をやめました。').waitFor();
  });

  test('a session that ends in the middle of a form keeps what was typed, and goes on with it', async () => {
    await signInAs('disaster-officer');
    await page.getByRole('navigation').getByRole('button', { name: '設定' }).click();
    const section = page.getByRole('region', { name: '災害時の情報提供' });
    await section.getByRole('button', { name: '災害時の情報提供を始める' }).click();
    await section.getByRole('group', { name: '対象の地区' }).getByRole('checkbox').first().check();
    await section.getByLabel('理由').fill('土砂災害警戒情報の発表');
    await endBehindItsBack();
    // The page may learn by itself that the session is over: the press then waits until the dialog is gone.
    const pressed = section.getByRole('button', { name: '始める', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: 'サインインの期限が切れました' });
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const { loginName, password } = accountOf('disaster-officer');
    expect(await dialog.getByLabel('ログイン名').inputValue()).toBe(loginName);
    await dialog.getByLabel('パスワード', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await pressed;
    // Sent once, as it was typed.
    await page.getByText('災害時の情報提供中').waitFor();
    await section.getByText('土砂災害警戒情報の発表').waitFor();
    await section.getByRole('button', { name: '災害時の情報提供を終える' }).click();
    await page.getByText('災害時の情報提供中').waitFor({ state: 'detached' });
  });

  test('an administrator adds somebody, who chooses a password; a stopped account is out at once', async () => {
    await signInAs('administrator');
    await page.getByRole('navigation').getByRole('button', { name: '利用者' }).click();
    await press('アカウントを作る');
    await field('ログイン名').fill('kakuu.jichikai');
    await field('氏名').fill('架空 横根自治会');
    await field('役割').selectOption({ label: '地区の支援組織' });
    await page.getByRole('group', { name: '担当する地区' }).getByRole('checkbox').first().check();
    expect(await barriers(page)).toEqual([]);
    await press('アカウントを作る');
    const issued = page.getByRole('region', { name: '架空 横根自治会の1回限りのパスワード' });
    const once = (await issued.locator('dd').last().textContent())?.trim() ?? '';
    expect(await barriers(page)).toEqual([]);

    const administrator = page;
    page = await newPage();
    try {
      await signIn('kakuu.jichikai', once);
      await page.getByRole('heading', { name: '新しいパスワードを決めてください' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      for (const [password, isTaken] of [
        ['passwordpassword', false],
        ['雨の日は早めに山から離れる', true],
      ] as const) {
        await field('新しいパスワード').fill(password);
        await field('新しいパスワード(もう一度)').fill(password);
        await press('パスワードを変える');
        if (isTaken) await menu().waitFor();
        else await page.getByRole('alert').waitFor();
      }
      await administrator
        .getByRole('button', { name: '架空 横根自治会のアカウントを停止する' })
        .click();
      await administrator.getByText('架空 横根自治会のアカウントを停止しました').waitFor();
      // Asked for again every half minute: the page learns of it by itself.
      await page.clock.fastForward(HALF_A_MINUTE_MILLIS);
      await page.getByRole('alertdialog', { name: 'サインインの期限が切れました' }).waitFor();
    } finally {
      await page.context().close();
      page = administrator;
    }
  });

  test('sessions elsewhere are listed and ended', async () => {
    await signInAs('fire-department');
    await menu().waitFor();
    const here = page;
    page = await newPage();
    const elsewhere = page;
    try {
      await signInAs('fire-department');
      await menu().waitFor();
      page = here;
      await choose('自分のアカウント');
      await page.getByText('この端末', { exact: true }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page
        .getByRole('button', { name: /のサインインを終わらせる/ })
        .first()
        .click();
      await page.getByText('サインインを終わらせました。').waitFor();
      await elsewhere.clock.fastForward(HALF_A_MINUTE_MILLIS);
      await elsewhere.getByRole('alertdialog').waitFor();
    } finally {
      await elsewhere.context().close();
      page = here;
    }
  });
});

/** What the browser still keeps: addresses of answers, apart from who is signed in, and tiles of the map. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    const database = await new Promise((done, failed) => {
      const opening = indexedDB.open('michishirube');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => done(opening.result);
    });
    const keys = await new Promise((done) => {
      const asked = database.transaction('answers').objectStore('answers').getAllKeys();
      asked.onsuccess = () => done(asked.result);
    });
    const maps = (await caches.keys()).filter((name) => name.startsWith('map '));
    return [...keys.filter((path) => path !== '/session'), ...maps];
  })()`);
}
