import { personName, type Sex } from '../names/person-names.ts';
import type { Random } from '../random.ts';
import type { Person } from './person.ts';
import { phoneNumber } from './phone.ts';

export interface Supporter {
  readonly name: string;
  readonly relationship: string;
  readonly phone: string;
  readonly address: string;
}

const CHILDREN: readonly (readonly [string, Sex])[] = [
  ['長男', 'male'],
  ['長女', 'female'],
  ['次男', 'male'],
  ['次女', 'female'],
];

/**
 * 0 to 3 supporters: children, neighbours, the welfare commissioner, the district's own group.
 * `null` where the file says nothing. Neighbours are few, so one helps several people.
 */
export function supportersOf(
  person: Person,
  district: string,
  neighbour: () => Supporter,
  addressNear: () => string,
  random: Random,
): readonly Supporter[] | null {
  if (random.chance(0.05)) return null;
  const count = random.weighted([
    [0, 30],
    [1, 36],
    [2, 24],
    [3, 10],
  ] as const);
  const supporters: Supporter[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = random.weighted([
      ['family', 48],
      ['neighbour', 30],
      ['group', 22],
    ] as const);
    if (kind === 'family' && !supporters.some(({ relationship }) => relationship !== '近隣')) {
      const isOld = person.birth.year < 1966;
      const [relationship, sex] = isOld
        ? random.pick(CHILDREN)
        : random.pick([
            ['父', 'male'] as const,
            ['母', 'female'] as const,
            ['姉', 'female'] as const,
          ]);
      const year = isOld ? person.birth.year + random.integer(24, 33) : person.birth.year - 28;
      const name = personName(sex, year, random, person.name);
      supporters.push({
        name: `${name.family} ${name.given}`,
        relationship,
        phone: phoneNumber(random),
        address: random.chance(0.7) ? addressNear() : '市外',
      });
    } else if (kind === 'group' && !supporters.some(({ relationship }) => relationship === '地域'))
      supporters.push({
        name: `${district}自主防災組織`,
        relationship: '地域',
        phone: '',
        address: '',
      });
    else supporters.push(neighbour());
  }
  return supporters.filter(
    (one, index) => supporters.findIndex(({ name }) => name === one.name) === index,
  );
}
