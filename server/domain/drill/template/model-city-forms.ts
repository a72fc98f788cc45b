import type { DrillForm, FormField } from '../form.ts';

const field = (
  kind: 'text' | 'number' | 'date' | 'time' | 'yes-no',
  id: string,
  ja: string,
  en: string,
): FormField => ({ kind, id, label: { ja, en } });
const lines = (id: string, ja: string, en: string, count: number): FormField => ({
  kind: 'lines',
  id,
  label: { ja, en },
  lines: count,
});
const table = (
  id: string,
  ja: string,
  en: string,
  rows: number,
  columns: readonly (readonly [id: string, ja: string, en: string])[],
): FormField => ({
  kind: 'table',
  id,
  label: { ja, en },
  rows,
  columns: columns.map(([column, columnJa, columnEn]) => ({
    id: column,
    label: { ja: columnJa, en: columnEn },
  })),
});

/** 開設および移送要請書, 日報 and 勤務表. Which fields they have is ours to begin with; a city edits them. */
export const MODEL_CITY_FORMS: readonly DrillForm[] = [
  {
    id: 'request',
    title: {
      ja: '福祉避難所 開設および移送要請書',
      en: 'Request to open a welfare shelter and transfer',
    },
    fields: [
      field('date', 'date', '要請日', 'Date of the request'),
      field('time', 'time', '要請時刻', 'Time of the request'),
      field('text', 'from', '要請者(市)', 'Requested by (city)'),
      field('text', 'shelter', '福祉避難所の名称', 'Welfare shelter'),
      field('text', 'level', '警戒レベル', 'Warning level'),
      lines('reason', '要請の理由', 'Reason', 3),
      table('people', '移送が必要な方', 'People to be transferred', 10, [
        ['name', '氏名', 'Name'],
        ['address', '住所', 'Address'],
        ['state', '心身の状態', 'State of body and mind'],
        ['devices', '医療機器', 'Medical devices'],
        ['companions', '付き添い', 'Companions'],
        ['means', '移送の方法', 'Means of transfer'],
        ['expected', '到着予定', 'Expected at'],
      ]),
      field('yes-no', 'accepted', '受け入れの可否', 'Accepted'),
      field('text', 'accepted-by', '回答者(施設)', 'Answered by (facility)'),
    ],
  },
  {
    id: 'daily-report',
    title: { ja: '福祉避難所 日報', en: 'Daily report of the welfare shelter' },
    fields: [
      field('date', 'date', '日付', 'Date'),
      field('text', 'shelter', '福祉避難所の名称', 'Welfare shelter'),
      field('text', 'weather', '天候', 'Weather'),
      field('text', 'level', '警戒レベル', 'Warning level'),
      field('number', 'people', '避難者数(本人)', 'People received'),
      field('number', 'family', '避難者数(家族・付き添い)', 'Family and companions'),
      field('number', 'staff', '従事した職員数', 'Staff on duty'),
      table('course', '経過', 'Course of the day', 10, [
        ['time', '時刻', 'Time'],
        ['event', '出来事・対応', 'What happened and was done'],
        ['by', '対応者', 'By'],
      ]),
      lines('power', '電源・医療機器の状況', 'Power and medical devices', 2),
      lines('stock', '物資の使用・不足', 'Supplies used and missing', 3),
      lines('problems', '課題', 'Problems', 3),
      lines('handover', '申し送り', 'Handover', 3),
      field('text', 'written-by', '記入者', 'Written by'),
    ],
  },
  {
    id: 'duty-roster',
    title: { ja: '福祉避難所 勤務表', en: 'Duty roster of the welfare shelter' },
    fields: [
      field('date', 'date', '日付', 'Date'),
      field('text', 'shelter', '福祉避難所の名称', 'Welfare shelter'),
      field('text', 'lead', '責任者', 'In charge'),
      table('shifts', '勤務', 'Shifts', 15, [
        ['name', '氏名', 'Name'],
        ['role', '役割', 'Role'],
        ['from', '開始', 'From'],
        ['until', '終了', 'Until'],
        ['break', '休憩', 'Break'],
        ['night', '夜間・休日', 'Night or weekend'],
        ['notes', '備考', 'Notes'],
      ]),
    ],
  },
];
