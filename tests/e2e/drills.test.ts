import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { drillViewSchema } from '#contract/drill';
import { municipalityListSchema } from '#contract/municipality';
import { routeOptionsSchema } from '#contract/route';
import { shelterListSchema } from '#contract/shelter';
import type { Role } from '#domain/access/roles';
import type { DrillContent, TravellingPerson } from '#domain/drill/content';
import { newDrill } from '../../web/features/drills/list/new-drill.ts';
import { newVehicle, standIn } from '../../web/features/drills/plan/new-person.ts';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, type Watched } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const SLOW_MILLIS = 240_000;
const TABLET = { width: 820, height: 1180 };
/** What a browser says of itself while it has no network, and of an answer that was expected to refuse. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|status of (?:409|422)/;
const MOST_REACTION_MILLIS = 100;
/** From the press to the next drawing that shows it. */
const TAP_AND_WAIT = (state: string) => `(async () => {
  const card = () => document.querySelector('[data-step="packing"]');
  const begun = performance.now();
  card().querySelector('button').click();
  while (card().dataset.state !== '${state}') await new Promise(requestAnimationFrame);
  return performance.now() - begun;
})()`;
/** Buttons of the bar that saves which the bar of what can be taken back lies over. */
const COVERED_BUTTONS = `(() => {
  const bar = document.querySelector('[role="status"] [role="group"]').getBoundingClientRect();
  const saving = document.querySelector('[data-dirty]').parentElement;
  return [...saving.querySelectorAll('button')].filter((button) => {
    const { top, bottom, left, right } = button.getBoundingClientRect();
    return top < bar.bottom && bottom > bar.top && left < bar.right && right > bar.left;
  }).map(({ textContent }) => textContent);
})()`;
const CHOOSE_LARGE_PHOTO = `(() => {
  const input = document.querySelector('[data-step="packing"] input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(40 * 2 ** 20)], 'big.jpg', { type: 'image/jpeg' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

describe.skipIf(!hasChromium)('a drill', { timeout: SLOW_MILLIS, retry: RETRIES }, () => {
  const running = useApplication('no map');
  const watched: Watched[] = [];
  afterEach(async () => {
    const faults = watched.flatMap((one) => [...one.faults]);
    for (const one of watched.splice(0)) await one.close();
    expect(faults.filter((fault) => !EXPECTED.test(fault))).toEqual([]);
  });
  const api = async (path: string, init?: RequestInit): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', 'x-michishirube': '1' };
    const answer = await fetch(`${running.application.url}/api${path}`, { headers, ...init });
    expect(answer.status, path).toBeLessThan(300);
    return answer.json();
  };
  const codeOf = async () =>
    municipalityListSchema.parse(await api('/municipalities')).municipalities[0]?.code ?? '';
  const open = async (role: Role, path: string, size?: typeof TABLET) => {
    const address = `${running.application.url}/${await codeOf()}/drills${path}`;
    const opened = await openPage(running.browser, address, { role, drawing: 'no map' });
    watched.push(opened);
    if (size !== undefined) await opened.page.setViewportSize(size);
    opened.page.setDefaultTimeout(30_000);
    return opened.page;
  };
  const tab = (page: Page, name: string) =>
    page
      .getByRole('navigation', { name: /^(?:訓練の画面|計画の項目|実施の画面)$/ })
      .getByRole('button', { name, exact: true });

  test('is planned by keyboard, run on two tablets of which one is offline, looked back at and published', async () => {
    const officer = await open('disaster-officer', '');
    await officer.getByRole('button', { name: '訓練を計画する' }).click();
    await officer.getByLabel('訓練の名称').fill('架空苑 開設訓練');
    const shelters = officer.getByRole('list', { name: '訓練を行う福祉避難所' });
    await shelters.getByRole('checkbox').first().check();

    // Steps are moved by the keyboard, removed with a way back, and told where something is missing.
    await tab(officer, '手順').click();
    const names = officer.getByRole('textbox', { name: '手順', exact: true });
    await names.nth(1).focus();
    await officer.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => names.nth(2).inputValue()).toBe('職員の状況確認');
    expect(await officer.evaluate('document.activeElement.value')).toBe('職員の状況確認');
    await officer.getByRole('button', { name: '「備蓄品の確認」を消す' }).click();
    await expect.poll(() => names.count()).toBe(16);
    // What offers to take it back lies over no button.
    for (const size of [{ width: 1280, height: 800 }, TABLET]) {
      await officer.setViewportSize(size);
      await expect.poll(() => officer.evaluate<string[]>(COVERED_BUTTONS)).toEqual([]);
    }
    await officer.getByRole('group').getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(() => names.count()).toBe(17);
    await officer.getByRole('button', { name: '「備蓄の確認」に手順を加える' }).click();
    await officer.keyboard.press('Control+s');
    await officer.getByText('入力してください').waitFor();
    await officer.getByRole('textbox', { name: '手順', exact: true }).last().fill('発電機の試運転');
    expect(await barriers(officer)).toEqual([]);
    await officer.keyboard.press('Control+s');
    await officer.getByText('保存済み(第2版)').waitFor();
    await tab(officer, '時間表').click();
    await officer
      .getByRole('table', { name: '手順の時間表' })
      .getByText('発電機の試運転')
      .waitFor();
    await officer.getByRole('button', { name: '暗い画面にする' }).click();
    expect(await barriers(officer)).toEqual([]);

    // Somebody else saves who takes part meanwhile, and another title: both edits stay.
    const id = /d\.([\w-]+)/.exec(officer.url())?.[1] ?? '';
    const path = `/municipalities/${await codeOf()}/drills/${id}`;
    const { version, content } = drillViewSchema.parse(await api(path));
    await tab(officer, '基本').click();
    await officer.getByLabel('訓練の名称').fill('自分の名称');
    const saved = { version, content: withPeople({ ...content, title: '相手の名称' }) };
    await api(path, { method: 'PUT', body: JSON.stringify(saved) });
    await officer.getByRole('button', { name: '保存', exact: true }).click();
    await officer.getByText('同じ訓練が先に保存されています').waitFor();
    // Nothing is saved over the other's edit before it is decided.
    await officer.keyboard.press('Control+s');
    await officer.getByRole('radio', { name: /自分の名称/ }).check();
    await officer.getByRole('button', { name: '合わせて保存' }).click();
    await officer.getByText('保存済み(第4版)').waitFor();
    await officer.getByText('実施できます。').waitFor();

    await tab(officer, '実施').click();
    await officer.getByRole('button', { name: '訓練を始める' }).click();
    await officer.getByRole('button', { name: '「持ち出し品・資機材の準備」を始める' }).waitFor();
    // Where the drill stands is told by its title too.
    await officer.getByText('実施中', { exact: true }).waitFor();

    // A second tablet goes on without a network: it reacts at once, and sends later.
    const tablet = await open('drill-coordinator', `?drills=d.${id}!b.run`, TABLET);
    await tablet.getByText('ほかの端末の記録を受け取っています').waitFor();
    await tablet.context().setOffline(true);
    const step = (page: Page) => page.locator('[data-step="packing"]');
    // On a busy machine one of them may be late.
    const reactions = [
      await tablet.evaluate<number>(TAP_AND_WAIT('running')),
      await tablet.evaluate<number>(TAP_AND_WAIT('done')),
    ];
    expect(Math.min(...reactions)).toBeLessThan(MOST_REACTION_MILLIS);
    await tablet.getByText(/^未送信 2件/).waitFor();
    expect(await barriers(tablet)).toEqual([]);
    // A photo of 40 MB is refused in words, and nothing else is lost.
    await step(tablet).getByText('記録する項目を開く').click();
    await step(tablet)
      .getByRole('button', { name: /のメモ・写真$/ })
      .click();
    await tablet.evaluate(CHOOSE_LARGE_PHOTO);
    await step(tablet)
      .getByText(/40MBあり、大きすぎます/)
      .waitFor();
    await step(tablet).getByRole('button', { name: 'やめる' }).click();
    // The same step on the other one, and the drill goes on there.
    await step(officer)
      .getByRole('button', { name: /を始める$/ })
      .click();
    await step(officer)
      .getByRole('button', { name: /を完了$/ })
      .click();
    await tablet.context().setOffline(false);
    await tablet.getByText('記録はすべて送信済みです').waitFor();
    await expect.poll(() => step(tablet).getAttribute('data-state')).toBe('done');
    await tab(officer, '記録').click();
    await officer.locator('[data-notice="ticked-twice"]').getByText('別の端末でも記録').waitFor();
    expect(await barriers(officer)).toEqual([]);

    // Who arrives is received by one press; unknown watts are said.
    await tab(tablet, '受付').click();
    await tablet.getByRole('button', { name: '代わりの人 1 到着' }).click();
    await tablet.locator('[data-arrived="1"]').waitFor();
    await tablet.locator('[data-beds="1"]').waitFor();
    await tablet
      .locator('[data-power="unknown"]')
      .getByText('消費電力の分からない機器 1台')
      .waitFor();
    expect(await barriers(tablet)).toEqual([]);
    await tablet.getByRole('button', { name: 'いま出す' }).click();
    await officer.locator('[data-inject="i1"]').getByText('停電しました').first().waitFor();
    await officer.getByRole('button', { name: '訓練を終える' }).click();
    await officer.getByText('訓練は終わりました').waitFor();

    // What held it up becomes a finding; a name in it keeps it from being published.
    await tab(officer, 'ふりかえり').click();
    await officer.getByRole('heading', { name: '遅れのもと' }).waitFor();
    await officer
      .getByRole('button', { name: /「職員の状況確認」を課題にする/ })
      .first()
      .click();
    const form = officer.getByRole('form', { name: '課題' });
    await form.getByRole('button', { name: '保存する' }).click();
    await form.getByText('担当を決めてください').waitFor();
    await form.getByLabel('課題の内容').fill('架空 一郎さんへの連絡が遅れた');
    await form.getByLabel('担当(部署・施設)').fill('福祉課');
    await form.getByLabel('期限').fill('2030-03-31');
    await form.getByRole('button', { name: '保存する' }).click();
    await officer.locator('[data-finding]').getByText('福祉課').waitFor();
    expect(await barriers(officer)).toEqual([]);
    await tab(officer, '公開').click();
    await officer.locator('[data-names]').getByText('課題 1 の本文').waitFor();
    expect(await officer.getByRole('button', { name: '公開の承認を依頼する' }).count()).toBe(0);
    await officer.getByRole('button', { name: '書き直しに行く' }).click();
    await officer.getByRole('button', { name: '直す' }).click();
    await form.getByLabel('課題の内容').fill('職員への連絡が遅れた');
    await form.getByRole('button', { name: '保存する' }).click();
    await officer.locator('[data-finding]').getByText('職員への連絡が遅れた').waitFor();
    await tab(officer, '公開').click();
    await officer.getByRole('button', { name: '公開の承認を依頼する' }).click();
    await officer.getByText('依頼した人とは別の担当が承認します。').waitFor();
    expect(await barriers(officer)).toEqual([]);

    const other = await open('welfare-officer', `?drills=d.${id}!b.publish`);
    await other.getByRole('button', { name: '承認して公開する' }).click();
    const address = await other.locator('[data-address]').getAttribute('data-address');
    const page = await (await fetch(`${running.application.url}${address}`)).text();
    expect(page).toContain('職員への連絡が遅れた');
    expect(page).not.toContain('架空 一郎');
    await other.getByRole('button', { name: '公開を取り下げる' }).click();
    await other.getByLabel('取り下げる理由(公開ページに出ます)').fill('数え直すため');
    await other.getByRole('button', { name: '取り下げる', exact: true }).click();
    await other.getByText('取り下げました。').waitFor();
    expect((await fetch(`${running.application.url}${address}`)).status).toBe(410);
  });

  test('has tours for its vehicles, says who is not brought and why, and shows the ways of the others', async () => {
    const code = await codeOf();
    const { shelters } = shelterListSchema.parse(await api(`/municipalities/${code}/shelters`));
    const shelter = shelters.find(({ kind, position }) => kind === 'welfare-shelter' && position);
    const [lng, lat] = shelter?.position ?? [0, 0];
    const options = routeOptionsSchema.parse(await api(`/municipalities/${code}/routes/options`));
    const profile = options.profiles.find(({ isFourWheeled }) => isFourWheeled)?.id ?? '';
    const begun = newDrill('送迎の訓練', new Date());
    const person = (name: string, more: Partial<TravellingPerson>): TravellingPerson => ({
      ...standIn(name, shelter?.id ?? ''),
      pickUp: { label: null, position: [lng + 0.004, lat + 0.002] },
      ...more,
    });
    const content: DrillContent = {
      ...begun,
      shelterIds: [shelter?.id ?? ''],
      people: [
        person('代わりの人 1', {}),
        person('代わりの人 2', { companions: 9 }),
        person('代わりの人 3', { travel: 'own' }),
      ],
      vehicles: [newVehicle('福祉車両', profile, shelter?.id ?? '')],
    };
    const body = JSON.stringify({ content });
    const path = `/municipalities/${code}/drills`;
    const { id } = drillViewSchema.parse(await api(path, { method: 'POST', body }));
    const coordinator = await open('drill-coordinator', `?drills=d.${id}!b.routes`);
    await coordinator.getByRole('button', { name: '送迎の順を作る' }).click();
    await coordinator.getByText(/^1人を送迎、送れない人 1人/).waitFor();
    await coordinator
      .locator('[data-unserved]')
      .getByText(/代わりの人 2: .*座席が 10 席/)
      .waitFor();
    const tour = coordinator.getByRole('table', { name: '福祉車両の順' });
    await tour.getByText('乗る 代わりの人 1').waitFor();
    const own = coordinator.getByRole('table', { name: '代わりの人 3' });
    await own.getByText('訓練の経路').waitFor();
    expect(await barriers(coordinator)).toEqual([]);
    const [gpx] = await Promise.all([
      coordinator.waitForEvent('download'),
      coordinator.getByRole('button', { name: '経路(GPX)' }).click(),
    ]);
    expect(readFileSync((await gpx.path()) ?? '', 'utf8')).toContain('<gpx');
  });
});

/** Somebody in each role, two who stand in, and an inject. */
function withPeople(content: DrillContent): DrillContent {
  const [shelterId = ''] = content.shelterIds;
  return {
    ...content,
    participants: content.manual.roles.map(({ id }, at) => ({
      ...{ id: `p${at}`, name: `架空 ${['一郎', '花子', '次郎', '良子', '三郎', '春子'][at]}` },
      ...{ organisation: '架空苑', roleId: id },
    })),
    people: ['代わりの人 1', '代わりの人 2'].map((name, at) => ({
      ...standIn(name, shelterId),
      ...{ id: `s${at}`, needsCareBed: true },
      devices: [{ device: 'suction' as const, watts: null }],
      pickUp: { label: '集会所前', position: [132.4, 34.4] as const },
    })),
    supplies: [{ shelterId, careBeds: 2, gridWatts: 1500, generatorWatts: 900 }],
    scenario: {
      ...content.scenario,
      injects: [{ id: 'i1', minute: 90, text: '停電しました', change: { kind: 'power-cut' } }],
    },
  };
}
