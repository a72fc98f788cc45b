import type { ResidentRow } from '#contract/resident';
import type { Role } from '#domain/access/roles';
import { localDay } from '#domain/local-day';
import type { PlanContent } from '#domain/plan/plan';
import { PLAN_STAGE_LABELS, type PlanStage } from '#domain/plan/states';
import type { Bilingual } from '#domain/resident/labels';
import {
  DESTINATION_WORDS,
  deviceWords,
  LEVEL_WORDS,
  MEANS_WORDS,
  supporterTitle,
} from './paper/sheets/plan-words.ts';
import { plainCell } from './plain-cell.ts';
import type { Cell, Language } from './resident-columns.ts';

/** What a plan says, for a line of a file. */
export interface ExportedPlan {
  readonly row: ResidentRow;
  readonly stage: PlanStage;
  readonly version: number;
  readonly savedAt: Date;
  readonly content: PlanContent;
}

interface Column extends Bilingual {
  /** City hall alone: a district helps people out of their homes and needs none of it. */
  readonly isOfOffice?: boolean;
  readonly cell: (plan: ExportedPlan, language: Language) => Cell;
}

const joined = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join('、'));
const withPhone = (one: PlanContent['supporters'][number] | PlanContent['contacts'][number]) =>
  `${supporterTitle(one)} ${one.phone ?? ''}`.trim();

const COLUMNS: readonly Column[] = [
  { ja: '名簿番号', en: 'Roster number', isOfOffice: true, cell: ({ row }) => row.rosterNumber },
  { ja: '氏名', en: 'Name', cell: ({ row }) => row.name },
  { ja: 'フリガナ', en: 'Reading', cell: ({ row }) => row.nameKana },
  { ja: '年齢', en: 'Age', cell: ({ row }) => row.age },
  { ja: '地区', en: 'District', cell: ({ row }) => row.district },
  { ja: '住所', en: 'Address', cell: ({ row }) => row.address },
  {
    ja: '計画の段階',
    en: 'Stage',
    cell: ({ stage }, language) => PLAN_STAGE_LABELS[stage][language],
  },
  { ja: '版', en: 'Version', cell: ({ version }) => version },
  {
    ja: '保存した日',
    en: 'Saved on',
    cell: ({ savedAt }) => localDay(savedAt),
  },
  {
    ja: '避難を始める時',
    en: 'Start at',
    cell: ({ content }) => LEVEL_WORDS[content.departure.startAt],
  },
  {
    ja: '準備(分)',
    en: 'Minutes of preparation',
    cell: ({ content }) => content.departure.preparationMinutes,
  },
  {
    ja: '手段',
    en: 'Means',
    cell: ({ content: { means } }) => (means === null ? null : MEANS_WORDS[means]),
  },
  {
    ja: '避難先',
    en: 'Destination',
    cell: ({ content: { destination } }) => destination?.name ?? null,
  },
  {
    ja: '避難先の種類',
    en: 'Kind of destination',
    cell: ({ content: { destination } }) =>
      destination === null ? null : DESTINATION_WORDS[destination.kind],
  },
  {
    ja: '第2の避難先',
    en: 'Second destination',
    cell: ({ content }) => content.secondDestination?.name ?? null,
  },
  {
    ja: '避難支援等実施者',
    en: 'Supporters',
    cell: ({ content }) => joined(content.supporters.map(withPhone)),
  },
  {
    ja: '緊急時の連絡先',
    en: 'Contacts',
    cell: ({ content }) => joined(content.contacts.map(withPhone)),
  },
  { ja: '移動の状態', en: 'Mobility', cell: ({ content }) => content.body.mobility },
  { ja: '気をつけること', en: 'Caution', cell: ({ content }) => content.body.caution },
  {
    ja: '医療機器',
    en: 'Devices',
    isOfOffice: true,
    cell: ({ content }) => joined(content.body.devices.map(deviceWords)),
  },
  { ja: '薬', en: 'Medicine', isOfOffice: true, cell: ({ content }) => content.body.medicine },
  {
    ja: 'ケアマネジャー',
    en: 'Care manager',
    isOfOffice: true,
    cell: ({ content: { care } }) =>
      joined(
        [care.managerName, care.managerOffice, care.managerPhone].filter((one) => one !== null),
      ),
  },
];

/** The file for a role: heads, then a line for each plan. Texts are plain: never a formula. */
export function* planLines(
  plans: Iterable<ExportedPlan>,
  role: Role | 'system',
  language: Language,
): Generator<Cell[]> {
  const isOffice = role === 'system' || role.endsWith('-officer');
  const columns = COLUMNS.filter(({ isOfOffice }) => isOffice || isOfOffice !== true);
  yield columns.map((column) => column[language]);
  for (const plan of plans)
    yield columns.map(({ cell }) => {
      const value = cell(plan, language);
      return typeof value === 'string' ? plainCell(value) : value;
    });
}
