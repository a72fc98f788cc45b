import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN } from '../../../server/domain/plan/plan.ts';
import { mapBook } from '../../../server/output/paper/sheets/map-book.ts';
import { personSheet } from '../../../server/output/paper/sheets/person-sheet.ts';
import {
  dateWithEra,
  districtWords,
  metersWords,
  routeWords,
} from '../../../server/output/paper/sheets/plan-words.ts';
import { shelterSheet } from '../../../server/output/paper/sheets/shelter-sheet.ts';
import { supporterSheet } from '../../../server/output/paper/sheets/supporter-sheet.ts';
import { EXAMPLE_CONTENT, examplePlan } from './support/example-plan.ts';

const plan = examplePlan();
const { surroundings } = plan;
const shelter = {
  municipalityName: '道標市',
  shelterName: '道標福祉センター',
  plans: [plan],
  printedOn: '2026-11-29',
};
const district = {
  municipalityName: '道標市',
  districtName: '山手',
  plans: [plan],
  surroundings,
  printedOn: '2026-11-29',
};
/** Without what is drawn by coordinates alone. */
const words = (sheet: object) =>
  JSON.stringify(sheet, (key, value: unknown) =>
    ['ground', 'zones', 'route', 'box'].includes(key) ? undefined : value,
  );

describe('what stands on a sheet', () => {
  it('says until when to begin, and what is not in that', () => {
    // 120 − 21 on the way − 30 of preparation − 10 until the supporter sets out.
    const start = '遅くとも警戒レベル3の発表から59分後(支援者が来るまでを含まない)';
    for (const sheet of [personSheet(plan), supporterSheet(plan, 's1')])
      expect(words(sheet)).toContain(start);
    const withoutRoute = { ...plan, content: { ...EXAMPLE_CONTENT, route: null } };
    expect(words(personSheet(withoutRoute))).toContain(
      '80分後(避難先までの移動、支援者が来るまでを含まない)',
    );
  });

  it('says on every paper of a plan that nobody is bound by it and whose life comes first', () => {
    for (const sheet of [personSheet(plan), supporterSheet(plan, 's1'), mapBook(district)]) {
      expect(words(sheet)).toContain('約束するものではありません');
      expect(words(sheet)).toContain('法的な義務や責任を負いません');
      expect(words(sheet)).toContain('支援する人と家族の身の安全が先です');
    }
  });

  it('never calls a place safe', () => {
    const sheets = [
      personSheet(plan),
      supporterSheet(plan, 's1'),
      mapBook(district),
      shelterSheet(shelter),
    ];
    for (const sheet of sheets)
      expect(words(sheet).replaceAll('身の安全が先です', '')).not.toMatch(/安全|safe/i);
  });

  it('gives a supporter neither the others, nor medicine, care services and where relatives live', () => {
    const text = words(supporterSheet(plan, 's1'));
    expect(text).toContain('隣野 四郎');
    expect(text).toContain('車いすを押す');
    for (const hidden of [
      '山手自主防災会',
      'お薬手帳は冷蔵庫',
      '仮名 三郎',
      'デイサービス',
      '昭和',
      '道標市北町4-5',
    ])
      expect(text).not.toContain(hidden);
  });

  it('gives a shelter neither the home nor the way', () => {
    const text = words(shelterSheet(shelter));
    expect(text).toContain('酸素濃縮器');
    expect(text).toContain('150W');
    for (const hidden of ['道標市山手1-2', '特別警戒区域', '1階の居間', '昭和'])
      expect(text).not.toContain(hidden);
  });

  it('tells a shelter how many devices draw an unknown power and counts none of them as nothing', () => {
    const [device] = EXAMPLE_CONTENT.body.devices;
    const body = { ...EXAMPLE_CONTENT.body, devices: [{ ...device!, watts: null }] };
    const unknown = examplePlan({ content: { ...EXAMPLE_CONTENT, body } });
    const text = words(shelterSheet({ ...shelter, plans: [plan, unknown] }));
    expect(text).toContain('医療機器 2台、あわせて150W、ほかに消費電力の不明な機器 1台(要確認)');
  });

  it('prints what nobody has said yet as unknown and not as nothing', () => {
    const sheet = personSheet(examplePlan({ content: EMPTY_PLAN }));
    const [answers] = sheet.blocks;
    if (answers?.kind !== 'answers') throw new Error('the answers come first');
    expect(answers.answers.map(({ answer }) => answer)).toEqual([
      '「警戒レベル3 高齢者等避難」が出たら',
      null,
      null,
    ]);
    const tables = sheet.blocks.filter(({ kind }) => kind === 'table' || kind === 'checks');
    expect(tables.filter((block) => 'none' in block && block.none === null)).toHaveLength(3);
  });

  it('warns on paper of a plan that is not in force', () => {
    expect(personSheet(plan).warning).toBeNull();
    expect(personSheet(examplePlan({ stage: 'review-due' })).warning).toContain('見直しが必要');
    expect(personSheet(examplePlan({ stage: 'drafting' })).warning).toContain('作成中');
    expect(personSheet(examplePlan({ stage: 'ended' })).warning).toContain('使わないで');
  });

  it('says on the map what it does not show', () => {
    const bare = { ...surroundings, zones: [], zonesAsOf: [], roadsAsOf: [] };
    const person = { ...plan.person, position: null, accuracy: 'none' as const };
    const text = words(personSheet(examplePlan({ surroundings: bare, person })));
    expect(text).toContain('自宅の位置は不明です(要確認)');
    expect(text).toContain('土砂災害警戒区域のデータがありません');
    expect(text).toContain('道路のデータがありません');
  });
});

describe('words on paper', () => {
  it('writes dates with the era', () => {
    expect(dateWithEra('2019-04-30')).toBe('2019年(平成31年)4月30日');
    expect(dateWithEra('2019-05-01')).toBe('2019年(令和元年)5月1日');
    expect(dateWithEra('1926-12-24')).toBe('1926年(大正15年)12月24日');
  });

  it('says the word for a district once', () => {
    expect(['山手', '横根地区'].map(districtWords)).toEqual(['山手地区', '横根地区']);
  });

  it('never rounds metres inside of a zone down to none', () => {
    expect(metersWords(3)).toBe('10m未満');
    expect(metersWords(1240)).toBe('約1.2km');
    const route = EXAMPLE_CONTENT.route!;
    expect(routeWords({ ...route, redMeters: 3, anyMeters: 3, unknownMeters: 0 })).toEqual([
      '特別警戒区域の中を10m未満通る',
    ]);
    expect(routeWords({ ...route, redMeters: 0, anyMeters: 0, unknownMeters: 0 })).toEqual([
      'データにある区域の中は通らない',
    ]);
  });
});
