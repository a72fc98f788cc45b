import { expect, it } from 'vitest';
import type { Booking } from '../../../server/domain/plan/booking.ts';
import { bundleHelpers } from '../../../server/domain/plan/helper-bundles.ts';
import { planDeparture } from '../../../server/domain/plan/plan-departure.ts';
import { type HelperPart, helperSheet } from '../../../server/output/paper/sheets/helper-sheet.ts';
import { EXAMPLE_CONTENT, examplePlan } from './support/example-plan.ts';

const [NEIGHBOUR, ORGANISATION] = EXAMPLE_CONTENT.supporters;

/** Somebody of another name, with the neighbour as the supporter. */
function partOf(residentId: string, start: number | null, change: Partial<Booking> = {}) {
  const content = { ...EXAMPLE_CONTENT, supporters: [NEIGHBOUR!] };
  const plan = examplePlan({ content });
  const booking: Booking = {
    ...{
      planId: residentId,
      level: 3,
      helper: NEIGHBOUR!,
      withVehicle: true,
      latestStartMinutes: start,
    },
    ...{ readyMinutes: 10, wayMinutes: 5, preparationMinutes: 30, travelMinutes: 20, ...change },
  };
  const part: HelperPart = {
    ...{ residentId, supporterId: 's1', booking },
    plan: { ...plan, person: { ...plan.person, name: `架空 ${residentId}` } },
    departure: {
      ...planDeparture({ plan: content, waySeconds: [300], arrivalMinutes: {} }),
      latestStartMinutes: start,
    },
  };
  return part;
}
const sheetOf = (parts: readonly HelperPart[], change = {}) =>
  helperSheet({
    ...{
      municipalityName: '道標市',
      name: '隣野 四郎',
      isOrganisation: false,
      isNameShared: false,
    },
    ...{
      parts,
      backMinutes: () => 5,
      roadsAsOf: ['2026-01-01'],
      printedOn: '2026-11-29',
      ...change,
    },
  });
const textOf = (sheet: object) =>
  JSON.stringify(sheet, (key, value: unknown) =>
    ['ground', 'zones', 'route', 'box'].includes(key) ? undefined : value,
  );

it('tells a helper whom to come to first, by when, and where two need them at once', () => {
  const sheet = sheetOf([partOf('乙', 55), partOf('甲', 50)]);
  const [people, times, clashes] = sheet.blocks;
  if (people?.kind !== 'table' || times?.kind !== 'table' || clashes?.kind !== 'notices')
    throw new Error('people, times and what falls together come first');
  expect(people.rows.map(([place, name]) => [place, name?.slice(0, 4)])).toEqual([
    ['1', '架空 甲'],
    ['2', '架空 乙'],
  ]);
  expect(times.rows[0]).toEqual(['架空 甲', '50分後', '60分後', '65分後', '95分後', '115分後']);
  expect(clashes.lines[0]).toBe(
    '架空 甲さんと架空 乙さん:警戒レベル3の発表から65分後から115分後まで重なります。車も同じです。',
  );
  expect(clashes.lines[1]).toContain('架空 甲さん→架空 乙さん');
  expect(clashes.lines[1]).toContain('架空 乙さんは5分遅れる計算');
  expect(clashes.lines.at(-1)).toContain('2026年(令和8年)1月1日');
  // A page for each person, and neither the others who help them nor what is none of a helper's.
  expect(sheet.blocks.filter(({ kind }) => kind === 'new-page')).toHaveLength(2);
  for (const hidden of ['お薬手帳は冷蔵庫', '仮名 三郎', 'デイサービス'])
    expect(textOf(sheet)).not.toContain(hidden);
  expect(textOf(sheet)).not.toMatch(/安全(?!が先)|safe/i);
});

it('rules out no double booking where a time is not known, and reckons none for an organisation', () => {
  const open = textOf(sheetOf([partOf('甲', 50), partOf('乙', 60, { wayMinutes: null })]));
  expect(open).toContain('架空 乙さん:時刻を計算できないため、重なるかどうか分かりません');
  expect(open).not.toContain('重なりは見つかりませんでした');
  const known = textOf(sheetOf([partOf('甲', 0), partOf('乙', 300)]));
  expect(known).toContain('計算した時刻では、重なりは見つかりませんでした');
  const organisation = textOf(
    sheetOf([partOf('甲', 50), partOf('乙', 50)], { isOrganisation: true }),
  );
  expect(organisation).toContain('団体の中で決めてください');
  expect(organisation).not.toContain('重なります。');
});

it('says where the helper only stands in', () => {
  const sheet = sheetOf([{ ...partOf('甲', 50), booking: null }]);
  expect(textOf(sheet)).toContain('代わり(1番目)');
  expect(textOf(sheet)).not.toContain('時間の流れ');
});

it('bundles what is known to be one helper, and hands nobody the people of somebody of the same name', () => {
  const named = (residentId: string, ...supporters: object[]) => ({
    residentId,
    content: { supporters: supporters.map((one) => ({ ...NEIGHBOUR!, ...one })) },
  });
  const bare = { phone: null, address: null };
  const bundles = bundleHelpers([
    named('甲', {}, { ...ORGANISATION!, phone: '1' }),
    named('乙', { id: 's9', address: null }),
    named('丙', { name: '同名 花子', ...bare }),
    named('丁', { name: '同名 花子', ...bare, phone: '2' }),
  ]);
  expect(
    bundles.map(({ name, parts, isNameShared, isOrganisation }) => [
      ...[name, parts.map(({ residentId }) => residentId).join('')],
      ...[isNameShared, isOrganisation],
    ]),
  ).toEqual([
    ['同名 花子', '丁', true, false],
    ['同名 花子', '丙', true, false],
    ['山手自主防災会', '甲', false, true],
    ['隣野 四郎', '甲乙', false, false],
  ]);
});
