import { expect, test } from 'vitest';
import { consentRuleSchema, consentsSchema, disasterModesSchema } from '#contract/access';
import { problemSchema } from '#contract/common';
import { residentPageSchema } from '#contract/resident';
import { describeApp } from './support/http-bench.ts';

const AGREED = {
  ...{ state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 福祉課', onPaper: true },
  shelterIds: [] as string[],
};

describeApp('consent and disaster mode', (bench) => {
  const send = (method: string, path: string, body: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const someone = async (place = 0) => {
    const page = await bench().read(residentPageSchema, '/residents');
    return page.rows[place]?.id ?? '';
  };
  const problemOf = async (response: Response) => {
    const { code } = problemSchema.parse(await response.json());
    return [response.status, code];
  };

  test('nobody was asked at first; a record, its history, and who was quicker', async () => {
    const path = `/residents/${await someone()}/consents`;
    const first = await bench().read(consentsSchema, path);
    expect(first).toMatchObject({
      consents: [
        { purpose: 'roster', state: 'not-asked', version: 0, isGiven: false },
        { purpose: 'plan', state: 'not-asked', version: 0, isGiven: false },
      ],
      history: [],
    });
    const saved = await send('PUT', `${path}/roster`, { ...AGREED, version: 0 });
    expect(consentsSchema.parse(await saved.json())).toMatchObject({
      consents: [{ ...AGREED, version: 1, isGiven: true }, { version: 0 }],
      history: [{ purpose: 'roster', version: 1, former: null, record: AGREED }],
    });
    const late = await send('PUT', `${path}/roster`, { ...AGREED, state: 'refused', version: 0 });
    expect(await problemOf(late)).toEqual([409, 'consent.stale']);
    const withdrawn = await send('PUT', `${path}/roster`, {
      ...{ ...AGREED, state: 'withdrawn', version: 1 },
    });
    expect(consentsSchema.parse(await withdrawn.json())).toMatchObject({
      consents: [{ state: 'withdrawn', version: 2, isGiven: false }, {}],
      history: [{ former: AGREED, record: { state: 'withdrawn' } }, { version: 1 }],
    });
  });

  test('two who record at once: one is kept, the other is told', async () => {
    const path = `/residents/${await someone(1)}/consents/plan`;
    const answers = await Promise.all(
      ['agreed', 'refused'].map((state) => send('PUT', path, { ...AGREED, state, version: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what is not whole is not recorded', async () => {
    const path = `/residents/${await someone(2)}/consents`;
    const wrong = async (purpose: string, change: object) =>
      problemOf(await send('PUT', `${path}/${purpose}`, { ...AGREED, version: 0, ...change }));
    expect(await wrong('roster', { decidedOn: null })).toEqual([422, 'consent.incomplete']);
    expect(await wrong('roster', { explainedBy: null })).toEqual([422, 'consent.incomplete']);
    expect(await wrong('roster', { decidedOn: '2026-11-25' })).toEqual([422, 'consent.in-future']);
    expect(await wrong('roster', { shelterIds: ['x'] })).toEqual([422, 'consent.names-facilities']);
    expect(await wrong('roster', { state: 'perhaps' })).toEqual([400, 'request.invalid']);
    expect(await wrong('something', {})).toEqual([400, 'request.invalid']);
    expect((await bench().read(consentsSchema, path)).history).toEqual([]);
    const nobody = '/residents/00000000-0000-4000-8000-000000000000/consents';
    expect(await problemOf(await bench().ask(nobody))).toEqual([404, 'resident.unknown']);
    expect(
      await problemOf(await send('PUT', `${nobody}/roster`, { ...AGREED, version: 0 })),
    ).toEqual([404, 'resident.unknown']);
  });

  test('the paper is attached, read as it was, taken away and back; what is no paper is refused', async () => {
    const path = `/residents/${await someone()}/consents`;
    const attach = (content: Uint8Array<ArrayBuffer>) =>
      bench().ask(`${path}/roster/scans`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: content,
      });
    const paper = new TextEncoder().encode('%PDF-1.7 架空の同意書');
    const attached = await attach(paper);
    expect(attached.status).toBe(201);
    const { consents } = consentsSchema.parse(await attached.json());
    const scan = consents[0]?.scan;
    expect(scan).toMatchObject({ mediaType: 'application/pdf', bytes: paper.length });
    const file = await bench().ask(`${path}/roster/scans/${scan?.id}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(paper);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(file.headers.get('Cache-Control')).toBe('no-store');
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    expect(await problemOf(await attach(script))).toEqual([422, 'consent-scan.unreadable']);
    const huge = new Uint8Array(10 * 2 ** 20 + 1);
    huge.set(paper);
    expect(await problemOf(await attach(huge))).toEqual([413, 'request.too-large']);
    const mark = (isRemoved: boolean) =>
      send('PUT', `${path}/roster/scans/${scan?.id}/removed`, { isRemoved });
    expect(consentsSchema.parse(await (await mark(true)).json()).consents[0]?.scan).toBeNull();
    expect(await problemOf(await bench().ask(`${path}/roster/scans/${scan?.id}`))).toEqual([
      ...[404, 'consent-scan.unknown'],
    ]);
    expect(consentsSchema.parse(await (await mark(false)).json()).consents[0]?.scan).toEqual(scan);
  });

  test('the newest paper stands or none: taking it away brings no older one back', async () => {
    const path = `/residents/${await someone(4)}/consents`;
    const attach = async (text: string) => {
      const answer = await bench().ask(`${path}/plan/scans`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: new TextEncoder().encode(`%PDF-1.7 ${text}`),
      });
      return consentsSchema.parse(await answer.json()).consents[1]?.scan;
    };
    const seen = async () => {
      const [row] = await bench().context.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM audit_entry WHERE action = 'consent.see'`,
      );
      return row?.count ?? 0;
    };
    const before = await seen();
    await attach('同意書');
    const newest = await attach('撤回の届出');
    const mark = async (isRemoved: boolean) => {
      const body = { isRemoved };
      const answer = await send('PUT', `${path}/plan/scans/${newest?.id}/removed`, body);
      return consentsSchema.parse(await answer.json()).consents[1]?.scan;
    };
    expect(await mark(true)).toBeNull();
    expect(await mark(false)).toEqual(newest);
    // Each of these answers shows the consents whole.
    expect(await seen()).toBe(before + 4);
  });

  test('an ordinance gives whoever was not asked, and nobody who refused', async () => {
    expect(await bench().read(consentRuleSchema, '/consent-rule')).toEqual({
      ...{ version: 0, byOrdinance: false, ordinance: null },
    });
    const unnamed = { version: 0, byOrdinance: true, ordinance: null };
    expect(await problemOf(await send('PUT', '/consent-rule', unnamed))).toEqual([
      ...[422, 'consent-rule.no-ordinance'],
    ]);
    const ordinance = '架空市避難行動要支援者名簿条例第5条';
    const set = await send('PUT', '/consent-rule', { ...unnamed, ordinance });
    expect(await set.json()).toEqual({ version: 1, byOrdinance: true, ordinance });
    const { consents } = await bench().read(
      consentsSchema,
      `/residents/${await someone(3)}/consents`,
    );
    expect(consents.map(({ isGiven }) => isGiven)).toEqual([true, true]);
    const refused = `/residents/${await someone(0)}/consents`;
    expect((await bench().read(consentsSchema, refused)).consents[0]?.isGiven).toBe(false);
    expect(await problemOf(await send('PUT', '/consent-rule', { ...unnamed, ordinance }))).toEqual([
      ...[409, 'consent-rule.stale'],
    ]);
    const back = await send('PUT', '/consent-rule', {
      ...{ version: 1, byOrdinance: false, ordinance: null },
    });
    expect(await back.json()).toMatchObject({ version: 2, byOrdinance: false });
  });

  test('disaster mode is opened for districts with law, reason and end, and ended once', async () => {
    const mode = {
      ...{ districts: ['山手'], articles: ['49-11-3'], reason: '土砂災害警戒情報', hours: 6 },
    };
    const wrong = async (change: object) =>
      problemOf(await send('POST', '/disaster-modes', { ...mode, ...change }));
    expect(await wrong({ districts: ['奥手'] })).toEqual([422, 'disaster-mode.district-unknown']);
    expect(await wrong({ districts: [] })).toEqual([400, 'request.invalid']);
    expect(await wrong({ articles: [] })).toEqual([400, 'request.invalid']);
    expect(await wrong({ reason: ' ' })).toEqual([400, 'request.invalid']);
    expect(await wrong({ hours: 169 })).toEqual([400, 'request.invalid']);
    const opened = await send('POST', '/disaster-modes', mode);
    expect(opened.status).toBe(201);
    const [open] = disasterModesSchema.parse(await opened.json()).modes;
    expect(open).toMatchObject({ districts: ['山手'], reason: '土砂災害警戒情報', isOpen: true });
    const hours = (Date.parse(open?.endsAt ?? '') - Date.parse(open?.beginsAt ?? '')) / 3_600_000;
    expect(hours).toBe(6);
    const path = `/disaster-modes/${open?.id}/end`;
    const ended = disasterModesSchema.parse(await (await send('POST', path, {})).json());
    expect(ended.modes[0]).toMatchObject({ isOpen: false, closedBy: open?.openedBy });
    expect(await problemOf(await send('POST', path, {}))).toEqual([409, 'disaster-mode.ended']);
    const unknown = '/disaster-modes/00000000-0000-4000-8000-000000000000/end';
    expect(await problemOf(await send('POST', unknown, {}))).toEqual([
      404,
      'disaster-mode.unknown',
    ]);
  });
});
