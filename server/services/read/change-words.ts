import { CARE_LEVEL_LABELS, CARE_LEVELS } from '#domain/resident/care-level';
import {
  ACCURACY_LABELS,
  type Bilingual,
  COMMUNICATION_LABELS,
  DEVICE_LABELS,
  DISABILITY_LABELS,
  FACT_LABELS,
  HOUSEHOLD_LABELS,
  PLAN_LABELS,
  RELATION_LABELS,
} from '#domain/resident/labels';
import { vocabularies } from '#domain/resident/vocabularies';

const NAMES: Readonly<Record<string, Bilingual>> = {
  name: { ja: '氏名', en: 'Name' },
  nameKana: { ja: 'フリガナ', en: 'Reading' },
  birthDate: { ja: '生年月日', en: 'Date of birth' },
  sex: { ja: '性別', en: 'Sex' },
  address: { ja: '住所', en: 'Address' },
  phone: { ja: '電話', en: 'Phone' },
  district: { ja: '地区', en: 'District' },
  reason: { ja: '支援が必要な理由', en: 'Why support is needed' },
  notes: { ja: '備考', en: 'Notes' },
  positionSource: { ja: '位置の根拠', en: 'Source of the position' },
  accuracy: FACT_LABELS.positionAccuracy,
  relation: FACT_LABELS.anyZone,
  redRelation: FACT_LABELS.redZone,
  careLevel: FACT_LABELS.careLevel,
  disabilities: FACT_LABELS.disabilities,
  devices: FACT_LABELS.devices,
  household: FACT_LABELS.household,
  communication: FACT_LABELS.communication,
  plan: FACT_LABELS.plan,
};

const SEX: Readonly<Record<string, Bilingual>> = {
  female: { ja: '女', en: 'Female' },
  male: { ja: '男', en: 'Male' },
  other: { ja: 'その他', en: 'Other' },
};

/** Words for the values of facts that have a closed vocabulary. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  sex: SEX,
  accuracy: ACCURACY_LABELS,
  relation: RELATION_LABELS,
  redRelation: RELATION_LABELS,
  careLevel: Object.fromEntries(CARE_LEVELS.map((level) => [level, CARE_LEVEL_LABELS[level]])),
  devices: DEVICE_LABELS,
  household: HOUSEHOLD_LABELS,
  communication: COMMUNICATION_LABELS,
  plan: PLAN_LABELS,
};

interface ChangeWords {
  readonly label: { ja: string; en: string };
  readonly from: { ja: string; en: string } | null;
  readonly to: { ja: string; en: string } | null;
}

/** Fact by fact what it was and what it became; what stayed as it was is left out. null = not known. */
export function changeWords(
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
): ChangeWords[] {
  return Object.entries(changes).flatMap(([fact, [from, to]]) =>
    JSON.stringify(from) === JSON.stringify(to)
      ? []
      : [
          {
            label: { ...(NAMES[fact] ?? { ja: fact, en: fact }) },
            from: wordsOf(fact, from),
            to: wordsOf(fact, to),
          },
        ],
  );
}

function wordsOf(fact: string, value: unknown): { ja: string; en: string } | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => wordsOf(fact, one) ?? []);
    if (all.length === 0) return { ja: 'なし', en: 'None' };
    return { ja: all.map(({ ja }) => ja).join('、'), en: all.map(({ en }) => en).join(', ') };
  }
  if (typeof value === 'object') return disabilityWords(value);
  const text = String(value);
  return { ...(VALUES[fact]?.[text] ?? { ja: text, en: text }) };
}

function disabilityWords(value: object): { ja: string; en: string } | null {
  const kind = 'kind' in value ? String(value.kind) : '';
  const grade = 'grade' in value && value.grade !== null ? ` ${String(value.grade)}` : '';
  const known = vocabularies.disabilityKind.words.find((word) => word === kind);
  if (known === undefined) return null;
  const { ja, en } = DISABILITY_LABELS[known];
  return { ja: `${ja}${grade}`, en: `${en}${grade}` };
}
