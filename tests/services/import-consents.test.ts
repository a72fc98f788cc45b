import { beforeAll, expect, test } from 'vitest';
import { CONSENTS_TEMPLATE } from '#geodata/sources/consents';
import { SYSTEM } from '../../server/db/actor.ts';
import type { Reject } from '../../server/db/queries/rejects.ts';
import { verifyChain } from '../../server/services/audit/verify-chain.ts';
import { saveConsent } from '../../server/services/consents.ts';
import { applyHeldDataset } from '../../server/services/decide-on-dataset.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile } from './support.ts';

const AT = [132.33, 34.35] as const;
const HEADERS = '名簿番号,目的,状態,年月日,説明した人,書面';
const listOf = (...lines: string[]) => [HEADERS, ...lines, ''].join('\r\n');

describeOnBoth('import of consents', (bench) => {
  const consents = async () => {
    const rows = await bench().context.database.query<Record<string, unknown>>(
      `SELECT roster_number || ' ' || purpose AS who, state, decided_on AS "decidedOn",
         explained_by AS "explainedBy", on_paper AS "onPaper", consent.version
       FROM consent JOIN resident ON resident.id = resident_id ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ who, ...rest }) => [who, rest]));
  };
  const stateOf = async (who: string) => (await consents())[who]?.state;
  const load = (name: string, ...lines: string[]) =>
    bench().importOk({ source: 'consents', files: [bench().file(name, listOf(...lines))] });
  const idOf = async (number: string) => {
    const [row] = await bench().context.database.query<{ id: string }>(
      'SELECT id FROM resident WHERE roster_number = $1',
      [number],
    );
    return row?.id ?? '';
  };
  const versionOf = async () => {
    const [row] = await bench().context.database.query<{ version: number }>(
      `SELECT version FROM data_version WHERE municipality_code = $1 AND topic = 'consent'`,
      [CODE],
    );
    return row?.version ?? 0;
  };

  beforeAll(async () => {
    const people = ['1', '2', '3', '0001', '0002'].map((number) => ({
      ...{ number, name: `架空 ${number}`, at: AT, care: '非該当' },
    }));
    await bench().importOk({
      source: 'roster',
      files: [bench().file('roster.csv', rosterFile(people))],
    });
  });

  test('the template is taken without a note', async () => {
    const { file, importOk } = bench();
    const report = await importOk({
      source: 'consents',
      files: [file('template.csv', CONSENTS_TEMPLATE)],
    });
    expect(report).toMatchObject({
      counts: { read: 3, accepted: 3, repaired: 0, rejected: 0, skipped: 0 },
      difference: { added: 3, changed: 0, removed: 0, unchanged: 0 },
      assessment: null,
    });
    expect(await consents()).toMatchObject({
      '0001 roster': {
        ...{ state: 'agreed', decidedOn: '2026-04-01', explainedBy: '架空 担当', onPaper: true },
        version: 1,
      },
      '0001 plan': { state: 'asked', decidedOn: null, explainedBy: null, onPaper: false },
      '0002 roster': { state: 'refused', decidedOn: '2026-04-02' },
    });
  });

  test('each line is accepted, repaired or rejected with its reason, and the counts add up', async () => {
    const rejects: Reject[] = [];
    const { file, importOk } = bench();
    const report = await importOk({
      source: 'consents',
      files: [
        file(
          'messy.csv',
          listOf(
            '1,名簿,同意,令和8年5月1日,架空 担当,有',
            '１,個別避難計画,拒否,2026/5/1,架空 担当,たぶん',
            '1,名簿,不同意,2026/5/2,架空 担当,有',
            ',名簿,同意,2026/5/1,架空 担当,有',
            '2,会報,同意,2026/5/1,架空 担当,有',
            '2,名簿,たぶん,2026/5/1,架空 担当,有',
            '2,名簿,同意,いつか,架空 担当,有',
            '2,名簿,同意,,架空 担当,有',
            '2,名簿,同意,2026/5/1,,有',
            '2,計画,同意,2027/5/1,架空 担当,有',
            '99,名簿,同意,2026/5/1,架空 担当,有',
            ',,,,,',
          ),
        ),
      ],
      onReject: (reject) => rejects.push(reject),
    });
    expect(report.counts).toEqual({ read: 11, accepted: 1, repaired: 1, rejected: 9, skipped: 1 });
    const byLine = [...rejects].sort((one, other) => one.recordNumber - other.recordNumber);
    expect(byLine.map(({ recordNumber, reason }) => [recordNumber, reason.code])).toEqual([
      [4, 'import.duplicate'],
      [5, 'consent.number-missing'],
      [6, 'consent.purpose-unknown'],
      [7, 'consent.state-unknown'],
      [8, 'consent.date-unreadable'],
      [9, 'consent.incomplete'],
      [10, 'consent.incomplete'],
      [11, 'consent.in-future'],
      [12, 'consent.person-unknown'],
    ]);
    expect(report.repairs).toMatchObject([
      { message: { code: 'consent.paper-unreadable' }, count: 1 },
    ]);
    // What is unclear is never a consent, and who is not in the list keeps what they said.
    const now = await consents();
    expect(now['1 plan']).toMatchObject({ state: 'refused', onPaper: false });
    expect(Object.keys(now).filter((who) => who.startsWith('2'))).toEqual([]);
    expect(now['0001 roster']).toMatchObject({ state: 'agreed', version: 1 });
  });

  test('the same file twice changes nothing; a dry run leaves nothing', async () => {
    const lines = ['2,名簿,同意,2026/6/1,架空 担当,有'];
    await load('twice.csv', ...lines);
    const [before, version] = [await consents(), await versionOf()];
    const again = await load('twice.csv', ...lines);
    expect(again).toMatchObject({ unchanged: true });
    const { file, importOk } = bench();
    const dry = await importOk({
      source: 'consents',
      files: [file('dry.csv', listOf('2,名簿,撤回,2026/6/2,架空 担当,有'))],
      dryRun: true,
    });
    expect(dry).toMatchObject({ dryRun: true, difference: { added: 0, changed: 1, unchanged: 0 } });
    expect([await consents(), await versionOf()]).toEqual([before, version]);
    const left = `SELECT count(*) FROM staged_consent WHERE decided_on = '2026-06-02'`;
    expect(await bench().count(left)).toBe(0);
  });

  test('what was said on the screen later stands: an old list undoes no withdrawal', async () => {
    const { context } = bench();
    const residentId = await idOf('2');
    const saved = await saveConsent(
      context,
      CODE,
      { residentId, purpose: 'roster' },
      {
        ...{ state: 'withdrawn', decidedOn: '2026-07-01', explainedBy: '架空 担当', version: 1 },
        ...{ onPaper: false, shelterIds: [] },
      },
    );
    expect(saved.ok).toBe(true);
    const report = await load('old.csv', '2,名簿,同意,2026/6/30,架空 担当,有', '3,名簿,確認中,,,');
    expect(report.rejectedReasons).toMatchObject([{ code: 'consent.older-than-kept', count: 1 }]);
    expect(await stateOf('2 roster')).toBe('withdrawn');
    expect(await stateOf('3 roster')).toBe('asked');
  });

  test('held: what was said on the screen meanwhile stands too', async () => {
    const { context, file, importOk } = bench();
    const held = await importOk({
      source: 'consents',
      files: [file('held.csv', listOf('3,名簿,同意,2026/7/1,架空 担当,有'))],
      hold: true,
    });
    expect(held).toMatchObject({ isHeld: true, difference: { changed: 1 } });
    expect(await stateOf('3 roster')).toBe('asked');
    const decision = {
      ...{ municipalityCode: CODE, datasetId: held.datasetId ?? '', confirmsNoZones: false },
    };
    await saveConsent(
      context,
      CODE,
      { residentId: await idOf('3'), purpose: 'roster' },
      {
        ...{ state: 'refused', decidedOn: '2026-07-02', explainedBy: '架空 担当', version: 1 },
        ...{ onPaper: false, shelterIds: [] },
      },
    );
    // The difference is another than the officer saw: it is told anew, then nothing is left of the line.
    expect(await applyHeldDataset(context, decision)).toMatchObject({ ok: false });
    expect(await applyHeldDataset(context, decision)).toMatchObject({
      ok: true,
      value: { difference: { changed: 0, unchanged: 1 } },
    });
    expect(await stateOf('3 roster')).toBe('refused');
  });

  test('taken back, lists leave what stood before, but for what was changed on the screen since', async () => {
    const { context } = bench();
    const before = await consents();
    const first = await load(
      'first.csv',
      '0001,名簿,撤回,2026/8/1,架空 担当,有',
      '0002,計画,同意,2026/8/1,架空 担当,有',
      '0002,名簿,同意,2026/8/1,架空 担当,有',
    );
    const second = await load('second.csv', '0001,名簿,同意,2026/8/2,架空 担当,有');
    await saveConsent(
      context,
      CODE,
      { residentId: await idOf('0002'), purpose: 'roster' },
      {
        ...{ state: 'withdrawn', decidedOn: '2026-08-03', explainedBy: '架空 担当', version: 2 },
        ...{ onPaper: false, shelterIds: [] },
      },
    );
    const version = await versionOf();
    const undone = await rollBackDataset(context, CODE, second.datasetId ?? '');
    expect(undone).toMatchObject({ ok: true, value: { datasetId: first.datasetId } });
    expect(await stateOf('0001 roster')).toBe('withdrawn');
    expect(await versionOf()).toBeGreaterThan(version);
    await rollBackDataset(context, CODE, first.datasetId ?? '');
    const now = await consents();
    expect(now['0001 roster']).toMatchObject({ ...before['0001 roster'], version: 5 });
    expect(now['0002 plan']).toMatchObject({ state: 'not-asked', decidedOn: null });
    expect(now['0002 roster']).toMatchObject({ state: 'withdrawn' });
  });

  test('each change has its history, and whom a list changed stands in the audit log', async () => {
    const [last] = await bench().context.database.query<{ changes: number; by: string }>(
      `SELECT count(*) AS changes, min(changed_by) AS by FROM consent_change
       WHERE resident_id = $1 AND purpose = 'roster' AND dataset_id IS NOT NULL`,
      [await idOf('0001')],
    );
    expect(last).toEqual({ changes: 5, by: SYSTEM.name });
    const lines = await bench().context.database.query<{ people: string[] }>(
      `SELECT people FROM audit_entry WHERE action = 'consent.change' AND details ? 'datasetId'`,
    );
    expect(lines.flatMap(({ people }) => people)).toContain(await idOf('0001'));
    expect((await verifyChain(bench().context.database, CODE)).broken).toBeNull();
  });
});
