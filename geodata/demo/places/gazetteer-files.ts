import proj4 from 'proj4';
import { CITY } from '../city.ts';
import { csvText } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import type { Town } from './towns.ts';

/** Plane rectangular zone VI (JGD2011), which 位置参照情報 of this longitude would give X and Y in. */
const ZONE_NUMBER = 6;
const PLANE = proj4(
  '+proj=tmerc +lat_0=36 +lon_0=136 +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m',
);

/** Columns of 街区レベル, as the ministry names them. */
export const BLOCK_HEADERS: readonly string[] = [
  '都道府県名',
  '市区町村名',
  '大字・丁目名',
  '小字・通称名',
  '街区符号・地番',
  '座標系番号',
  'Ｘ座標',
  'Ｙ座標',
  '緯度',
  '経度',
  '住居表示フラグ',
  '代表フラグ',
  '更新前履歴フラグ',
  '更新後履歴フラグ',
];
/** Columns of 大字・町丁目レベル. */
export const TOWN_HEADERS: readonly string[] = [
  '都道府県コード',
  '都道府県名',
  '市区町村コード',
  '市区町村名',
  '大字町丁目コード',
  '大字町丁目名',
  '緯度',
  '経度',
  '原典資料コード',
  '大字・字・丁目区分コード',
];

/** 街区レベル位置参照情報 of the land ministry, in its layout. */
export function blockCsv(towns: readonly Town[]): string {
  return csvText(
    BLOCK_HEADERS,
    towns.flatMap((town) =>
      town.blocks.map(({ x, y, number }) => {
        const [longitude, latitude] = toPosition(x, y);
        const [east, north] = PLANE.forward([longitude, latitude]);
        return [
          CITY.prefecture,
          CITY.name,
          town.name,
          '',
          number,
          ZONE_NUMBER,
          north.toFixed(1),
          east.toFixed(1),
          latitude.toFixed(6),
          longitude.toFixed(6),
          town.hasHouseNumbers ? 1 : 0,
          1,
          0,
          0,
        ];
      }),
    ),
  );
}

/** 大字・町丁目レベル位置参照情報, in its layout. */
export function townCsv(towns: readonly Town[]): string {
  return csvText(
    TOWN_HEADERS,
    towns.map(({ x, y, name, hasHouseNumbers }, index) => {
      const [longitude, latitude] = toPosition(x, y);
      return [
        CITY.prefectureCode,
        CITY.prefecture,
        CITY.code,
        CITY.name,
        `${CITY.code}${String(index + 1).padStart(7, '0')}`,
        name,
        latitude.toFixed(6),
        longitude.toFixed(6),
        1,
        hasHouseNumbers ? 3 : 1,
      ];
    }),
  );
}
