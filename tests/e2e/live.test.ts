import { afterEach, describe, expect, test } from 'vitest';
import { municipalityListSchema } from '#contract/municipality';
import { responseDetailSchema, responseListSchema } from '#contract/response';
import type { Role } from '#domain/access/roles';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, type Watched } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const SLOW_MILLIS = 240_000;
const PHONE = { width: 390, height: 844 };
/** What a browser says of itself while it has no network. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/;

describe.skipIf(!hasChromium)('a rehearsal', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  const running = useApplication('no map');
  const watched: Watched[] = [];
  afterEach(async () => {
    const faults = watched.flatMap((one) => [...one.faults]);
    for (const one of watched.splice(0)) await one.close();
    expect(faults.filter((fault) => !OFFLINE.test(fault))).toEqual([]);
  });
  const api = async <Value>(path: string, schema: { parse(value: unknown): Value }) =>
    schema.parse(await (await fetch(`${running.application.url}/api${path}`)).json());
  const codeOf = async () =>
    (await api('/municipalities', municipalityListSchema)).municipalities[0]?.code ?? '';
  const open = async (role: Role, size?: typeof PHONE, place = 'response') => {
    const address = `${running.application.url}/${await codeOf()}/${place}`;
    const opened = await openPage(running.browser, address, {
      ...({ role, drawing: 'no map', worker: 'worker' } as const),
    });
    watched.push(opened);
    if (size !== undefined) await opened.page.setViewportSize(size);
    opened.page.setDefaultTimeout(30_000);
    return opened.page;
  };

  test('is opened by an officer, whose figures move by themselves as a supporter and a shelter report', async () => {
    const officer = await open('disaster-officer');
    await officer.getByText('開いている災害対応・訓練はありません').waitFor();
    await officer.getByRole('button', { name: '新しく開く' }).click();
    const form = officer.getByRole('form', { name: '災害対応・訓練を開く' });
    await form.getByRole('radio', { name: /^訓練/ }).check();
    expect(await barriers(officer)).toEqual([]);
    await form.getByRole('button', { name: '開く', exact: true }).focus();
    await officer.keyboard.press('Enter');
    await officer.getByRole('heading', { name: /^訓練/ }).waitFor();
    await officer.getByText('自動で更新しています').waitFor();
    const count = (status: string) => officer.locator(`[data-count="${status}"] .number`);
    expect(await count('moving').textContent()).toBe('0');
    expect(await officer.getByRole('main').textContent()).not.toContain('安全');
    expect(await barriers(officer)).toEqual([]);

    // Whoever has to do with it is told where the day begins, and comes there from the tab bar too.
    const supporter = await open('supporter', PHONE, 'start');
    await supporter.getByRole('navigation').getByRole('button', { name: '災害対応' }).waitFor();
    await supporter.getByText('訓練中(災害対応の訓練)').waitFor();
    expect(await barriers(supporter)).toEqual([]);
    await supporter.getByRole('button', { name: '報告する' }).click();
    const next = supporter.getByRole('region', { name: '次の人' });
    const name = await next.getByRole('article').getAttribute('aria-label');
    expect(await barriers(supporter)).toEqual([]);
    await next.getByRole('button', { name: '出発', exact: true }).click();
    await expect.poll(() => count('moving').textContent(), { timeout: 10_000 }).toBe('1');

    // Without a network what is said waits on the device, and is sent when there is one again.
    await supporter.context().setOffline(true);
    const card = supporter.getByRole('article', { name: name ?? '' });
    await card.getByRole('button', { name: '到着', exact: true }).click();
    await supporter.getByText(/^未送信 1件/).waitFor();
    expect(await count('arrived').textContent()).toBe('0');
    await supporter.context().setOffline(false);
    await supporter.getByText('報告はすべて送信済みです').waitFor();
    await expect.poll(() => count('arrived').textContent(), { timeout: 20_000 }).toBe('1');
    expect(await count('moving').textContent()).toBe('0');

    const shelter = await open('welfare-shelter', PHONE);
    const door = shelter.getByRole('region', { name: '受付' });
    const expected = door.getByRole('listitem').filter({ hasText: '報告なし' });
    const here = await door.locator('[data-arrived]').getAttribute('data-arrived');
    await expected.first().getByRole('button', { name: /到着$/ }).click();
    await door.locator(`[data-arrived="${Number(here) + 1}"]`).waitFor();
    await expect.poll(() => count('arrived').textContent(), { timeout: 10_000 }).toBe('2');
    await door.getByRole('button', { name: '予定外の人が来た' }).click();
    await door.getByText('予定外 1人').waitFor();
    expect(await barriers(shelter)).toEqual([]);
    await shelter.getByRole('button', { name: '元に戻す' }).click();
    await door.getByText('予定外 0人').waitFor();

    // The name comes with the list; the officer looks at who has arrived, and ends it.
    await officer.locator('[data-count="arrived"]').click();
    await officer
      .getByRole('list')
      .getByText(name ?? '')
      .first()
      .waitFor();
    expect(await barriers(officer)).toEqual([]);
    await officer.getByRole('button', { name: '終了する' }).click();
    await officer.getByText(/終了しています。報告は受け付けていません/).waitFor();
    await supporter.getByText(/終了しています。報告は受け付けていません/).waitFor();
    await officer.getByRole('button', { name: '元に戻す' }).click();
    await officer.getByText('自動で更新しています').waitFor();

    // What the screens said is what the server keeps, and it is marked as a rehearsal.
    const code = await codeOf();
    const [kept] = (await api(`/municipalities/${code}/responses`, responseListSchema)).responses;
    const path = `/municipalities/${code}/responses/${kept?.id}`;
    const detail = await api(path, responseDetailSchema);
    expect(detail).toMatchObject({ kind: 'rehearsal', closedAt: null });
    expect(detail.counts.all.arrived).toBe(2);
    await officer.emulateMedia({ media: 'print' });
    await officer.getByRole('heading', { name: /^訓練/ }).waitFor();
  });
});
