import type { DrillManual, DrillPhase, DrillStep } from '../drill.ts';
import { MODEL_CITY_FORMS } from './model-city-forms.ts';

type StepLine = readonly [
  id: string,
  ja: string,
  en: string,
  roleId: string,
  plannedMinutes: number,
  after: readonly string[],
  more?: Partial<DrillStep>,
];

const phase = (id: string, ja: string, en: string, lines: readonly StepLine[]): DrillPhase => ({
  id,
  label: { ja, en },
  steps: lines.map(([step, stepJa, stepEn, roleId, plannedMinutes, after, more]) => ({
    id: step,
    label: { ja: stepJa, en: stepEn },
    roleId,
    plannedMinutes,
    after,
    fromLevel: null,
    formId: null,
    ...more,
  })),
});

/**
 * The order in which the model city opens a welfare shelter at level 3 (2025-11): packing, check of staff and
 * building, decision, opening and transfer, reception, documents, stock check. It published the order; the
 * minutes and the number of people are ours to begin with, and each city puts its own in their place.
 */
export const MODEL_CITY_MANUAL: DrillManual = {
  templateId: 'model-city',
  templateVersion: 1,
  roles: [
    { id: 'headquarters', label: { ja: '市 災害対策本部', en: 'City headquarters' }, staff: 1 },
    { id: 'lead', label: { ja: '施設の責任者', en: 'Head of the facility' }, staff: 1 },
    { id: 'reception', label: { ja: '受付・記録', en: 'Reception and records' }, staff: 2 },
    { id: 'care', label: { ja: '看護・介護', en: 'Nursing and care' }, staff: 3 },
    { id: 'building', label: { ja: '設備・物資', en: 'Building and supplies' }, staff: 2 },
    { id: 'transport', label: { ja: '移送', en: 'Transfer' }, staff: 2 },
  ],
  phases: [
    phase('first-response', '初動対応', 'First response', [
      ['packing', '持ち出し品・資機材の準備', 'Packing', 'building', 10, [], { fromLevel: 3 }],
      ['staff-check', '職員の状況確認', 'Status check of staff', 'lead', 10, ['packing']],
      [
        'building-check',
        '建物・設備の状況確認',
        'Status check of the building',
        'building',
        15,
        ['packing'],
      ],
      [
        'decision',
        '開設の判断',
        'Decision to open',
        'headquarters',
        5,
        ['staff-check', 'building-check'],
      ],
    ]),
    phase('preparation', '開設準備', 'Preparation', [
      ['rooms', '受け入れ場所の設営', 'Setting up the rooms', 'building', 20, ['decision']],
      ['beds', '介護ベッド・車いすの準備', 'Care beds and wheelchairs', 'care', 15, ['decision']],
      [
        'power',
        '電源・吸引・酸素の準備',
        'Power, suction and oxygen',
        'building',
        15,
        ['decision'],
      ],
      ['desk', '受付の設営', 'Setting up the reception desk', 'reception', 10, ['decision']],
      ['opening', '開設の宣言', 'Opening', 'lead', 2, ['rooms', 'beds', 'power', 'desk']],
    ]),
    phase('reception', '避難者の受け入れ', 'Reception', [
      [
        'transfer-call',
        '個別避難計画のある方への連絡',
        'Calling those who have plans',
        'headquarters',
        10,
        ['decision'],
      ],
      [
        'transfer',
        '計画のある方とご家族の移送',
        'Transfer of people with plans and family',
        'transport',
        40,
        ['transfer-call'],
      ],
      [
        'check-in',
        '受付・体調の確認',
        'Check-in and state of health',
        'reception',
        15,
        ['transfer', 'opening'],
      ],
      [
        'placing',
        '居場所への案内・機器の接続',
        'To their places; devices connected',
        'care',
        15,
        ['check-in'],
      ],
    ]),
    phase('documents', '書類の作成', 'Documents', [
      [
        'request-form',
        '開設および移送要請書',
        'Request to open and transfer',
        'headquarters',
        5,
        ['decision'],
        { formId: 'request' },
      ],
      [
        'daily-report',
        '日報',
        'Daily report',
        'reception',
        10,
        ['placing'],
        { formId: 'daily-report' },
      ],
      ['duty-roster', '勤務表', 'Duty roster', 'lead', 10, ['placing'], { formId: 'duty-roster' }],
    ]),
    phase('stock', '備蓄の確認', 'Stock check', [
      [
        'stock-check',
        '備蓄品の確認',
        'Stock check',
        'building',
        15,
        ['daily-report', 'duty-roster'],
      ],
    ]),
  ],
  forms: MODEL_CITY_FORMS,
};
