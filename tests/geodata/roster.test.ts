// Over 300 lines because one golden roster is followed through every format and every way to be wrong.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '#domain/resident/roster-entry';
import { type ImportItem, UnknownLayoutError } from '#geodata/item';
import { parseRosterMapping } from '#geodata/mappers/roster-mapping';
import { openRoster, type RosterOptions } from '#geodata/sources/roster';
import { ROSTER_TEMPLATE } from '#geodata/sources/roster-template';
import { addFurigana } from '../support/furigana.ts';
import { type TableCell, type TableFormat, writeTable } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

function newPath(extension: string): string {
  files += 1;
  return join(directory, `roster-${files}.${extension}`);
}

async function read(paths: string | readonly string[], options: RosterOptions = {}) {
  const source = openRoster([paths].flat(), options);
  const items: ImportItem<RosterEntry>[] = [];
  for await (const item of source.items) items.push(item);
  const values = items.flatMap((item) => ('value' in item ? [item.value] : []));
  const codes = items.flatMap((item) => (item.outcome === 'repaired' ? item.repairs : []));
  return { items, values, repairs: codes.map(({ ja }) => ja), metadata: source.metadata() };
}

async function readText(text: string, options: RosterOptions = {}) {
  const path = newPath('csv');
  writeFileSync(path, text);
  return read(path, options);
}

const HEADERS = [
  '整理番号',
  '氏名',
  'ふりがな',
  '生年月日',
  '性別',
  '住所',
  '方書',
  '電話',
  '自治会名',
  '要支援理由',
  '介護度',
  '身障等級',
  '障害部位',
  '療育手帳',
  '精神手帳',
  '医療的ケア',
  '世帯構成',
  '避難支援者①氏名',
  '避難支援者①続柄',
  '避難支援者①電話',
  '備考',
];
const DAY = new Date(Date.UTC(1937, 2, 4));
/** As offices fill it in: full-width, two calendars, a person in two rows, a 外字 in a name. */
const ROWS: readonly (readonly TableCell[])[] = [
  HEADERS,
  [
    '00012',
    '髙﨑　㈱\ue000子',
    'たかさき　ふうこ',
    DAY,
    '女',
    '汐路市浜見１丁目２番３号',
    '浜見荘101',
    '０８２９－３０－１２３４',
    '浜見',
    '歩けない,一人では\n立てない',
    '要介護３',
    '２級',
    '肢体（下肢）',
    'マルA',
    '',
    '吸引器・在宅酸素',
    '独居',
    '架空 次郎',
    '長男',
    '０９０００００００００',
    '①玄関に"段差"',
  ],
  [
    '00013',
    '見本　太郎',
    'みほん　たろう',
    '昭和３３年７月１日',
    '1',
    '汐路市大字山手４５番地',
    '',
    '',
    '',
    '',
    '21',
    '',
    '',
    'なし',
    '2級',
    'なし',
    '高齢者のみの世帯',
    'なし',
    '',
    '',
    '',
  ],
  [
    '00012',
    '髙﨑　㈱\ue000子',
    '',
    'Ｓ１２.３.４',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '４',
    '聴覚',
    '',
    '',
    '',
    '',
    '浜見自主防災会',
    '',
    '',
    '',
  ],
];
const GOLDEN: readonly RosterEntry[] = [
  {
    rosterNumber: '00012',
    name: '髙﨑　㈱\ue000子',
    nameKana: 'たかさき　ふうこ',
    birthDate: '1937-03-04',
    sex: 'female',
    address: '汐路市浜見１丁目２番３号　浜見荘101',
    phone: '０８２９－３０－１２３４',
    districtName: '浜見',
    reason: '歩けない,一人では\n立てない',
    careLevel: '23',
    disabilities: [
      { kind: 'lower-limb', grade: '2' },
      { kind: 'intellectual', grade: 'Ⓐ' },
      { kind: 'hearing', grade: '4' },
    ],
    devices: ['suction', 'oxygen-concentrator'],
    household: 'alone',
    communication: null,
    plan: null,
    supporters: [
      { name: '架空 次郎', relationship: '長男', phone: '０９０００００００００', address: null },
      { name: '浜見自主防災会', relationship: null, phone: null, address: null },
    ],
    notes: '①玄関に"段差"',
    located: null,
  },
  {
    rosterNumber: '00013',
    name: '見本　太郎',
    nameKana: 'みほん　たろう',
    birthDate: '1958-07-01',
    sex: 'male',
    address: '汐路市大字山手４５番地',
    phone: null,
    districtName: null,
    reason: null,
    careLevel: '21',
    disabilities: [{ kind: 'mental', grade: '2' }],
    devices: [],
    household: 'elderly-only',
    communication: null,
    plan: null,
    supporters: [],
    notes: null,
    located: null,
  },
];

