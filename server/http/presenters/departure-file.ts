import type { Departures } from '#contract/plan-departures';
import { DEPARTURE_PIECES, PIECE_LABELS } from '#domain/plan/departure';
import { PLAN_STAGE_LABELS } from '#domain/plan/states';
import { plainCell } from '../../output/plain-cell.ts';
import { csvBody } from './csv-body.ts';

type Plan = Departures['plans'][number];
type Language = 'ja' | 'en';

const HEADS = {
  ja: [
    '地区',
    '氏名',
    '計画の段階',
    '始める目安の警戒レベル',
    '遅くとも(レベル発表から分)',
    '不足(分)',
  ],
  en: ['District', 'Name', 'Stage', 'Warning level', 'Latest start (minutes)', 'Late by (minutes)'],
} as const;
const LAST = {
  ja: ['不明の項目', '説明', '重なりのある支援者'],
  en: ['Not known', 'In words', 'Supporters needed at two places'],
} as const;

/** When to begin, one line a plan, the earliest start first; minutes of each piece in a column of its own. */
export const departuresCsv = ({ plans, helpers }: Departures) =>
  csvBody('departures.csv', function* (language) {
    yield [
      ...HEADS[language],
      ...DEPARTURE_PIECES.map((piece) => `${PIECE_LABELS[piece][language]}(${MINUTES[language]})`),
      ...LAST[language],
    ];
    for (const plan of plans) yield lineOf(plan, clashing(plan, helpers), language);
  });

const MINUTES = { ja: '分', en: 'minutes' } as const;

function lineOf(plan: Plan, helpers: readonly string[], language: Language) {
  return [
    plainCell(plan.district),
    plainCell(plan.name),
    PLAN_STAGE_LABELS[plan.stage][language],
    plan.startAt,
    plan.latestStartMinutes,
    plan.lateByMinutes,
    ...DEPARTURE_PIECES.map(
      (piece) => plan.lines.find((line) => line.piece === piece)?.minutes ?? null,
    ),
    plan.missing.map((piece) => PIECE_LABELS[piece][language]).join('、'),
    plan.sentence[language],
    plainCell(helpers.join('、')),
  ];
}

/** Who is asked to be elsewhere while this person needs them. */
function clashing({ residentId }: Plan, helpers: Departures['helpers']): string[] {
  return helpers
    .filter(({ clashes }) => clashes.some(({ residentIds }) => residentIds.includes(residentId)))
    .map(({ name }) => name);
}
