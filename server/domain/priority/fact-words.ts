import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import type { Disability } from '#domain/resident/disability';
import type { FactName, ResidentFacts } from '#domain/resident/facts';
import {
  ACCURACY_LABELS,
  type Bilingual,
  COMMUNICATION_LABELS,
  DEVICE_LABELS,
  DISABILITY_LABELS,
  FACT_LABELS,
  HOUSEHOLD_LABELS,
  PHENOMENON_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import { gradeInJapanese } from './comparison-words.ts';

/**
 * A fact as one line, with where it comes from and the day it stands for:
 * 要介護度:要介護4(roster.csv、2026年4月1日現在). A missing one is said: 要介護度:不明(名簿に記載なし).
 */
export function factWords(facts: ResidentFacts, name: FactName): Bilingual {
  const label = FACT_LABELS[name];
  const value = valueWords(facts, name);
  const remarks =
    value === null
      ? [missingRemark(facts, name), ...asOf(facts, name)]
      : [...undeterminedRemark(facts, name), ...provenance(facts, name)];
  const said = value ?? { ja: '不明', en: 'not known' };
  return {
    ja: `${label.ja}:${said.ja}(${remarks.map((remark) => remark.ja).join('、')})`,
    en: `${label.en}: ${said.en} (${remarks.map((remark) => remark.en).join(', ')})`,
  };
}

function valueWords(facts: ResidentFacts, name: FactName): Bilingual | null {
  switch (name) {
    case 'redZone':
    case 'anyZone':
      return labelOf(facts[name].value, RELATION_LABELS);
    case 'phenomena':
      return list(facts.phenomena.value, (phenomenon) => PHENOMENON_LABELS[phenomenon]);
    case 'positionAccuracy':
      return labelOf(facts.positionAccuracy.value, ACCURACY_LABELS);
    case 'age': {
      const age = facts.age.value;
      return age === null ? null : { ja: `${age}歳`, en: `${age}` };
    }
    case 'careLevel':
      return labelOf(facts.careLevel.value, CARE_LEVEL_LABELS);
    case 'disabilities':
      return list(facts.disabilities.value, disabilityWords);
    case 'devices':
      return list(facts.devices.value, (device) => DEVICE_LABELS[device]);
    case 'household':
      return labelOf(facts.household.value, HOUSEHOLD_LABELS);
    case 'communication':
      return labelOf(facts.communication.value, COMMUNICATION_LABELS);
    case 'supporterCount': {
      const count = facts.supporterCount.value;
      return count === null ? null : { ja: `${count}人`, en: `${count}` };
    }
    case 'plan':
      return labelOf(facts.plan.value, PLAN_LABELS);
  }
}

function labelOf<Value extends string>(
  value: Value | null,
  labels: Readonly<Record<Value, Bilingual>>,
): Bilingual | null {
  return value === null ? null : labels[value];
}

function list<Item>(
  items: readonly Item[] | null,
  words: (item: Item) => Bilingual,
): Bilingual | null {
  if (items === null) return null;
  if (items.length === 0) return { ja: 'なし', en: 'none' };
  const said = items.map(words);
  return {
    ja: said.map((item) => item.ja).join('、'),
    en: said.map((item) => item.en).join('; '),
  };
}

/** 視覚障害2級, 療育手帳Ⓐ, 難病; a grade that the file leaves out is said to be unknown. */
export function disabilityWords({ kind, grade }: Disability): Bilingual {
  const label = DISABILITY_LABELS[kind];
  if (grade !== null)
    return { ja: `${label.ja}${gradeInJapanese(grade)}`, en: `${label.en}, grade ${grade}` };
  if (kind === 'intractable-disease') return label;
  return { ja: `${label.ja}(等級不明)`, en: `${label.en}, grade not known` };
}

function undeterminedRemark(facts: ResidentFacts, name: FactName): readonly Bilingual[] {
  if (name !== 'redZone' && name !== 'anyZone') return [];
  if (facts[name].value !== 'undetermined') return [];
  switch (facts.positionAccuracy.value) {
    case 'town':
      return [{ ja: '住所が町名までのため', en: 'the address is known to the town only' }];
    case 'block':
      return [{ ja: '住所が街区までのため', en: 'the address is known to the block only' }];
    case 'none':
    case null:
      return [{ ja: '位置が分からないため', en: 'the position is not known' }];
    default:
      return [{ ja: '位置の誤差が大きいため', en: 'the position may be too far off' }];
  }
}

function missingRemark(facts: ResidentFacts, name: FactName): Bilingual {
  const { source } = facts[name];
  if (source !== null) return { ja: `${source}に記載なし`, en: `not in ${source}` };
  switch (name) {
    case 'redZone':
    case 'anyZone':
    case 'phenomena':
      return { ja: 'まだ判定していません', en: 'not checked yet' };
    case 'positionAccuracy':
      return { ja: '位置の記録なし', en: 'no position recorded' };
    case 'plan':
      return { ja: '計画の記録なし', en: 'no record of a plan' };
    default:
      return { ja: '名簿に記載なし', en: 'not in the roster' };
  }
}

function provenance(facts: ResidentFacts, name: FactName): readonly Bilingual[] {
  const { source } = facts[name];
  const said =
    source === null
      ? { ja: '出典の記録なし', en: 'source not recorded' }
      : { ja: source, en: source };
  return [said, ...asOf(facts, name)];
}

function asOf(facts: ResidentFacts, name: FactName): readonly Bilingual[] {
  const date = facts[name].asOf;
  if (date === null) return [];
  const [year, month, day] = date.split('-').map(Number);
  return [{ ja: `${year}年${month}月${day}日現在`, en: `as of ${date}` }];
}
