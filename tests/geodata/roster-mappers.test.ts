// Over 300 lines because it is a catalogue of cells as offices write them, one table for each reader.

import { describe, expect, it } from 'vitest';
import { parseCareLevel } from '#geodata/mappers/care-level';
import { parseDeviceFlag, parseDevices } from '#geodata/mappers/device';
import { parseDisabilities, parsePhysicalInTwoColumns } from '#geodata/mappers/disability';
import type { DisabilityColumn } from '#geodata/mappers/disability-tokens';
import { parseHousehold } from '#geodata/mappers/household';
import { parseCommunication } from '#geodata/mappers/roster-communication';
import { parsePhone } from '#geodata/mappers/roster-phone';
import { parsePlan } from '#geodata/mappers/roster-plan';
import { parsePosition } from '#geodata/mappers/roster-position';
import { parseSex } from '#geodata/mappers/roster-sex';

const codes = (read: { repairs: readonly { code: string }[] }) =>
  read.repairs.map(({ code }) => code);

describe('care level', () => {
  it.each([
    ['要介護3', '23'],
    ['要介護3', '23'],
    ['要介護 三', '23'],
    ['要介護Ⅲ', '23'],
    ['介3', '23'],
    ['介護5', '25'],
    ['要介護度2', '22'],
    ['3', '23'],
    ['3', '23'],
    ['23', '23'],
    ['23', '23'],
    ['要介護4(更新申請中)', '24'],
    ['要支援1', '12'],
    ['支2', '13'],
    ['要支2', '13'],
    ['支援1', '12'],
    ['12', '12'],
    ['01', '01'],
    ['06', '06'],
    ['11', '11'],
    ['経過的要介護', '11'],
    ['事業対象者', '06'],
    ['非該当', '01'],
    ['自立', '01'],
  ])('reads %s as %s without a note', (cell, level) => {
    expect(parseCareLevel(cell)).toMatchObject({ value: level, repairs: [] });
  });

  it.each(['', '  ', '-', 'ー', '不明', undefined])('takes %j as not said', (cell) => {
    expect(parseCareLevel(cell)).toMatchObject({ value: null, repairs: [] });
  });

  it.each([
    '中度',
    '要介護',
    '要介護6',
    '要支援3',
    '6',
    '26',
    '申請中',
    '未申請',
    '要介護3→4',
    '3級',
  ])('never guesses %s', (cell) => {
    const read = parseCareLevel(cell, '要介護度');
    expect(read.value).toBeNull();
    expect(read.repairs.map(({ ja }) => ja)).toEqual([
      `要介護度『${cell}』を読めません: 不明として取り込みます`,
    ]);
  });
});

