import { describe, expect, test } from 'vitest';
import { releaseSchema } from '#contract/chart';
import { barriers } from './support/axe.ts';
import { hasChromium, RETRIES, WITHOUT_MAP } from './support/browser.ts';
import { useOfficersPage } from './support/journey.ts';

const CITY = '99201';
const PATIENCE_MILLIS = 30_000;

const asAddress = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
/** Share of the pixels by which two pictures differ. */
const DIFFERENT = `async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  }));
  let count = 0;
  for (let at = 0; at < one.length; at += 4)
    if (Math.abs(one[at] - other[at]) + Math.abs(one[at + 2] - other[at + 2]) > 20) count += 1;
  return (4 * count) / one.length;
}`;

describe.skipIf(!hasChromium)('district charts', { timeout: 180_000, retry: RETRIES }, () => {
  const running = useOfficersPage('map', `/${CITY}/charts`, PATIENCE_MILLIS);

  test(
    'a district with its figures, each opening its list; all ranked; two side by side; how it went',
    WITHOUT_MAP,
    async () => {
      const { page } = running;
      const tab = (name: string) => page.getByRole('button', { name, exact: true });
      const red = page.getByRole('row', { name: /^特別警戒区域内/ });
      await red.waitFor();
      expect(await page.getByText(/使ったデータの時点/).textContent()).toContain('令和');
      expect(await barriers(page)).toEqual([]);
      // Keyboard alone, and what is looked at stands in the address.
      const own = red.getByRole('button').first();
      const name = (await own.getAttribute('aria-label')) ?? '';
      await own.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/people\?.*red=inside/);
      const people = Number(/^[\d,]+/.exec(name)?.[0].replace(',', ''));
      await page
        .getByText(new RegExp(`(?<!\\d)${people}\\s*人`))
        .first()
        .waitFor();
      await page.goBack();

      await tab('比べる・地図').click();
      await page.waitForURL(/charts=t.compare/);
      await page.getByLabel('項目', { exact: true }).selectOption({ label: '支援者のいる割合' });
      const ranking = page.getByRole('region', { name: '全地区の順位' });
      await ranking.getByRole('columnheader', { name: '支援者のいる割合' }).waitFor();
      const shares = (await ranking.locator('td:nth-child(3)').allInnerTexts()).map(
        Number.parseFloat,
      );
      expect(shares.length).toBeGreaterThan(5);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      // The classes are told by numbers, not by shade alone.
      expect(await page.getByRole('region', { name: '地図の階級' }).textContent()).toContain(
        '階級 1',
      );
      const beside = page.getByLabel('並べる地区');
      await beside.selectOption({ index: 2 });
      await page.getByRole('table', { name: / と / }).waitFor();
      expect(await barriers(page)).toEqual([]);

      await tab('推移').click();
      const chart = page.getByRole('img', { name: /は.*、.*は/ }).first();
      expect((await chart.getAttribute('aria-labelledby')) ?? '').not.toBe('');
      await page.getByText('表を開く').click();
      expect(
        await page.getByRole('table', { name: '支援者のいる割合の推移' }).textContent(),
      ).toContain('区域データが新しくなった');
      expect(
        await page.getByRole('region', { name: '地区ごとの推移' }).getByRole('listitem').count(),
      ).toBeGreaterThan(5);
      expect(await barriers(page)).toEqual([]);
    },
  );

  test('the choropleth: areas by class with a legend in words, and the table that says the same', async () => {
    const { page, url } = running;
    const shade = async (tab: string) => {
      await page.goto(`${url}/${CITY}/charts?charts=${tab}!i.residents&at=10.5/31.39/135.2`);
      const canvas = page.locator('canvas.maplibregl-canvas');
      await canvas.waitFor();
      await page.waitForLoadState('networkidle');
      return canvas.screenshot();
    };
    const legend = page.getByRole('region', { name: '地図の階級' });
    const without = await shade('t.district');
    const drawn = await shade('t.compare');
    const pictures = JSON.stringify([without, drawn].map(asAddress));
    expect(await page.evaluate(`(${DIFFERENT})(${pictures})`)).toBeGreaterThan(0.02);
    const classes = await legend.getByRole('listitem').allInnerTexts();
    const ranges = classes.map((text) => /階級 (\d): ([\d,]+) 〜 ([\d,]+)\((\d+)地区\)/.exec(text));
    expect(ranges.length).toBeGreaterThan(2);
    // Each district of the table stands in the class of its figure, and the classes count all of them.
    const rows = await page.getByRole('region', { name: '全地区の順位' }).locator('tbody tr').all();
    const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
    const counts = new Map<number, number>();
    for (const row of rows) {
      const [, , figure = '', of = ''] = await row.locator('th, td').allInnerTexts();
      const range = ranges.find((one) => one?.[1] === of);
      expect(number(/[\d,]+/.exec(figure)?.[0])).toBeGreaterThanOrEqual(number(range?.[2]));
      expect(number(/[\d,]+/.exec(figure)?.[0])).toBeLessThanOrEqual(number(range?.[3]));
      counts.set(Number(of), (counts.get(Number(of)) ?? 0) + 1);
    }
    for (const range of ranges) expect(counts.get(Number(range?.[1]))).toBe(Number(range?.[4]));
    expect(await barriers(page)).toEqual([]);
  });

  test(
    'an item is added, refused while its formula is wrong, saved, and taken back',
    WITHOUT_MAP,
    async () => {
      const { page } = running;
      await page.getByRole('button', { name: '項目', exact: true }).click();
      await page.getByRole('button', { name: '項目を追加' }).click();
      await page.getByLabel('名前', { exact: true }).fill('支援者のいない人の割合');
      await page.getByLabel('計算式').fill('割合(避難支援等実施者なし、要支援');
      await page
        .getByText(/までに「\)」が足りません/)
        .first()
        .waitFor();
      const save = page.getByRole('button', { name: '項目を保存' });
      expect(await save.isDisabled()).toBe(true);
      await page.getByLabel('計算式').fill('割合(避難支援等実施者なし、避難行動要支援者)');
      await page.getByText('計算式は正しく読めます').waitFor();
      expect(await barriers(page)).toEqual([]);
      await save.click();
      await page.getByText('項目を保存しました').waitFor();
      await page.getByRole('button', { name: '地区のカルテ' }).click();
      const row = page.getByRole('row', { name: /^支援者のいない人の割合/ });
      await row.waitFor();
      await page.keyboard.press('Control+z');
      await row.waitFor({ state: 'detached' });
    },
  );

  test(
    'figures of the city are judged line by line; a month is published for everybody',
    WITHOUT_MAP,
    async () => {
      const { page, url } = running;
      await page.getByRole('button', { name: '市の統計' }).click();
      await page.getByText('架空の統計.csv').waitFor();
      await page.getByLabel('CSVを選ぶ').setInputFiles({
        ...{ name: '統計.csv', mimeType: 'text/csv' },
        buffer: Buffer.from('地区名,時点,項目,値\r\n無い地区,2026-04-01,人口,5\r\n'),
      });
      await page.getByText(/2行目: 「無い地区」という地区はありません/).waitFor();
      await page.getByText('読めた行がありません').waitFor();
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('button', { name: '公開', exact: true }).click();
      const open = page.getByRole('region', { name: 'まだ公開していない月' });
      const month = open.getByRole('button').first();
      await month.click();
      const json = page.getByRole('link', { name: / JSON$/ }).first();
      const address = (await json.getAttribute('href')) ?? '';
      const release = releaseSchema.parse(await (await fetch(`${url}${address}`)).json());
      expect(JSON.stringify(release)).toContain('suppressed');
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: /を取り下げる$/ }).click();
      await page.getByText('公開を取り下げました').waitFor();
      expect((await fetch(`${url}${address}`)).status).toBe(404);
    },
  );
});
