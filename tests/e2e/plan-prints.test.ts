import { describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES } from './support/browser.ts';
import { useOfficersPage } from './support/journey.ts';

const PATIENCE_MILLIS = 60_000;

describe.skipIf(!hasChromium)(
  'plans on paper for many at once',
  { timeout: 3 * PATIENCE_MILLIS, retry: RETRIES },
  () => {
    const desk = useOfficersPage('no map', '/99201/plans?plans=b.prints', PATIENCE_MILLIS);

    test('are ordered for a stage, can be left and come back to, received, and removed', async () => {
      const { page } = desk;
      const part = page.getByRole('region', { name: '印刷と書き出し' });
      for (const stage of ['本人の同意済み', '関係者に共有済み', '見直しが必要'])
        await part.getByRole('checkbox', { name: stage }).click();
      await part.getByRole('button', { name: '印刷を始める' }).click();
      await page.waitForURL(/z\.[0-9a-f-]{36}/);
      // The address holds the order.
      await page.reload();
      const state = part.getByRole('status');
      await state.getByText(/^できました \d+件のうち\d+件$/).waitFor();
      const [total, done] = (await state.textContent())?.match(/\d+/g) ?? [];
      expect(done).toBe(total);
      expect(Number(total)).toBeGreaterThan(0);
      expect(await barriers(page)).toEqual([]);
      const address = await part.getByRole('link', { name: 'ZIPで受け取る' }).getAttribute('href');
      const file = await page.request.get(new URL(String(address), desk.url).href);
      expect(file.headers()['content-type']).toBe('application/zip');
      expect((await file.body()).subarray(0, 2).toString('latin1')).toBe('PK');
      await part.getByRole('button', { name: '作ったファイルを消す' }).click();
      await state.waitFor({ state: 'detached' });
      expect(page.url()).not.toMatch(/z\./);
      expect((await page.request.get(new URL(String(address), desk.url).href)).status()).toBe(404);
    });
  },
);