describe('one roster in four files', () => {
  const cases: [TableFormat, string | null][] = [
    ['csv-utf8', 'UTF-8'],
    ['csv-utf8-bom', 'UTF-8 (BOM)'],
    ['csv-cp932', 'Shift_JIS (CP932)'],
    ['xlsx', null],
  ];
  it.each(cases)('%s', async (format, encoding) => {
    const path = newPath(format === 'xlsx' ? 'xlsx' : 'csv');
    await writeTable(path, format, ROWS);
    if (format === 'xlsx')
      await addFurigana(path, { '見本　太郎': 'ミホンタロウ', 浜見: 'ハマミ' });
    const { items, values, metadata } = await read(path);
    expect(values).toEqual(GOLDEN);
    expect(metadata.encoding).toBe(encoding);
    // The line break in the first person's reason puts the CSV rows one line down.
    const [second, third] = format === 'xlsx' ? [3, 4] : [4, 5];
    expect(items.map(({ outcome, recordNumber }) => [outcome, recordNumber])).toEqual([
      ['skipped', third],
      ['accepted', 2],
      ['accepted', second],
    ]);
    expect(metadata.notes.map(({ ja }) => ja)).toEqual(['3 行を 2 人にまとめました']);
  });

  it('keeps the characters that only Unicode has', async () => {
    const name = '𠮷\u{e0100}田 邊\u{e0101}\ue123';
    for (const format of ['csv-utf8', 'xlsx'] as const) {
      const path = newPath(format === 'xlsx' ? 'xlsx' : 'csv');
      await writeTable(path, format, [
        ['名簿番号', '氏名'],
        ['𠮷-1', name],
      ]);
      expect((await read(path)).values[0]).toMatchObject({ rosterNumber: '𠮷-1', name });
    }
  });

  it('puts right what a spreadsheet did to numbers', async () => {
    const path = newPath('xlsx');
    await writeTable(path, 'xlsx', [
      ['避難行動要支援者名簿', null],
      ['名簿番号', '氏名', '生年月日', '電話番号', '要介護度'],
      [12, '架空 花子', 13578, 829301234, 23],
    ]);
    const { items, values } = await read(path);
    expect(values[0]).toMatchObject({
      rosterNumber: '12',
      birthDate: '1937-03-04',
      phone: '0829301234',
      careLevel: '23',
    });
    expect(items[0]?.recordNumber).toBe(3);
  });
});

