import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES, startBrowser } from './support/browser.ts';

const START = 'きょう確かめること';
const SSO = '架空市の職員サインインでサインイン';
const OFFICER = { role: 'disaster-officer', municipality: '99201' };
const PEOPLE = {
  hanako: { name: '架空 花子', preferred_username: 'k.hanako', roles: ['bousai'] },
  taro: { name: '見本 太郎', preferred_username: 'm.taro', roles: ['staff'] },
};
// An application that somebody else started knows no provider of ours.
const canRun = hasChromium && (process.env.E2E_URL ?? '') === '';

const HALF_A_MINUTE_MILLIS = 31_000;

describe.skipIf(!canRun)('single sign-on', { timeout: 120_000, retry: RETRIES }, () => {
  const directory = temporaryDirectory();
  let provider: TestProvider;
  let application: Application;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    provider = await startProvider({ people: PEOPLE });
    const { clientId, clientSecretFile } = provider.settings(directory, { roles: new Map() });
    const rolesFile = join(directory, 'roles.json');
    writeFileSync(rolesFile, JSON.stringify({ bousai: OFFICER }));
    application = await startApplication({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET_FILE: clientSecretFile,
      OIDC_ROLES_FILE: rolesFile,
      OIDC_SIGN_OUT: 'provider',
      OIDC_LABEL: '架空市の職員サインイン',
    });
    browser = await startBrowser('no map');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
    await provider?.stop();
  });
  beforeEach(async () => {
    faults = [];
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'ja-JP',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    await context.clock.install();
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // The provider's page is its own; a refusal of the server is said by the browser as well.
      const isOurs = message.location().url.startsWith(application.url);
      if (message.type() === 'error' && isOurs && !message.text().startsWith('Failed to load'))
        faults.push(`console: ${message.text()}`);
    });
    await page.goto(application.url);
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  /** On the page of the provider. */
  const signInThere = async (login: string) => {
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    // What it asks for the first time: whether we may know.
    await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
    await page.locator('button[type="submit"]').click();
  };
  const menu = () => page.getByRole('button', { name: /のメニュー$/ });

  test('there and back; a session that ends in a form is opened anew beside it', async () => {
    const link = page.getByRole('link', { name: SSO });
    await link.waitFor();
    expect(await barriers(page)).toEqual([]);
    await link.focus();
    await page.keyboard.press('Enter');
    await signInThere('hanako');
    await page.getByRole('heading', { name: START }).waitFor();
    expect(page.url()).not.toMatch(/code=|state=/);
    expect(await menu().getAttribute('aria-label')).toContain('架空 花子');

    await page.getByRole('navigation').getByRole('button', { name: '設定' }).click();
    const section = page.getByRole('region', { name: '災害時の情報提供' });
    await section.getByRole('button', { name: '災害時の情報提供を始める' }).click();
    await section.getByLabel('理由').fill('土砂災害警戒情報の発表');
    await section.getByRole('group', { name: '対象の地区' }).getByRole('checkbox').first().check();
    await page.evaluate(
      `fetch('/api/session', { method: 'DELETE', headers: { 'x-michishirube': '1' } }).then(() => {})`,
    );
    const dialog = page.getByRole('alertdialog', { name: 'サインインの期限が切れました' });
    // The page asks every half minute whether disaster mode is open, and learns it then.
    await page.clock.fastForward(HALF_A_MINUTE_MILLIS);
    await dialog.waitFor();
    // The password is the provider's: there is no field for one here.
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    const beside = page.context().waitForEvent('page');
    await dialog.getByRole('link', { name: SSO }).click();
    const other = await beside;
    // Who it is is known there still; whether we may know it is asked of a native client each time.
    await other.locator('button[type="submit"]').click();
    await other.getByRole('heading', { name: START }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await section.getByLabel('理由').inputValue()).toBe('土砂災害警戒情報の発表');
    await section.getByRole('button', { name: '始める', exact: true }).click();
    await page.getByText('災害時の情報提供中').waitFor();
    await section.getByText('土砂災害警戒情報の発表').waitFor();
  });

  test('signing out ends the session at the provider too', async () => {
    await page.getByRole('link', { name: SSO }).click();
    await signInThere('hanako');
    await page.getByRole('heading', { name: START }).waitFor();
    await menu().click();
    await page.getByRole('menuitem', { name: 'サインアウト' }).click();
    await page.waitForURL(`${provider.issuer}/session/end?**`);
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${application.url}/`);
    await page.getByRole('link', { name: SSO }).click();
    // Nobody is known there any more.
    await page.locator('input[name="login"]').waitFor();
  });

  test('somebody without a role is told so, and can go back', async () => {
    await page.getByRole('link', { name: SSO }).click();
    await signInThere('taro');
    await page.getByRole('alert').filter({ hasText: '役割が割り当てられていません' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'サインインの画面へ戻る' }).click();
    await page.getByRole('link', { name: SSO }).waitFor();
  });

  // The last: the provider does not come back.
  test('the provider is down: said plainly, and local accounts enter', async () => {
    await provider.stop();
    const start = () => fetch(`${application.url}/api/sso/start`, { redirect: 'manual' });
    // What is known of the provider is believed for some seconds.
    await expect.poll(async () => (await start()).status, { timeout: 30_000 }).toBe(503);
    await page.getByRole('link', { name: SSO }).click();
    await page.getByRole('alert').filter({ hasText: 'やり取りできません' }).waitFor();
    await page.getByRole('link', { name: 'サインインの画面へ戻る' }).click();
    await page.getByRole('button', { name: '防災担当' }).click();
    await page.getByRole('heading', { name: START }).waitFor();
  });
});
