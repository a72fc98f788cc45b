import type { Bilingual } from '../resident/labels.ts';

/** What the city says how long to keep. Sessions need no rule: those that ended are removed within the hour. */
export const RETAINED = ['audit', 'scans', 'warnings', 'responses', 'relay'] as const;
export type Retained = (typeof RETAINED)[number];

export const RETAINED_LABELS: Readonly<Record<Retained, Bilingual>> = {
  audit: { ja: '監査の記録', en: 'Lines of the audit log' },
  scans: {
    ja: '名簿から外れた人の同意書の画像',
    en: 'Scans of consents of people who left the roster',
  },
  warnings: { ja: '終わった警戒レベルの発表', en: 'Past warning levels' },
  responses: {
    ja: '終わった災害対応と訓練(だれがどこにいたかの報告)',
    en: 'Responses and rehearsals that ended, with what was reported of people',
  },
  relay: {
    ja: '終了したつなぐシート(やり取りと添付も)',
    en: 'Closed relay sheets, with what was said and attached',
  },
};

/** Between an order and its run: as long as that it can be called off. */
export const DELAY_MINUTES = 10;