describe('disability', () => {
  const cases: [string, DisabilityColumn, [string, string | null][]][] = [
    ['肢体(上肢)2級', 'physical', [['upper-limb', '2']]],
    [
      '肢体不自由(上肢・下肢) 1級',
      'physical',
      [
        ['upper-limb', '1'],
        ['lower-limb', '1'],
      ],
    ],
    [
      '視覚1級・聴覚3級',
      'physical',
      [
        ['visual', '1'],
        ['hearing', '3'],
      ],
    ],
    [
      '視覚1級 聴覚3級',
      'physical',
      [
        ['visual', '1'],
        ['hearing', '3'],
      ],
    ],
    ['1級(視覚)', 'physical', [['visual', '1']]],
    [
      '1級 視覚、3級 聴覚',
      'physical',
      [
        ['visual', '1'],
        ['hearing', '3'],
      ],
    ],
    ['第1種2級 内部(心臓機能障害)', 'physical', [['internal', '2']]],
    ['音声・言語機能障害4級', 'physical', [['speech', '4']]],
    ['聴覚・平衡機能障害6級', 'physical', [['hearing', '6']]],
    ['体幹三級', 'physical', [['trunk', '3']]],
    ['肢体2級', 'physical', [['limb', '2']]],
    ['両下肢1', 'physical', [['lower-limb', '1']]],
    ['視覚', 'physical', [['visual', null]]],
    ['Ⓐ', 'intellectual', [['intellectual', 'Ⓐ']]],
    ['○A', 'intellectual', [['intellectual', 'Ⓐ']]],
    ['マルB', 'intellectual', [['intellectual', 'Ⓑ']]],
    ['A', 'intellectual', [['intellectual', 'A']]],
    ['A', 'intellectual', [['intellectual', 'A']]],
    ['Ⓑ(中度)', 'intellectual', [['intellectual', 'Ⓑ']]],
    ['B(中度)', 'intellectual', [['intellectual', 'Ⓑ']]],
    ['最重度', 'intellectual', [['intellectual', 'Ⓐ']]],
    ['軽度', 'intellectual', [['intellectual', 'B']]],
    ['有', 'intellectual', [['intellectual', null]]],
    ['2級', 'mental', [['mental', '2']]],
    ['1', 'mental', [['mental', '1']]],
    ['2', 'mental', [['mental', '2']]],
    ['パーキンソン病', 'disease', [['intractable-disease', null]]],
    ['○', 'disease', [['intractable-disease', null]]],
    [
      '身体1級(視覚)、療育A、精神2級',
      'any',
      [
        ['visual', '1'],
        ['intellectual', 'A'],
        ['mental', '2'],
      ],
    ],
    [
      '視覚1級、Ⓐ',
      'any',
      [
        ['visual', '1'],
        ['intellectual', 'Ⓐ'],
      ],
    ],
    ['なし', 'physical', []],
    ['無', 'mental', []],
  ];
  it.each(cases)('reads %s in a %s column', (cell, column, expected) => {
    const read = parseDisabilities(cell, column, '手帳');
    expect(read.value).toEqual(expected.map(([kind, grade]) => ({ kind, grade })));
    expect(read.repairs).toEqual([]);
  });

  it('says what another prefecture calls A1', () => {
    const read = parseDisabilities('A1', 'intellectual', '療育手帳');
    expect(read.value).toEqual([{ kind: 'intellectual', grade: 'Ⓐ' }]);
    expect(codes(read)).toEqual(['roster.read-as']);
  });

  it('keeps what it can read and says the rest', () => {
    const read = parseDisabilities('視覚1級、猫背', 'physical', '身体障害者手帳');
    expect(read.value).toEqual([{ kind: 'visual', grade: '1' }]);
    expect(read.repairs.map(({ ja }) => ja)).toEqual([
      '身体障害者手帳のうち『猫背』を読めません: 読めた分だけを取り込みます',
    ]);
  });

  it.each([
    ['2級', 'physical', 'roster.disability-kind-missing'],
    ['有', 'physical', 'roster.disability-kind-missing'],
    ['要確認', 'physical', 'roster.unreadable-value'],
    ['要確認', 'mental', 'roster.unreadable-value'],
  ] as const)('has no kind for %s in a %s column', (cell, column, code) => {
    const read = parseDisabilities(cell, column, '手帳');
    expect(read.value).toBeNull();
    expect(codes(read)).toEqual([code]);
  });

  it('drops a grade that the certificate does not have', () => {
    const read = parseDisabilities('4級', 'mental', '精神手帳');
    expect(read.value).toEqual([{ kind: 'mental', grade: null }]);
    expect(codes(read)).toEqual(['roster.partly-unreadable-value']);
  });

  it.each([
    ['2級', '肢体(下肢)', [['lower-limb', '2']]],
    ['2', '視覚', [['visual', '2']]],
    [
      '1級',
      '上肢・体幹',
      [
        ['upper-limb', '1'],
        ['trunk', '1'],
      ],
    ],
    [
      '1級',
      '視覚1級、聴覚3級',
      [
        ['visual', '1'],
        ['hearing', '3'],
      ],
    ],
    ['', '視覚', [['visual', null]]],
    ['1級', '有', null],
    ['なし', '', []],
    ['', '', null],
  ] as const)('joins grade %s and kind %s', (grade, kind, expected) => {
    expect(parsePhysicalInTwoColumns(grade, kind, '身体障害者手帳').value).toEqual(
      expected === null ? null : expected.map(([k, g]) => ({ kind: k, grade: g })),
    );
  });
});

describe('devices', () => {
  it.each([
    ['人工呼吸器', ['ventilator']],
    ['人工呼吸器、たん吸引', ['ventilator', 'suction']],
    ['吸引器・在宅酸素', ['suction', 'oxygen-concentrator']],
    ['HOT', ['oxygen-concentrator']],
    ['人工透析(週3回)', ['dialysis']],
    ['胃ろう', ['tube-feeding']],
    ['無', []],
  ])('reads %s', (cell, expected) => {
    expect(parseDevices(cell)).toEqual({ value: expected, repairs: [] });
  });

  it('does not take a cylinder for a concentrator, nor CPAP for a ventilator', () => {
    for (const cell of ['酸素ボンベ', 'CPAP', '有']) {
      expect(parseDevices(cell).value).toBeNull();
      expect(codes(parseDevices(cell))).toEqual(['roster.unreadable-value']);
    }
    const mixed = parseDevices('吸引器、CPAP');
    expect(mixed.value).toEqual(['suction']);
    expect(codes(mixed)).toEqual(['roster.partly-unreadable-value']);
  });

  it('reads a column of its own', () => {
    expect(parseDeviceFlag('○', 'suction', '吸引器').value).toEqual(['suction']);
    expect(parseDeviceFlag('×', 'suction', '吸引器').value).toEqual([]);
    expect(parseDeviceFlag('', 'suction', '吸引器')).toEqual({ value: null, repairs: [] });
    expect(codes(parseDeviceFlag('夜間のみ', 'suction', '吸引器'))).toEqual([
      'roster.unreadable-value',
    ]);
  });
});

