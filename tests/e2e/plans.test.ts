/* Long: a plan goes through the hands of three roles, and of two browsers, in one application. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentsSchema } from '#contract/access';
import { accountListSchema } from '#contract/account';
import { municipalityListSchema } from '#contract/municipality';
import { planBoardSchema, planSettingsViewSchema, planViewSchema } from '#contract/plan-work';
import { residentDetailSchema } from '#contract/resident';
import { shelterListSchema } from '#contract/shelter';
import type { Role } from '#domain/access/roles';
import { signInAt } from '../support/signed-in.ts';
import { type Application, startApplication } from './support/application.ts';
import { barriers } from './support/axe.ts';
import {
  type Drawing,
  hasChromium,
  openPage,
  RETRIES,
  startBrowser,
  type Worker,
} from './support/browser.ts';
import { seen } from './support/journey.ts';

const SLOW_MILLIS = 240_000;

describe.skipIf(!hasChromium)(
  'individual plans on the screen',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    let application: Application;
    let browser: Browser;
    let code: string;
    const headers = new Map<Role, Readonly<Record<string, string>>>();

    /** Asked beside the browser, as a role. */
    const ask = async (role: Role, path: string, body?: unknown, method = 'POST') => {
      const own = headers.get(role) ?? (await signInAt(application.url, role));
      headers.set(role, own);
      const answer = await fetch(`${application.url}/api${path}`, {
        headers: { ...own, 'content-type': 'application/json' },
        ...(body !== undefined && { method, body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as unknown;
    };
    const city = (path: string) => `/municipalities/${code}${path}`;
    const planOf = async (id: string) =>
      planViewSchema.parse(await ask('disaster-officer', city(`/residents/${id}/plan`)));
    const step = async (id: string, name: string) =>
      ask('disaster-officer', city(`/residents/${id}/plan/steps`), {
        ...{ version: (await planOf(id)).version, step: name },
      });
    const open = async (role: Role, path: string, drawing: Drawing = 'no map', worker?: Worker) => {
      const watched = await openPage(browser, `${application.url}/${code}${path}`, {
        ...{ role, drawing, worker },
      });
      watched.page.setDefaultTimeout(40_000);
      return watched;
    };
    const panelOf = (page: Page) => page.getByRole('complementary', { name: '選んだものの詳細' });
    /** Placed at home, without a plan so far, one for each journey. */
    let people: string[];

    beforeAll(async () => {
      application = await startApplication();
      browser = await startBrowser('map');
      const list = municipalityListSchema.parse(await ask('disaster-officer', '/municipalities'));
      code = list.municipalities[0]?.code ?? '';
      const board = planBoardSchema.parse(
        await ask('disaster-officer', city('/plans/board?stage=not-started&tier=1&limit=40')),
      );
      people = [];
      for (const { id } of board.rows) {
        const person = residentDetailSchema.parse(
          await ask('disaster-officer', city(`/residents/${id}`)),
        );
        if (person.accuracy === 'building' && (person.supporters?.length ?? 0) > 0) people.push(id);
        if (people.length === 3) break;
      }
      for (const id of people)
        for (const purpose of ['roster', 'plan']) {
          const path = city(`/residents/${id}/consents`);
          const { consents } = consentsSchema.parse(await ask('disaster-officer', path));
          const version = consents.find((one) => one.purpose === purpose)?.version ?? 0;
          const record = {
            ...{ state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 福祉課' },
            ...{ onPaper: true, shelterIds: [], version },
          };
          await ask('disaster-officer', `${path}/${purpose}`, record, 'PUT');
        }
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await application?.stop();
    });

    test("the demo's plans lead along roads, by data that have a date", async () => {
      const board = planBoardSchema.parse(
        await ask('disaster-officer', city('/plans/board?stage=in-force,route-checked&limit=20')),
      );
      expect(board.rows.length).toBeGreaterThan(2);
      for (const { id } of board.rows) {
        const { route } = (await planOf(id)).content;
        expect(route).toMatchObject({ origin: 'proposed', zones: expect.any(Array) });
        expect(route?.roads.length).toBeGreaterThan(3);
        expect([route?.roadsAsOf, route?.zonesAsOf]).not.toContain(null);
        expect(route?.unknownMeters).toBeLessThan(route?.lengthMeters ?? 0);
      }
    });

    test('three roles in turn: drawn up on the map, checked, accepted, in force, compared', async () => {
      const [id = ''] = people;
      const shelterId = await shelterOfRole();
      const shelters = shelterListSchema.parse(await ask('disaster-officer', city('/shelters')));
      const shelter = shelters.shelters.find((one) => one.id === shelterId);
      if (shelter === undefined) throw new Error('the shelter account has no shelter');

      // The welfare officer begins with what is for them to do, by keyboard.
      const officer = await open('welfare-officer', '/plans', 'map');
      const { page } = officer;
      const list = page.getByRole('listbox', { name: '計画の一覧' });
      await list.getByRole('option').first().waitFor();
      expect(await list.getByRole('option').first().getAttribute('aria-label')).toContain(
        '自分の番',
      );
      await list.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sel=plan\./);
      await page.goto(`${application.url}/${code}/map?sel=resident.${id}`);
      await panelOf(page).getByRole('button', { name: '個別避難計画' }).click();
      await page.waitForURL(new RegExp(`/plans\\?.*sel=plan\\.${id}`));
      await page.goBack();
      await page.waitForURL(/\/map\?/);
      await page.goForward();
      const panel = panelOf(page);
      for (const name of ['作成の同意を本人に尋ねる', '作成への同意を記録する', '作成を始める']) {
        await panel.getByRole('button', { name, exact: true }).click();
        await panel.getByText(`「${name}」を記録しました`).waitFor();
      }
      await panel.getByText('避難先が決まっていません').first().waitFor();
      expect(await barriers(page)).toEqual([]);

      await panel.getByRole('button', { name: '「避難先」を開く' }).first().click();
      await panel.getByRole('searchbox').fill(shelter.name);
      await panel
        .getByRole('button', { name: `「${shelter.name}」を選ぶ` })
        .first()
        .click();
      await panel.getByRole('button', { name: '避難先を選び直す' }).waitFor();
      await panel.getByRole('button', { name: /^前へ:移動手段/ }).press('Enter');
      await panel.getByRole('combobox', { name: '移動手段' }).selectOption('car');
      await panel.getByRole('button', { name: '内容', exact: true }).click();
      await panel.getByRole('button', { name: /^避難経路/ }).click();
      await panel.getByRole('button', { name: '経路を探す' }).click();
      await seen(panel, '経路を計画に入れました');
      await panel.getByText('特別警戒区域', { exact: true }).first().waitFor();
      // Led through a place in the middle of the map, by Enter; then moved by keyboard.
      await panel.getByRole('button', { name: '通る場所を地図で足す' }).click();
      await page.getByText(/^通る場所を地図で押してください/).waitFor();
      await page.keyboard.press('Enter');
      await panel.getByText('手で通る場所を決めた経路').waitFor();
      await panel.getByRole('button', { name: '通る場所1 北へ20メートル' }).click();
      await page.getByLabel('通る場所1', { exact: true }).first().waitFor();
      await panel.getByText('経路を計画に入れました').waitFor();
      // Led on over the map: each place is met by the roads at once; the last one is taken back.
      await panel.getByRole('button', { name: '地図で道をなぞって決める' }).click();
      await page.getByText('通る場所 1か所').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('通る場所 2か所').waitFor();
      await page.getByLabel('通る場所2', { exact: true }).first().waitFor();
      await page.getByText(/^特別警戒区域 [\d,.]+(?:m|km|メートル|キロ)/).waitFor();
      await page.keyboard.press('Backspace');
      await page.getByText('通る場所 1か所').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('通る場所 1か所').waitFor({ state: 'detached' });
      await panel.getByText('経路を計画に入れました').waitFor();
      await panel.getByText('未保存の変更あり').waitFor();
      await page.keyboard.press('Control+s');
      await panel.getByText('第1版として保存しました').waitFor();
      const saved = await planOf(id);
      expect(saved.content).toMatchObject({ means: 'car', destination: { shelterId } });
      expect(saved.content.route?.roads.length).toBeGreaterThan(0);
      expect(saved.content.route).toMatchObject({ origin: 'by-hand', profile: 'car' });
      expect(page.url()).not.toContain('%E3');
      expect(await barriers(page)).toEqual([]);

      await turn('fire-department', id, async (fire) => {
        await fire.getByRole('heading', { name: '確認する経路' }).waitFor();
        await fire.getByRole('button', { name: '経路を確認した(消防)' }).click();
        await fire.getByText('「経路を確認した(消防)」を記録しました').waitFor();
        // It reads and does not write.
        await fire.getByRole('button', { name: '内容を開く' }).click();
        expect(await fire.getByRole('button', { name: '保存する' }).count()).toBe(0);
      });
      await turn('welfare-shelter', id, async (host) => {
        await host.getByRole('heading', { name: '受け入れの内容' }).waitFor();
        await host.getByRole('button', { name: '受け入れを承諾した(避難先)' }).click();
        await host.getByText('「受け入れを承諾した(避難先)」を記録しました').waitFor();
      });

      await page.reload();
      await panel.getByRole('button', { name: '状況', exact: true }).click();
      for (const name of ['本人が内容に同意した', '関係者に共有する', '運用を始める']) {
        await panel.getByRole('button', { name, exact: true }).click();
        if (name === '本人が内容に同意した') {
          // Another's word: whose it was, of today.
          await panel.getByLabel('確認・同意した人').fill('架空 花子(長女)');
          await panel.getByRole('button', { name: '記録する', exact: true }).click();
        }
        await panel.getByText(`「${name}」を記録しました`).waitFor();
      }
      expect((await planOf(id)).stage).toBe('in-force');

      const paper = await panel.getByRole('link', { name: '本人用' }).getAttribute('href');
      expect(paper).toContain('/plan.pdf?for=person');
      await panel.getByRole('button', { name: '版と経過' }).click();
      const table = panel.getByRole('table');
      await table
        .getByRole('row', { name: /避難先.*未記入/ })
        .first()
        .waitFor();
      await panel.getByText('受け入れを承諾した(避難先)').waitFor();
      await panel.getByText(/^確認・同意した人:架空 花子/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '暗い画面にする' }).click();
      expect(await barriers(page)).toEqual([]);
      expect(officer.faults).toEqual([]);
      await officer.close();
    });

    test('two browsers write one plan: both edits are shown side by side, and nothing is lost', async () => {
      const [, id = ''] = people;
      for (const name of ['ask-consent', 'record-agreement', 'begin-draft']) await step(id, name);
      const section = `/plans?sel=plan.${id}&plans=p.home`;
      const [one, other] = [
        await open('disaster-officer', section),
        await open('welfare-officer', section),
      ];
      const [mine, theirs] = [panelOf(one.page), panelOf(other.page)];
      await mine.getByRole('textbox', { name: '普段いる部屋' }).fill('1階の居間');
      await mine.getByRole('spinbutton', { name: '建物の階数' }).fill('2');
      await theirs.getByRole('textbox', { name: '普段いる部屋' }).fill('2階の和室');
      await theirs.getByRole('textbox', { name: '寝室の位置' }).fill('2階の南');
      await theirs.getByRole('button', { name: '保存する' }).click();
      await theirs.getByText('第1版として保存しました').waitFor();

      await mine.getByRole('button', { name: '保存する' }).click();
      await mine.getByText('ほかの人も同じ計画を変更しました').waitFor();
      const both = mine.getByRole('group', { name: '普段いる部屋' });
      await both.getByText('2階の和室').waitFor();
      await mine.getByText('2階の南').waitFor();
      await mine.getByText('あと1か所を選んでください').waitFor();
      expect(await barriers(one.page)).toEqual([]);
      await both.getByRole('radio', { name: /自分の内容/ }).focus();
      await one.page.keyboard.press('Space');
      await mine.getByRole('button', { name: '合わせて保存する' }).click();
      await mine.getByText('第2版として保存しました').waitFor();
      expect((await planOf(id)).content.home).toMatchObject({
        ...{ usualRoom: '1階の居間', storeys: 2, bedroom: '2階の南' },
      });
      // What is wrong is said beside its field, and nothing is sent.
      await mine.getByRole('spinbutton', { name: '建物の階数' }).fill('0');
      await one.page.keyboard.press('Control+s');
      await mine.getByText('1以上の数で入力してください').waitFor();
      expect(
        await mine.getByRole('spinbutton', { name: '建物の階数' }).getAttribute('aria-invalid'),
      ).toBe('true');
      expect(await barriers(one.page)).toEqual([]);
      // The refused save is told on the browser's console too.
      expect(one.faults.filter((fault) => !fault.includes('409'))).toEqual([]);
      expect(other.faults).toEqual([]);
      await one.close();
      await other.close();
    });

    test('an edit without a network outlives the page, and is sent when the network is back', async () => {
      const [, , id = ''] = people;
      for (const name of ['ask-consent', 'record-agreement', 'begin-draft']) await step(id, name);
      const path = `/plans?sel=plan.${id}&plans=p.notes`;
      const watched = await open('disaster-officer', path, 'no map', 'worker');
      const { page } = watched;
      const context = page.context();
      await panelOf(page).getByRole('textbox', { name: '備考' }).fill('玄関の鍵は隣家が持つ');
      await context.setOffline(true);
      await page.keyboard.press('Control+s');
      await panelOf(page)
        .getByText(/編集はこの端末に残し/)
        .waitFor();
      await page.getByRole('region', { name: 'この端末にある、まだ保存していない編集' }).waitFor();
      await page.close();
      expect((await planOf(id)).contentVersion).toBe(0);

      await context.setOffline(false);
      const later = await context.newPage();
      later.setDefaultTimeout(30_000);
      await later.goto(`${application.url}/${code}/start`);
      await later.getByText(/の計画の編集を送りました/).waitFor();
      expect((await planOf(id)).content.notes).toBe('玄関の鍵は隣家が持つ');
      await later.getByRole('button', { name: '開く', exact: true }).click();
      await later.waitForURL(new RegExp(`sel=plan\\.${id}`));
      expect(await barriers(later)).toEqual([]);
      await watched.close();
    });

    test('the board: stages with counts and days, filters in the address, steps as the city sets them', async () => {
      const watched = await open('disaster-officer', '/plans?plans=b.stages');
      const { page } = watched;
      const board = planBoardSchema.parse(
        await ask('disaster-officer', city('/plans/board?stage=in-force&limit=1')),
      );
      const inForce = board.stages.find(({ stage }) => stage === 'in-force');
      const row = page.getByRole('table').getByRole('row', { name: /^「運用中」/ });
      await row.waitFor();
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([
        String(inForce?.count),
        `${inForce?.longestDays}日`,
        `${inForce?.medianDays}日`,
      ]);
      expect(await barriers(page)).toEqual([]);
      await row.getByRole('button').press('Enter');
      await page.waitForURL(/plans=m\.0!s\.in-force!o\.age/);
      await page.getByText(`${board.total}件`).first().waitFor();
      await page.getByRole('button', { name: /^絞り込み\(/ }).click();
      await page.getByRole('combobox', { name: '同じ段階の日数' }).selectOption('365');
      await page.getByText('この条件の計画はありません').waitFor();
      await page.reload();
      await page.getByText('この条件の計画はありません').waitFor();
      await page.getByRole('main').getByRole('button', { name: '絞り込みを解く' }).last().click();
      const list = page.getByRole('listbox', { name: '計画の一覧' });
      await list.getByRole('option').first().waitFor();
      expect(await barriers(page)).toEqual([]);

      await page.goto(`${application.url}/${code}/settings`);
      const settings = page.getByRole('region', { name: '個別避難計画の手続き' });
      await settings.getByRole('spinbutton', { name: '見直しの間隔(月)' }).fill('24');
      const read = async () =>
        planSettingsViewSchema.parse(await ask('disaster-officer', city('/plans/settings')));
      // Somebody else is faster.
      const { version, tasks, asked, reviewMonths } = await read();
      const theirs = { version, tasks, asked: ['check-route', 'accept'], reviewMonths };
      await ask('disaster-officer', city('/plans/settings'), theirs, 'PUT');
      const save = settings.getByRole('button', { name: '手続きの設定を保存する' });
      await save.click();
      await settings.getByText(/ほかの人が先に設定を変えました/).waitFor();
      expect(await barriers(page)).toEqual([]);
      await save.click();
      await settings.getByText('手続きの設定を保存しました').waitFor();
      expect((await read()).reviewMonths).toBe(24);
      await page.getByRole('button', { name: '元に戻す', exact: true }).click();
      await expect.poll(async () => (await read()).reviewMonths).toBe(reviewMonths);
      await ask(
        'disaster-officer',
        city('/plans/settings'),
        { version: (await read()).version, tasks, asked, reviewMonths },
        'PUT',
      );
      expect(watched.faults.filter((fault) => !fault.includes('409'))).toEqual([]);
      await watched.close();
    });

    /** A role opens the plan from a link, does its part, and goes. */
    async function turn(
      role: Role,
      id: string,
      work: (panel: ReturnType<typeof panelOf>) => Promise<void>,
    ) {
      const watched = await open(role, `/plans?sel=plan.${id}`);
      await work(panelOf(watched.page));
      expect(await barriers(watched.page)).toEqual([]);
      expect(watched.faults).toEqual([]);
      await watched.close();
    }

    async function shelterOfRole(): Promise<string> {
      const { accounts } = accountListSchema.parse(await ask('administrator', '/accounts'));
      return accounts.find(({ role }) => role === 'welfare-shelter')?.shelterIds[0] ?? '';
    }
  },
);
