import { describe, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

describe.skipIf(!hasChromium)(
  'on a device that draws no map',
  { timeout: 120_000, retry: RETRIES },
  () => {
    const running = useApplication('no map');

    test('says so once, and the list, the judgement and its reasons are there', async () => {
      const watched = await openPage(running.browser, `${running.application.url}/`);
      const { page } = watched;
      page.setDefaultTimeout(20_000);
      await page.locator('section[aria-labelledby="start-first"] li').first().waitFor();
      await page.getByText('この端末では地図を描けません').waitFor();
      await page
        .locator('section[aria-labelledby="start-first"] li')
        .getByRole('button')
        .first()
        .click();
      const panel = page.getByRole('complementary', { name: '選んだものの詳細' });
      await panel.getByText('土砂災害の区域との関係').waitFor();
      await panel.getByRole('button', { name: '位置を直す' }).click();
      await page.getByText('選んだ作業には地図が必要です').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(watched.faults).toEqual([]);
      await watched.close();
    });
  },
);
