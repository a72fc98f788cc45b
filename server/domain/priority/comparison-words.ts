import { CARE_LEVEL_LABELS, CARE_LEVELS, type CareLevel } from '#domain/resident/care-level';
import type { DisabilityKind } from '#domain/resident/disability';
import {
  ACCURACY_LABELS,
  type Bilingual,
  COMMUNICATION_LABELS,
  DEVICE_LABELS,
  DISABILITY_LABELS,
  HOUSEHOLD_LABELS,
  PHENOMENON_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import type { Comparison, DisabilityComparison } from './criteria.ts';

/** What a comparison asks for, without the name of the fact: 要介護3以上 / Care 3 or higher. */
export function comparisonWords(comparison: Comparison): Bilingual {
  switch (comparison.fact) {
    case 'redZone':
    case 'anyZone':
      return oneOf(comparison.oneOf.map((relation) => RELATION_LABELS[relation]));
    case 'phenomena':
      return oneOf(comparison.includesAny.map((phenomenon) => PHENOMENON_LABELS[phenomenon]));
    case 'positionAccuracy':
      return oneOf(comparison.oneOf.map((accuracy) => ACCURACY_LABELS[accuracy]));
    case 'age':
      return { ja: `${comparison.atLeast}歳以上`, en: `${comparison.atLeast} or over` };
    case 'careLevel':
      return 'atLeast' in comparison
        ? atLeastCare(CARE_LEVEL_LABELS[comparison.atLeast])
        : careLevels(comparison.oneOf);
    case 'disabilities':
      return disability(comparison);
    case 'devices':
      return oneOf(comparison.includesAny.map((device) => DEVICE_LABELS[device]));
    case 'household':
      return oneOf(comparison.oneOf.map((household) => HOUSEHOLD_LABELS[household]));
    case 'communication':
      return oneOf(comparison.oneOf.map((need) => COMMUNICATION_LABELS[need]));
    case 'supporterCount': {
      const { atMost } = comparison;
      return atMost === 0
        ? { ja: '0人', en: 'none' }
        : { ja: `${atMost}人以下`, en: `at most ${atMost}` };
    }
    case 'plan':
      return oneOf(comparison.oneOf.map((plan) => PLAN_LABELS[plan]));
  }
}

function oneOf(labels: readonly Bilingual[]): Bilingual {
  return {
    ja: labels.map((label) => label.ja).join('、'),
    en: labels.map((label) => label.en).join(', '),
  };
}

function atLeastCare(label: Bilingual): Bilingual {
  return { ja: `${label.ja}以上`, en: `${label.en} or higher` };
}

/** Three or more neighbouring levels are said as a range. */
function careLevels(levels: readonly CareLevel[]): Bilingual {
  const sorted = CARE_LEVELS.filter((level) => levels.includes(level));
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first !== undefined && last !== undefined && sorted.length > 2) {
    const span = CARE_LEVELS.indexOf(last) - CARE_LEVELS.indexOf(first) + 1;
    const [from, to] = [CARE_LEVEL_LABELS[first], CARE_LEVEL_LABELS[last]];
    if (span === sorted.length) return { ja: `${from.ja}~${to.ja}`, en: `${from.en} to ${to.en}` };
  }
  return oneOf(sorted.map((level) => CARE_LEVEL_LABELS[level]));
}

function disability(comparison: DisabilityComparison): Bilingual {
  const kinds = oneOf(comparison.kinds.map(askedKind));
  if ('gradeAtMost' in comparison) {
    const limit = comparison.gradeAtMost;
    const range = limit === 1 ? '1' : `1~${limit}`;
    return { ja: `${kinds.ja}の${range}級`, en: `${kinds.en} of grade ${range.replace('~', '–')}` };
  }
  if ('gradeOneOf' in comparison) {
    const grades = comparison.gradeOneOf;
    const japanese = grades.map(gradeInJapanese).join('・');
    return { ja: `${kinds.ja}の${japanese}`, en: `${kinds.en} of grade ${grades.join(' or ')}` };
  }
  return kinds;
}

/** A condition that asks for `limb` means any limb; in the facts it means that which is not known. */
function askedKind(kind: DisabilityKind): Bilingual {
  return kind === 'limb' ? { ja: '肢体不自由', en: 'Limb' } : DISABILITY_LABELS[kind];
}

/** 2 → 2級; letters of 療育手帳 stand alone. */
export function gradeInJapanese(grade: string): string {
  return /^\d+$/.test(grade) ? `${grade}級` : grade;
}
