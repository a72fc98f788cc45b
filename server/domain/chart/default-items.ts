import type { Bilingual } from '../resident/labels.ts';
import { FACTS, findFact } from './facts.ts';
import type { ChartItem } from './items.ts';

const PERCENT: Bilingual = { ja: '%', en: '%' };

const ratio = (id: string, ja: string, en: string, formula: string, note: string): ChartItem => ({
  ...{ id, label: { ja, en }, unit: PERCENT, note, formula },
  ...{ decimals: 1, retiredOn: null },
});

/** A fact as it is. */
const plain = (id: string, note = ''): ChartItem => {
  const fact = findFact(id);
  if (fact === null) throw new Error(`there is no fact ${id}`);
  return {
    ...{ id: id.replaceAll('.', '-'), label: fact.label, unit: fact.unit, note, formula: id },
    ...{ decimals: 0, retiredOn: null },
  };
};
const all = (...sources: readonly string[]) =>
  FACTS.filter(({ id }) => sources.some((start) => id.startsWith(start))).map(({ id }) =>
    plain(id),
  );

/** The chart until the city says otherwise: the figures that districts are reviewed by. */
export const DEFAULT_ITEMS: readonly ChartItem[] = [
  ...['population', 'population.65_74', 'population.75_', 'households'].map((id) => plain(id)),
  ratio(
    'elderly-ratio',
    '高齢化率',
    'Share of people over 65',
    'ratio(population.65_74 + population.75_, population)',
    '65歳以上の人口 ÷ 人口',
  ),
  plain('households.alone65'),
  plain('residents'),
  ratio(
    'residents-per-population',
    '人口に占める要支援者の割合',
    'Share of the population needing support',
    'ratio(residents, population)',
    '名簿の人数 ÷ 市の統計の人口。時点が違うことがあります',
  ),
  ...all('care.'),
  ...all('disability.').filter(({ id }) => id !== 'disability-none'),
  plain('power.some'),
  plain('household.alone'),
  ...all('hazard.'),
  plain('cutoff.some', '特別警戒区域の中の道路がすべて通れないとき、車で出られない人'),
  plain('cutoff.unlooked'),
  ...all('plan.').filter(({ id }) => id !== 'plan-unseen'),
  ratio(
    'plan-ratio',
    '計画の作成率',
    'Share with a plan',
    'ratio(plan.in_force + plan.review_due, residents)',
    '共有済み・運用中と見直しが必要な計画の人 ÷ 要支援者',
  ),
  ...all('supporters.'),
  ratio(
    'supporter-ratio',
    '支援者のいる割合',
    'Share with a supporter',
    'ratio(supporters.some, residents)',
    '不明の人は、いない側に数えていません',
  ),
  ...all('shelter.', 'welfare.'),
  ratio(
    'welfare-capacity-ratio',
    '要支援者に対する福祉避難所の収容人数',
    'Capacity of welfare shelters against people needing support',
    'ratio(welfare.capacity, residents)',
    '収容人数が不明の福祉避難所は入っていません',
  ),
  plain('drill.held', '複数の避難所で行った訓練は、それぞれの地区に数えます'),
  ...all('drill.open', 'relay.'),
  ...all('facility.', 'group.'),
];
