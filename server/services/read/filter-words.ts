import type { AGE_BANDS, ResidentQuery, ResidentSort } from '#contract/resident';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import {
  ACCURACY_LABELS,
  type Bilingual,
  FACT_LABELS,
  HOUSEHOLD_LABELS,
  PHENOMENON_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import { FACETS, type Facet, wantedChoices } from './facets.ts';

const UNKNOWN: Bilingual = { ja: '不明', en: 'unknown' };
const NAMES: Readonly<Record<Facet, Bilingual>> = {
  district: { ja: '地区', en: 'District' },
  tier: { ja: '優先', en: 'Tier' },
  red: FACT_LABELS.redZone,
  relation: FACT_LABELS.anyZone,
  careLevel: FACT_LABELS.careLevel,
  accuracy: FACT_LABELS.positionAccuracy,
  plan: FACT_LABELS.plan,
  powerDependent: { ja: '電源が必要', en: 'Needs power' },
  phenomenon: FACT_LABELS.phenomena,
  household: FACT_LABELS.household,
  supporters: FACT_LABELS.supporterCount,
  age: FACT_LABELS.age,
  possibleTier: { ja: '不明な点しだいの優先', en: 'Possible tier' },
};

const AGES: Readonly<Record<(typeof AGE_BANDS)[number], Bilingual>> = {
  '0-17': { ja: '0~17歳', en: '0 to 17' },
  '18-64': { ja: '18~64歳', en: '18 to 64' },
  '65-74': { ja: '65~74歳', en: '65 to 74' },
  '75-84': { ja: '75~84歳', en: '75 to 84' },
  '85-': { ja: '85歳以上', en: '85 and over' },
};

const tierWords = (tier: string): Bilingual => ({ ja: `第${tier}優先`, en: `Tier ${tier}` });

const VALUES: Readonly<Record<Facet, Readonly<Record<string, Bilingual>> | null>> = {
  district: null,
  tier: null,
  possibleTier: null,
  red: RELATION_LABELS,
  relation: RELATION_LABELS,
  careLevel: CARE_LEVEL_LABELS,
  accuracy: ACCURACY_LABELS,
  plan: PLAN_LABELS,
  powerDependent: { true: { ja: '必要', en: 'yes' }, false: { ja: '不要', en: 'no' } },
  phenomenon: { ...PHENOMENON_LABELS, none: { ja: 'なし', en: 'none' } },
  household: HOUSEHOLD_LABELS,
  supporters: { none: { ja: 'なし', en: 'none' }, some: { ja: 'あり', en: 'some' } },
  age: AGES,
};

const SORTS: Readonly<Record<ResidentSort, Bilingual>> = {
  rank: { ja: '順位', en: 'rank' },
  name: { ja: '氏名', en: 'name' },
  district: { ja: '地区', en: 'district' },
  careLevel: { ja: '要介護度', en: 'care level' },
  distance: { ja: '境界までの距離', en: 'distance to the boundary' },
  age: { ja: '年齢', en: 'age' },
  accuracy: { ja: '位置の精度', en: 'accuracy of the position' },
  possibleTier: { ja: '不明な点しだいの優先', en: 'possible tier' },
  supporters: { ja: '避難支援等実施者の数', en: 'supporters' },
};

/** The filters of a query in words, e.g. 地区: 山手、浜手 / 要介護度: 要介護5. */
export function filterWords(query: ResidentQuery): Bilingual {
  const said = FACETS.flatMap((facet) => {
    const wanted = wantedChoices(query, facet);
    if (wanted === undefined) return [];
    const values = wanted.map((choice) => valueWords(facet, choice));
    return [
      {
        ja: `${NAMES[facet].ja}: ${values.map(({ ja }) => ja).join('、')}`,
        en: `${NAMES[facet].en}: ${values.map(({ en }) => en).join(', ')}`,
      },
    ];
  });
  if (query.archived === 'true')
    said.unshift({ ja: '名簿から外れた人', en: 'People who left the roster' });
  if (said.length === 0) return { ja: '絞り込みなし(全員)', en: 'No filter (everybody)' };
  return {
    ja: said.map(({ ja }) => ja).join(' / '),
    en: said.map(({ en }) => en).join(' / '),
  };
}

/** The order of the list in words, e.g. 地区、年齢(降順). */
export function sortWords({ sort }: ResidentQuery): Bilingual {
  return {
    ja: sort
      .map(({ key, isDescending }) => SORTS[key].ja + (isDescending ? '(降順)' : ''))
      .join('、'),
    en: sort
      .map(({ key, isDescending }) => SORTS[key].en + (isDescending ? ' (descending)' : ''))
      .join(', '),
  };
}

function valueWords(facet: Facet, choice: string): Bilingual {
  if (facet === 'tier' || facet === 'possibleTier') return tierWords(choice);
  if (facet === 'district' && choice !== 'unknown') return { ja: choice, en: choice };
  return VALUES[facet]?.[choice] ?? UNKNOWN;
}
