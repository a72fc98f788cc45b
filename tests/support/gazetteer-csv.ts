import { BLOCK_HEADERS, TOWN_HEADERS } from '#geodata/demo/places/gazetteer-files';

/** 位置参照情報 of a city that does not exist, in the columns of the land ministry. */
const line = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? cell : `"${cell}"`)).join(',')}\r\n`;

type Block = readonly [
  city: string,
  town: string,
  koaza: string,
  block: string,
  longitude: number,
  latitude: number,
  history: number,
];

const BLOCKS: readonly Block[] = [
  ['汐路市', '浜見一丁目', '', '1', 135.201, 31.401, 0],
  ['汐路市', '浜見一丁目', '', '2', 135.202, 31.401, 0],
  // Two points of one block, some 80 m apart.
  ['汐路市', '浜見一丁目', '', '3', 135.203, 31.401, 0],
  ['汐路市', '浜見一丁目', '', '3', 135.2038, 31.4012, 0],
  ['汐路市', '浜見十一丁目', '', '1', 135.214, 31.402, 0],
  ['汐路市', '山手', '北平', '45', 135.23, 31.43, 0],
  ['汐路市', '山手', '', '甲12', 135.231, 31.431, 0],
  ['汐路市', '磯', '', '9', 135.22, 31.39, 3],
  ['沖見市', '本町', '', '5', 135.31, 31.45, 0],
];

/** Block level (街区レベル). */
export const BLOCK_CSV: string =
  line(BLOCK_HEADERS) +
  BLOCKS.map(([city, town, koaza, block, longitude, latitude, history]) =>
    line(['広島県', city, town, koaza, block, 3, 0, 0, latitude, longitude, 1, 1, history, 0]),
  ).join('');

const TOWNS: readonly (readonly [city: string, town: string, lng: number, lat: number])[] = [
  ['汐路市', '浜見一丁目', 135.202, 31.401],
  ['汐路市', '浜見二丁目', 135.206, 31.401],
  ['汐路市', '浜見十一丁目', 135.214, 31.402],
  ['汐路市', '山手', 135.23, 31.43],
  ['汐路市', '磯', 135.22, 31.39],
  ['汐路市', '本町', 135.21, 31.41],
  ['汐路市', '浦ヶ谷', 135.225, 31.415],
  ['沖見市', '本町', 135.31, 31.45],
];

/** Town level (大字・町丁目レベル). */
export const TOWN_CSV: string =
  line(TOWN_HEADERS) +
  TOWNS.map(([city, town, longitude, latitude], index) =>
    line(['34', '広島県', '99201', city, String(index), town, latitude, longitude, 0, 1]),
  ).join('');
