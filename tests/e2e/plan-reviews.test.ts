import { describe, expect, test } from 'vitest';
import { datasetListSchema } from '#contract/dataset';
import { municipalityListSchema } from '#contract/municipality';
import { planReviewsSchema } from '#contract/plan-review';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES } from './support/browser.ts';
import { useApplication, useWatched } from './support/journey.ts';

const SLOW_MILLIS = 180_000;

describe.skipIf(!hasChromium)(
  'plans that are no longer sure to be true',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    const running = useApplication('no map');
    const watched = useWatched();

    test('new zone data calls for a review; it is confirmed in one click and taken back', async () => {
      const { url } = running.application;
      const list = await fetch(`${url}/api/municipalities`);
      const code = municipalityListSchema.parse(await list.json()).municipalities[0]?.code ?? '';
      const ask = async (path: string, method = 'GET', body?: unknown) => {
        const answer = await fetch(`${url}/api/municipalities/${code}${path}`, {
          method,
          headers: { 'content-type': 'application/json', 'x-michishirube': '1' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      };
      const reviews = async () =>
        planReviewsSchema.parse(await ask('/plans/reviews?reason=zones-at-home'));
      // What plans rest on is taken at the start; only then can anything be no longer so.
      const reviewedAt = async () => (await reviews()).reviewedAt;
      await expect.poll(reviewedAt, { timeout: 60_000 }).not.toBeNull();
      const before = (await reviews()).total;
      const { datasets } = datasetListSchema.parse(await ask('/datasets'));
      for (const { id, kind, status } of datasets)
        if (kind === 'zones' && status === 'active')
          await ask(`/datasets/${id}/rollback`, 'POST', {});
      const total = async () => (await reviews()).total;
      await expect.poll(total, { timeout: 60_000 }).toBeGreaterThan(before);
      const called = await total();
      const row = (await reviews()).rows.find(({ findings }) =>
        findings.some(({ reason }) => reason === 'zones-at-home'),
      );
      const { id = '', name = '' } = row ?? {};

      watched.current = await openPage(running.browser, `${url}/${code}/plans`);
      const { page } = watched.current;
      page.setDefaultTimeout(30_000);
      await page.getByRole('button', { name: '見直し', exact: true }).click();
      const queue = page.getByRole('region', { name: '見直しが必要な計画' });
      await queue.getByRole('button', { name: `自宅の区域が変わった ${called}` }).click();
      // What is looked at stands in the address.
      await page.waitForURL(/r\.zones-at-home/);
      await queue.getByText('自宅:自宅の区域が変わった').first().waitFor();
      await queue
        .getByText(/分からない/)
        .first()
        .waitFor();
      expect(await barriers(page)).toEqual([]);

      const district = queue.getByRole('combobox', { name: '地区' });
      const options = await district.getByRole('option').allInnerTexts();
      expect(options.length).toBeGreaterThan(1);
      const [, first = ''] = /^(.+) \d+$/.exec(options[1] ?? '') ?? [];
      const inAddress = (url: URL) =>
        decodeURIComponent(decodeURIComponent(url.href)).includes(first);
      await district.selectOption({ index: 1 });
      await page.waitForURL(inAddress);
      await queue.getByText(/この条件で \d+件/).waitFor();
      await district.selectOption({ index: 0 });
      await page.waitForURL((url) => !inAddress(url));

      const confirm = queue.getByRole('button', {
        name: `${name}の計画に変わりがないことを確認した`,
      });
      await confirm.focus();
      await page.keyboard.press('Enter');
      await page.getByText('1件を確認済みにしました').waitFor();
      await confirm.waitFor({ state: 'detached' });
      expect(await total()).toBe(called - 1);
      await page.keyboard.press('Control+z');
      await confirm.waitFor();
      expect(await total()).toBe(called);

      // Several at once.
      await queue.getByRole('checkbox', { name: 'この一覧をすべて選ぶ' }).check();
      await queue.getByRole('button', { name: /^選んだ\d+件に変わりがない/ }).click();
      await queue.getByText(/見直しが必要な計画はありません/).waitFor();
      await page.keyboard.press('Control+z');
      await queue.getByRole('button', { name: `${name}の計画を開く` }).click();
      await page.waitForURL(new RegExp(id));
      // What is open stands out in the list, as its mark does on the map.
      const open = queue.locator('[aria-current="true"]');
      await open.getByRole('heading', { name }).waitFor();
      expect(await open.count()).toBe(1);
    });
  },
);
