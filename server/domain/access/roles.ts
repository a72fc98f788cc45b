import type { Bilingual } from '../resident/labels.ts';

/** As whom somebody signs in. What each may do stands in policy.ts. */
export const ROLES = [
  'administrator',
  'disaster-officer',
  'welfare-officer',
  'fire-department',
  'drill-coordinator',
  'district-organisation',
  'welfare-shelter',
  'supporter',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, Bilingual>> = {
  administrator: { ja: '管理者', en: 'Administrator' },
  'disaster-officer': { ja: '防災担当', en: 'Disaster-prevention officer' },
  'welfare-officer': { ja: '福祉担当', en: 'Welfare officer' },
  'fire-department': { ja: '消防', en: 'Fire department' },
  'drill-coordinator': { ja: '訓練担当', en: 'Drill coordinator' },
  'district-organisation': { ja: '地区の支援組織', en: 'District organisation' },
  'welfare-shelter': { ja: '福祉避難所', en: 'Welfare shelter' },
  supporter: { ja: '避難支援等実施者', en: 'Supporter' },
  auditor: { ja: '監査担当', en: 'Auditor' },
};
