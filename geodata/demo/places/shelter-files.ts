import { CITY } from '../city.ts';
import { csvText } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import type { Random } from '../random.ts';
import { addressText, type HouseAddress } from './addresses.ts';
import type { Facility } from './shelters.ts';

const SITE_HEADERS = [
  'NO',
  '共通ID',
  '都道府県名及び市町村名',
  '施設・場所名',
  '住所',
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
  '指定避難所との住所同一',
  '緯度',
  '経度',
  '備考',
];
const SHELTER_HEADERS = [
  'NO',
  '共通ID',
  '都道府県名及び市町村名',
  '施設・場所名',
  '住所',
  '指定緊急避難場所との住所同一',
  'その他市町村長が必要と認める事項',
  '受入対象者',
  '緯度',
  '経度',
  '備考',
];

type Addresses = ReadonlyMap<number, HouseAddress>;

/** 指定緊急避難場所 in the layout of GSI's CSV. */
export function emergencySiteCsv(facilities: readonly Facility[], addresses: Addresses): string {
  const sites = facilities.filter(({ isSite }) => isSite);
  return csvText(
    SITE_HEADERS,
    sites.map((facility, index) => [
      90_001 + index,
      idOf(index, '201'),
      CITY.prefecture + CITY.name,
      facility.name,
      addressOf(facility, addresses),
      ...facility.hazards.map((isDesignated) => (isDesignated ? 1 : '')),
      facility.isShelter ? 1 : '',
      ...coordinates(facility.x, facility.y),
      '',
    ]),
  );
}

/**
 * 指定避難所 in the layout of GSI's CSV. As in the real lists about every fourth facility lies elsewhere
 * than on the other list: measured at the gate, at another house of the same name, or by address.
 */
export function shelterCsv(
  facilities: readonly Facility[],
  addresses: Addresses,
  random: Random,
): string {
  const shelters = facilities.filter(({ isShelter }) => isShelter);
  return csvText(
    SHELTER_HEADERS,
    shelters.map((facility, index) => {
      const isMoved = random.chance(0.25);
      const meters = isMoved ? random.between(12, 60) * (random.chance(0.2) ? 5 : 1) : 0;
      const angle = random.between(0, 2 * Math.PI);
      return [
        60_001 + index,
        idOf(index, '111'),
        CITY.prefecture + CITY.name,
        facility.name,
        addressOf(facility, addresses),
        facility.isSite ? 1 : '',
        '',
        '',
        ...coordinates(
          facility.x + meters * Math.cos(angle),
          facility.y + meters * Math.sin(angle),
        ),
        '',
      ];
    }),
  );
}

function idOf(index: number, suffix: string): string {
  return `E${CITY.code}${String(index + 1).padStart(5, '0')}${suffix}`;
}

function addressOf({ building }: Facility, addresses: Addresses): string {
  const address = addresses.get(building);
  return address === undefined ? '' : CITY.prefecture + addressText(address);
}

function coordinates(x: number, y: number): [string, string] {
  const [longitude, latitude] = toPosition(x, y);
  return [latitude.toFixed(6), longitude.toFixed(6)];
}
