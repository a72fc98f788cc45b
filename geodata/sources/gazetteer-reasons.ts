import type { ImportReason } from '#geodata/item';

export const GAZETTEER_REASONS = {
  noTown: {
    code: 'gazetteer.no-town',
    ja: '町名がありません',
    en: 'There is no town name',
  },
  noPosition: {
    code: 'gazetteer.no-position',
    ja: '緯度・経度を日本国内の位置として読めません',
    en: 'Latitude and longitude are no position in Japan',
  },
  deleted: {
    code: 'gazetteer.deleted',
    ja: '更新前履歴フラグが 3(削除)の行です',
    en: 'The history flag says that the place was deleted (3)',
  },
  blank: {
    code: 'gazetteer.blank-row',
    ja: '空の行です',
    en: 'Blank row',
  },
} as const satisfies Record<string, ImportReason>;