describe('persons', () => {
  it('merges rows of one number, says contradictions, and refuses another person', async () => {
    const { items, values, repairs } = await readText(
      [
        '名簿番号,氏名,生年月日,電話番号,障害者手帳',
        '1,架空 花子,S12.3.4,000-1,視覚1級',
        '1,架空花子,1937/3/4,000-2,聴覚3級',
        '１,見本 太郎,1958/7/1,,',
        ',無番 一郎,1950/1/1,,',
        ',,,,',
      ].join('\n'),
    );
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({
      name: '架空 花子',
      phone: '000-1',
      disabilities: [
        { kind: 'visual', grade: '1' },
        { kind: 'hearing', grade: '3' },
      ],
    });
    expect(repairs).toEqual(['電話番号が 3 行目と食い違います: 先に書かれた行の値を採りました']);
    expect(items.map((item) => ['reason' in item && item.reason.code, item.recordNumber])).toEqual([
      ['roster.merged-row', 3],
      ['roster.number-clash', 4],
      ['roster.number-missing', 5],
      ['roster.blank-row', 6],
      [false, 2],
    ]);
    expect(items.map((item) => ('raw' in item ? item.raw : null)).filter(Boolean)).toEqual([
      '１,見本 太郎,1958/7/1,,',
      ',無番 一郎,1950/1/1,,',
    ]);
  });

  it('merges over several files', async () => {
    const [care, handbook] = [newPath('csv'), newPath('csv')];
    writeFileSync(care, '宛名番号,氏名,要介護度\n7,架空 花子,要介護5\n');
    await writeTable(handbook, 'csv-cp932', [
      ['宛名番号', '氏名', '身体障害者手帳'],
      ['7', '架空 花子', '体幹1級'],
    ]);
    const { values, metadata } = await read([care, handbook]);
    expect(values).toMatchObject([
      { careLevel: '25', disabilities: [{ kind: 'trunk', grade: '1' }] },
    ]);
    expect(metadata.encoding).toBe('UTF-8, Shift_JIS (CP932)');
  });

  it('takes over what it cannot read as unknown, and says which cell', async () => {
    const { values, repairs } = await readText(
      '名簿番号,氏名,生年月日,要介護度,医療機器\n1,,昭和70年1月1日,中度,なぞの機械\n',
      { asOf: '2025-04-01' },
    );
    expect(values[0]).toMatchObject({ name: '', birthDate: null, careLevel: null, devices: null });
    expect(repairs).toEqual([
      '生年月日『昭和70年1月1日』を読めません: 不明として取り込みます',
      '要介護度『中度』を読めません: 不明として取り込みます',
      '医療機器『なぞの機械』を読めません: 不明として取り込みます',
      '氏名がありません: 空欄のまま取り込みます',
    ]);
  });

  it('does not take a lone 1 among codes for care level 1', async () => {
    const { values, repairs } = await readText('名簿番号,氏名,要介護度\n1,A,1\n2,B,23\n3,C,2\n');
    expect(values.map(({ careLevel }) => careLevel)).toEqual([null, '23', '22']);
    expect(repairs).toHaveLength(1);
    const digits = await readText('名簿番号,氏名,要介護度\n1,A,1\n2,B,3\n');
    expect(digits.values.map(({ careLevel }) => careLevel)).toEqual(['21', '23']);
  });

  it('keeps a position of the file, and says once what it counts as', async () => {
    const { values, metadata, repairs } = await readText(
      '名簿番号,氏名,緯度,経度\n1,A,31.4,135.2\n2,B,135.2,31.4\n3,C,,\n',
    );
    expect(values.map(({ located }) => located?.position ?? null)).toEqual([
      [135.2, 31.4],
      [135.2, 31.4],
      null,
    ]);
    expect(values[0]?.located?.accuracy).toBe('block');
    expect(repairs).toEqual(['緯度と経度が入れ替わっていたため直しました']);
    expect(metadata.notes.map(({ ja }) => ja)).toEqual([
      '位置精度の列がないため、緯度・経度は「街区」の精度として扱います',
    ]);
  });

  it('rejects a row with slipped columns and remarks a short one', async () => {
    const { items } = await readText('名簿番号,氏名,住所\n1,A,汐路市浜見1,2\n2,B\n');
    expect(items).toMatchObject([
      { outcome: 'rejected', recordNumber: 2, reason: { code: 'csv.long-row' } },
      { outcome: 'repaired', recordNumber: 3, repairs: [{ code: 'csv.short-row' }] },
    ]);
  });

  it('accounts for every row that it read', async () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      i % 50 === 0 ? ',x,' : i % 7 === 0 ? ',,' : `${i % 90},架空 ${i % 90},要介護${i % 9}`,
    );
    const { items, values } = await readText(`名簿番号,氏名,要介護度\n${rows.join('\n')}\n`);
    expect(items).toHaveLength(500);
    expect(new Set(items.map(({ recordNumber }) => recordNumber)).size).toBe(500);
    expect(new Set(values.map(({ rosterNumber }) => rosterNumber)).size).toBe(values.length);
  });
});

