import { ROSTER_COLUMNS, type RosterField } from '#geodata/mappers/roster-columns';
import { csvText } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import { personName } from '../names/person-names.ts';
import { addressText, type HouseAddress } from '../places/addresses.ts';
import type { District } from '../places/districts.ts';
import type { Random } from '../random.ts';
import type { Building } from '../streets/building.ts';
import { nearHomes } from './near-homes.ts';
import type { Person } from './person.ts';
import { phoneNumber } from './phone.ts';
import { type Supporter, supportersOf } from './supporters.ts';
import { wareki } from './wareki.ts';

const FIELDS: readonly RosterField[] = [
  'rosterNumber',
  'name',
  'nameKana',
  'birthDate',
  'sex',
  'address',
  'phone',
  'districtName',
  'reason',
  'careLevel',
  'physical',
  'intellectual',
  'mental',
  'disease',
  'devices',
  'household',
  'communication',
];
const PLACE_FIELDS: readonly RosterField[] = ['notes', 'latitude', 'longitude', 'accuracy'];
const SUPPORTERS = 3;
const SUPPORTER_HEADERS = ['氏名', '続柄', '電話番号', '住所'];
const PLANS: readonly (readonly [string, number])[] = [
  ['未作成', 62],
  ['作成中', 13],
  ['作成済', 25],
];

/** How well the file knows where people live. */
const PLACE_SHARES = [
  ['building', 72],
  ['manual', 3],
  ['block', 15],
  ['town', 7],
  ['none', 3],
] as const;

export interface RosterGround {
  readonly buildings: readonly Building[];
  readonly addresses: ReadonlyMap<number, HouseAddress>;
  readonly districts: readonly District[];
  /** That the numbers begin with. */
  readonly numberLetter: string;
}

/** The roster as the welfare office would hand it over, in the columns that the importer knows. */
export function rosterCsv(people: readonly Person[], on: RosterGround, random: Random): string {
  const headers = [
    ...FIELDS.map((field) => ROSTER_COLUMNS[field].labelJa),
    ...Array.from({ length: SUPPORTERS }, (_, at) =>
      SUPPORTER_HEADERS.map((part) => `支援者${at + 1}${part}`),
    ).flat(),
    ROSTER_COLUMNS.plan.labelJa,
    ...PLACE_FIELDS.map((field) => ROSTER_COLUMNS[field].labelJa),
  ];
  const near = nearHomes(on.addresses);
  const neighbours = new Map<string, Supporter[]>();
  return csvText(
    headers,
    people.map((person, index) => rowOf(person, index, on, near, neighbours, random)),
  );
}

function rowOf(
  person: Person,
  index: number,
  { buildings, addresses, districts, numberLetter }: RosterGround,
  near: (home: number) => readonly number[],
  neighbours: Map<string, Supporter[]>,
  random: Random,
): (string | number)[] {
  const address = addresses.get(person.home);
  if (address === undefined) throw new Error(`roster: building ${person.home} has no address`);
  const district = `${districts[address.town.district]?.name ?? ''}地区`;
  const quality = random.weighted(PLACE_SHARES);
  const around = near(person.home);
  const textOf = (home: number | undefined) => addressText(addresses.get(home ?? -1) ?? address);
  const addressNear = () => textOf(random.pick(around));
  // Not drawn: whatever was drawn so far stays as it is.
  const beside = textOf(around[index % around.length]);
  const neighbour = () => neighbourOf(address.town.name, beside, neighbours, random);
  const supporters = supportersOf(person, district, neighbour, addressNear, random);
  const { family, given, familyKana, givenKana } = person.name;
  return [
    `${numberLetter}${String(index + 1).padStart(6, '0')}`,
    `${family} ${given}`,
    `${familyKana} ${givenKana}`,
    wareki(person.birth),
    person.sex === 'female' ? '女' : '男',
    writtenAddress(address, quality, random),
    random.chance(0.08) ? '' : phoneNumber(random),
    district,
    person.reason,
    person.careLevel,
    person.physical,
    person.intellectual,
    person.mental,
    person.disease,
    person.devices,
    person.household,
    person.communication,
    ...supporterCells(supporters),
    random.weighted(PLANS),
    '',
    ...positionCells(buildings[person.home], quality),
  ];
}

type Quality = (typeof PLACE_SHARES)[number][0];

function writtenAddress(address: HouseAddress, quality: Quality, random: Random): string {
  if (quality === 'town') return `汐路市${address.town.name}`;
  if (quality !== 'none') return addressText(address);
  return random.pick(['', '市外(転出予定)', '汐路市以下不詳', '入院中', '不明']);
}

function positionCells(building: Building | undefined, quality: Quality): string[] {
  if (building === undefined || (quality !== 'building' && quality !== 'manual'))
    return ['', '', ''];
  const [longitude, latitude] = toPosition(building.x, building.y);
  return [latitude.toFixed(7), longitude.toFixed(7), quality === 'manual' ? '手動' : '建物'];
}

function supporterCells(supporters: readonly Supporter[] | null): string[] {
  const cells: string[] = [];
  for (let at = 0; at < SUPPORTERS; at += 1) {
    const one = supporters?.[at];
    // 「なし」 in the first name says that there is none; an empty cell says nothing.
    const isNone = supporters !== null && supporters.length === 0;
    cells.push(one?.name ?? (isNone ? 'なし' : ''));
    cells.push(one?.relationship ?? '', one?.phone ?? '', one?.address ?? '');
  }
  return cells;
}

/** A neighbour or welfare commissioner of a town: a few people who help several. */
function neighbourOf(
  town: string,
  address: string,
  known: Map<string, Supporter[]>,
  random: Random,
): Supporter {
  const list = known.get(town) ?? [];
  known.set(town, list);
  if (list.length < 4 || random.chance(0.15)) {
    const sex = random.chance(0.55) ? 'female' : 'male';
    const { family, given } = personName(sex, 1955, random);
    list.push({
      name: `${family} ${given}`,
      relationship: random.chance(0.3) ? '民生委員' : '近隣',
      phone: phoneNumber(random),
      address,
    });
  }
  return random.pick(list);
}
