import { describe, expect, test } from 'vitest';
import type { Role } from '#domain/access/roles';
import { hasChromium, openPage, RETRIES } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const CITY = '99201';
const OFFICERS =
  'はじめ 地図 対象者 計画 避難所 想定 経路点検 災害対応 訓練 つなぐ カルテ 基準 データ 設定 見え方';
const SUPPORT = 'はじめ 地図 対象者 計画 避難所 災害対応 つなぐ 設定 見え方';
const WITH_DRILLS = SUPPORT.replace('災害対応', '災害対応 訓練');

/** Of each role: its places in the order of the rail, what its day begins with, and a link it may not follow. */
const DESKS: readonly {
  readonly role: Role;
  readonly places: string;
  readonly sees: 'everybody' | 'a part' | 'nobody';
  readonly forbidden: string;
}[] = [
  {
    role: 'administrator',
    places: 'はじめ 地図 避難所 つなぐ 設定 見え方 利用者',
    sees: 'nobody',
    forbidden: 'people',
  },
  { role: 'disaster-officer', places: OFFICERS, sees: 'everybody', forbidden: 'accounts' },
  { role: 'welfare-officer', places: OFFICERS, sees: 'everybody', forbidden: 'audit' },
  {
    role: 'fire-department',
    places: 'はじめ 地図 対象者 計画 避難所 想定 経路点検 災害対応 訓練 つなぐ カルテ 設定 見え方',
    sees: 'a part',
    forbidden: 'data',
  },
  {
    role: 'drill-coordinator',
    places: 'はじめ 地図 対象者 避難所 経路点検 訓練 つなぐ カルテ 設定 見え方',
    sees: 'a part',
    forbidden: 'scenarios',
  },
  {
    role: 'district-organisation',
    places: WITH_DRILLS.replace('つなぐ', 'つなぐ カルテ'),
    sees: 'a part',
    forbidden: 'routes',
  },
  { role: 'welfare-shelter', places: WITH_DRILLS, sees: 'a part', forbidden: 'criteria' },
  { role: 'supporter', places: SUPPORT, sees: 'a part', forbidden: 'accounts' },
  { role: 'auditor', places: 'はじめ 設定 記録 見え方', sees: 'nobody', forbidden: 'map' },
];

describe.skipIf(!hasChromium)('each role', { timeout: 60_000, retry: RETRIES }, () => {
  const running = useApplication('no map');

  test.each(DESKS)(
    '$role: its places, its start, and a plain word where it has no business',
    async (desk) => {
      const start = `${running.application.url}/${CITY}/start`;
      const watched = await openPage(running.browser, start, { role: desk.role });
      const { page } = watched;
      page.setDefaultTimeout(15_000);
      const main = page.getByRole('main');
      await main.getByRole('heading', { name: 'きょう確かめること' }).waitFor();
      const places = page.getByRole('navigation', { name: '画面の切り替え' }).getByRole('button');
      expect((await places.allInnerTexts()).join(' ')).toBe(desk.places);
      const first = main.locator('section[aria-labelledby="start-first"]');
      const ownPlaces = main.getByRole('region', { name: 'この役割でできること' });
      if (desk.sees === 'nobody') {
        const [, ...others] = desk.places.split(' ');
        expect(await ownPlaces.getByRole('button').allInnerTexts()).toEqual(others);
        expect(await first.count()).toBe(0);
      } else {
        await first.waitFor();
        // Whoever supports a few is shown them, whatever tier they are of.
        if (desk.sees === 'everybody' || desk.role === 'supporter')
          await first.getByRole('listitem').first().waitFor();
        expect(await ownPlaces.count()).toBe(0);
      }
      const part = main.getByText('法令と同意により自分に見える人だけ');
      if (desk.sees === 'a part') await part.waitFor();
      expect(await part.count()).toBe(desk.sees === 'a part' ? 1 : 0);

      await page.goto(`${running.application.url}/${CITY}/${desk.forbidden}`);
      await main.getByText('この役割では開けません。').waitFor();
      // The rail leads back; nothing of the place is on the page or in its faults.
      expect((await places.allInnerTexts()).join(' ')).toBe(desk.places);
      const faults = [...watched.faults];
      await watched.close();
      expect(faults).toEqual([]);
    },
  );
});