describe('household', () => {
  it.each([
    ['独居', 'alone'],
    ['一人暮らし', 'alone'],
    ['ひとり暮らし', 'alone'],
    ['同居なし', 'alone'],
    ['1人', 'alone'],
    ['高齢者のみの世帯', 'elderly-only'],
    ['高齢者夫婦', 'elderly-only'],
    ['同居(長男家族)', 'with-family'],
    ['家族と同居', 'with-family'],
    ['施設入所', 'facility'],
    ['グループホーム', 'facility'],
  ])('reads %s as %s', (cell, expected) => {
    expect(parseHousehold(cell)).toEqual({ value: expected, repairs: [] });
  });
  it.each(['日中独居', '2人', '1', '入院中'])('never guesses %s', (cell) => {
    expect(parseHousehold(cell).value).toBeNull();
    expect(codes(parseHousehold(cell))).toEqual(['roster.unreadable-value']);
  });
});

describe('communication', () => {
  it.each([
    ['問題なし', 'none'],
    ['なし', 'none'],
    ['会話可能', 'none'],
    ['耳が聞こえない', 'perception'],
    ['筆談', 'perception'],
    ['難聴あり', 'perception'],
    ['認知症のため判断が難しい', 'judgement'],
    ['日本語が話せない', 'language'],
  ])('reads %s as %s', (cell, expected) => {
    expect(parseCommunication(cell)).toEqual({ value: expected, repairs: [] });
  });
  it('keeps the first of several and says so', () => {
    const read = parseCommunication('手話・認知症');
    expect(read.value).toBe('perception');
    expect(codes(read)).toEqual(['roster.several-communication-needs']);
  });
  it.each(['聞こえに問題なし', 'その他'])('does not read %s as a need', (cell) => {
    expect(parseCommunication(cell).value).toBeNull();
    expect(codes(parseCommunication(cell))).toEqual(['roster.unreadable-value']);
  });
});

describe('plan', () => {
  it.each([
    ['未作成', 'none'],
    ['無', 'none'],
    ['作成中', 'draft'],
    ['作成済', 'complete'],
    ['有', 'complete'],
    ['○', 'complete'],
    ['令和6年3月1日', 'complete'],
    ['R6.3.1', 'complete'],
    ['2024/3/1作成', 'complete'],
  ])('reads %s as %s', (cell, expected) => {
    expect(parsePlan(cell)).toEqual({ value: expected, repairs: [] });
  });
  it('knows nothing from an empty cell', () => {
    expect(parsePlan(' ')).toEqual({ value: null, repairs: [] });
  });
  it.each(['同意なし', '令和6年度に検討'])('does not guess %s', (cell) => {
    expect(parsePlan(cell).value).toBeNull();
    expect(codes(parsePlan(cell))).toEqual(['roster.unreadable-value']);
  });
});

describe('sex and phone', () => {
  it.each([
    ['男', 'male'],
    ['女性', 'female'],
    ['1', 'male'],
    ['2', 'female'],
    ['その他', 'other'],
    ['9', null],
  ])('reads %s as %s', (cell, expected) => {
    expect(parseSex(cell)).toEqual({ value: expected, repairs: [] });
  });
  it('keeps a phone number as written and restores a lost zero', () => {
    expect(parsePhone('0829-30-1234')).toEqual({ value: '0829-30-1234', repairs: [] });
    expect(parsePhone('829301234')).toMatchObject({ value: '0829301234' });
    expect(parsePhone('9012345678')).toMatchObject({ value: '09012345678' });
    expect(parsePhone('1234')).toEqual({ value: '1234', repairs: [] });
  });
});

describe('position', () => {
  const cells = { hasAccuracyColumn: true, assumed: 'block' as const };
  it.each([
    [
      '34.35',
      '132.33',
      '建物',
      { accuracy: 'building', position: [132.33, 34.35], radiusMeters: 10 },
      [],
    ],
    [
      '34.35',
      '132.33',
      '街区レベル',
      { accuracy: 'block', position: [132.33, 34.35], radiusMeters: 60 },
      [],
    ],
    [
      '132.33',
      '34.35',
      '手動',
      { accuracy: 'manual', position: [132.33, 34.35], radiusMeters: 5 },
      ['roster.position-swapped'],
    ],
    [
      '34.35',
      '132.33',
      '',
      { accuracy: 'block', position: [132.33, 34.35], radiusMeters: 60 },
      ['roster.accuracy-assumed'],
    ],
    ['0', '0', '', null, ['roster.position-unreadable']],
    ['34.35', '', '', null, ['roster.position-unreadable']],
    ['34°20′', '132°19′', '', null, ['roster.position-unreadable']],
    ['', '', '建物', null, []],
  ])('reads %s, %s, %s', (latitude, longitude, accuracy, expected, notes) => {
    const read = parsePosition({ ...cells, latitude, longitude, accuracy });
    expect(read.value).toEqual(expected);
    expect(codes(read)).toEqual(notes);
  });
});