describe('headers', () => {
  it('reads by a mapping file where headers say something else', async () => {
    const mapping = parseRosterMapping({
      columns: { rosterNumber: 'コード', name: '対象者', notes: null },
      supporters: [{ name: '助ける人', phone: '助ける人の電話' }],
    });
    const { values, metadata } = await readText(
      'コード,対象者,備考,助ける人,助ける人の電話,血液型\n1,架空 花子,x,見本 桜,000,A\n',
      { mapping },
    );
    expect(values[0]).toMatchObject({
      rosterNumber: '1',
      name: '架空 花子',
      notes: null,
      supporters: [{ name: '見本 桜', relationship: null, phone: '000', address: null }],
    });
    expect(metadata.notes[0]?.ja).toBe('取り込まない列: 備考、血液型');
    expect(() => parseRosterMapping({ columns: { nome: '氏名' } })).toThrow(/nome/);
  });

  it.each([
    ['a roster without a number', '氏名,住所\n架空 花子,汐路市\n', '氏名, 住所'],
    ['a shelter list', '名称,緯度,経度\n浜見会館,31,135\n', '緯度, 経度'],
    ['headers without rows', '名簿番号,氏名\n', '行'],
    ['an empty file', '', '空のファイル'],
  ])('refuses %s, naming what it expected and found', async (_what, text, found) => {
    const error = await readText(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnknownLayoutError);
    if (!(error instanceof UnknownLayoutError)) return;
    expect(error.expected.ja).toContain('名簿番号');
    expect(error.expected.en).toContain('roster number');
    expect(error.found.ja).toContain(found);
    expect(error.found.ja).not.toMatch(/file|JSON object|directory/);
  });

  it('takes full-width numbers for the same, and totals for nobody', async () => {
    const { values, items } = await readText(
      '名簿番号,氏名\n００ ４１,架空 花子\n0041,架空 花子\n合計,8人\n,小計 2名\n7,計 太郎\n',
    );
    expect(values.map(({ rosterNumber }) => rosterNumber)).toEqual(['0041', '7']);
    const skipped = items.flatMap((one) => (one.outcome === 'skipped' ? [one.reason.code] : []));
    expect(skipped).toEqual(['roster.merged-row', 'roster.total-row', 'roster.total-row']);
  });

  it('says nothing of the people in a file without headers', async () => {
    const person = ['0001', '架空 花子', '女', '架空町1番地', '080-0000-0000'];
    for (const format of ['csv-utf8', 'xlsx'] as const) {
      const path = newPath(format);
      await writeTable(path, format, [person, person]);
      const error: unknown = await read(path).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(UnknownLayoutError);
      expect(String(error)).toContain('5 columns');
      for (const cell of person) expect(String(error)).not.toContain(cell);
    }
  });

  it('says of a broken workbook that it is broken', async () => {
    const error = await readText('PK\u0003\u0004 xl/').catch((thrown: unknown) => thrown);
    expect(error instanceof UnknownLayoutError && error.found.ja).toContain('壊れています');
  });

  it('refuses an old workbook, and a workbook without a roster', async () => {
    const old = newPath('xls');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(read(old)).rejects.toThrow(UnknownLayoutError);
    const other = newPath('xlsx');
    await writeTable(other, 'xlsx', [
      ['品目', '数量'],
      ['毛布', 20],
    ]);
    await expect(read(other)).rejects.toThrow(/2 columns/);
    await expect(read(other, { sheet: '去年' })).rejects.toThrow(/名簿/);
  });
});

describe('template', () => {
  it('is read without a note, every column of it', async () => {
    const { items, values, metadata } = await readText(ROSTER_TEMPLATE);
    expect(items.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(metadata.notes).toEqual([]);
    const unsaid = Object.entries(values[0] ?? {}).filter(([, value]) => value === null);
    expect(unsaid).toEqual([]);
    expect(ROSTER_TEMPLATE.startsWith('\ufeff')).toBe(true);
  });
});
