import { afterEach, describe, expect, test } from 'vitest';
import { datasetListSchema } from '#contract/dataset';
import { municipalityListSchema } from '#contract/municipality';
import { planReviewsSchema } from '#contract/plan-review';
import { type PlanView, planViewSchema } from '#contract/plan-work';
import { residentPageSchema } from '#contract/resident';
import { barriers } from './support/axe.ts';
import { hasChromium, openPage, RETRIES, type Watched } from './support/browser.ts';
import { useApplication } from './support/journey.ts';

const SLOW_MILLIS = 180_000;

describe.skipIf(!hasChromium)(
  'plans that are no longer sure to be true',
  { timeout: SLOW_MILLIS, retry: RETRIES },
  () => {
    const running = useApplication('no map');
    let watched: Watched | null = null;
    afterEach(async () => {
      const faults = [...(watched?.faults ?? [])];
      await watched?.close();
      watched = null;
      expect(faults).toEqual([]);
    });

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
      const waiting = async () => planReviewsSchema.parse(await ask('/plans/reviews')).waiting;
      const people = residentPageSchema.parse(await ask('/residents?red=inside&limit=200'));
      const person = people.rows.find(({ household }) => household !== 'facility');
      const id = person?.id ?? '';
      await putInForce(id, ask);
      // Its basis is taken meanwhile; only then can anything be no longer so.
      await expect
        .poll(async () => planReviewsSchema.parse(await ask('/plans/reviews')).reviewedAt, {
          timeout: 30_000,
        })
        .not.toBeNull();
      const { datasets } = datasetListSchema.parse(await ask('/datasets'));
      for (const { id: dataset, kind, status } of datasets)
        if (kind === 'zones' && status === 'active')
          await ask(`/datasets/${dataset}/rollback`, 'POST', {});
      await expect.poll(waiting, { timeout: 60_000 }).toBe(1);

      watched = await openPage(running.browser, `${url}/${code}/plans`);
      const { page } = watched;
      page.setDefaultTimeout(30_000);
      await page.getByRole('button', { name: '見直し', exact: true }).click();
      const queue = page.getByRole('region', { name: '見直しが必要な計画' });
      await queue.getByText('自宅:自宅の区域が変わった').waitFor();
      expect(await queue.getByText('分からない').count()).toBeGreaterThan(0);
      expect(await barriers(page)).toEqual([]);
      await page.screenshot({ path: '/tmp/plan-stale-queue.png' });

      const name = person?.name ?? '';
      const confirm = queue.getByRole('button', {
        name: `${name}の計画に変わりがないことを確認した`,
      });
      await confirm.focus();
      await page.keyboard.press('Enter');
      await queue.getByText('見直しが必要な計画はありません').waitFor();
      expect(await waiting()).toBe(0);
      await page.getByText('1件を確認済みにしました').waitFor();
      await page.keyboard.press('Control+z');
      await confirm.waitFor();
      expect(await waiting()).toBe(1);

      // Several at once, and what is looked at stands in the address.
      await queue.getByRole('checkbox', { name: 'この一覧をすべて選ぶ' }).check();
      await queue.getByRole('button', { name: '選んだ1件に変わりがないことを確認した' }).waitFor();
      await queue.getByRole('button', { name: /自宅の区域が変わった 1/ }).click();
      await page.waitForURL(/r\.zones-at-home/);
      await queue.getByRole('button', { name: `${name}の計画を開く` }).click();
      await page.waitForURL(new RegExp(id));
    });
  },
);

type Ask = (path: string, method?: string, body?: unknown) => Promise<unknown>;

/** By the steps that the city asks for, as the officer may record them all. */
async function putInForce(id: string, ask: Ask): Promise<void> {
  const read = async (): Promise<PlanView> =>
    planViewSchema.parse(await ask(`/residents/${id}/plan`));
  const take = async (step: string) =>
    ask(`/residents/${id}/plan/steps`, 'POST', { version: (await read()).version, step });
  for (const purpose of ['roster', 'plan'])
    await ask(`/residents/${id}/consents/${purpose}`, 'PUT', {
      ...{ state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 福祉課', onPaper: true },
      ...{ shelterIds: [], version: await consentVersion(id, purpose, ask) },
    });
  for (const step of ['record-agreement', 'begin-draft']) await take(step);
  const { content } = await read();
  const place = { position: null, accuracy: 'none' };
  await ask(`/residents/${id}/plan`, 'PUT', {
    contentVersion: 0,
    content: {
      ...content,
      withoutSupporters: '架空の理由',
      destination: {
        ...{ kind: 'upper-floor', shelterId: null, name: '自宅の2階', address: null },
        ...{ phone: null, reason: '架空の理由', place },
      },
    },
  });
  for (const step of ['agree', 'share', 'put-in-force']) await take(step);
}

async function consentVersion(id: string, purpose: string, ask: Ask): Promise<number> {
  const { consents } = (await ask(`/residents/${id}/consents`)) as {
    consents: { purpose: string; version: number }[];
  };
  return consents.find((one) => one.purpose === purpose)?.version ?? 0;
}
