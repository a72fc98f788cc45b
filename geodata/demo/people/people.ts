import { type PersonName, personName, type Sex } from '../names/person-names.ts';
import type { Random } from '../random.ts';
import { ageOf, conditionOf, type Profile, profileOf } from './condition.ts';
import { type Person, ROSTER_DATE } from './person.ts';

/**
 * People who need support, in households: of couples who live alone both are often on the roster.
 * `pickHome` gives a building for a household.
 */
export function makePeople(count: number, pickHome: () => number, random: Random): Person[] {
  const people: Person[] = [];
  while (people.length < count) {
    const home = pickHome();
    const profile = profileOf(random);
    const first = makePerson(profile, home, random);
    people.push(first);
    const isCouple = first.household === '高齢者のみ' && random.chance(0.3);
    if (isCouple && people.length < count) {
      const spouse = makePerson('care', home, random, first);
      people.push({ ...spouse, household: first.household });
    }
  }
  return people;
}

function makePerson(profile: Profile, home: number, random: Random, spouse?: Person): Person {
  const age = spouse
    ? Math.max(66, ROSTER_DATE.year - spouse.birth.year + random.integer(-5, 5))
    : ageOf(profile, random);
  const year = ROSTER_DATE.year - 1 - age;
  const sex = spouse ? otherSex(spouse.sex) : sexOf(age, random);
  const family: PersonName | undefined = spouse?.name;
  return {
    name: personName(sex, year, random, family),
    sex,
    birth: { year, month: random.integer(1, 12), day: random.integer(1, 28) },
    home,
    household: householdOf(age, random),
    ...conditionOf(profile, age, random),
  };
}

function sexOf(age: number, random: Random): Sex {
  // Women outlive men: at 90 three of four on such rosters are women.
  return random.chance(age > 75 ? 0.5 + (age - 75) * 0.016 : 0.48) ? 'female' : 'male';
}

function otherSex(sex: Sex): Sex {
  return sex === 'female' ? 'male' : 'female';
}

function householdOf(age: number, random: Random): string {
  if (random.chance(0.03)) return '';
  if (age < 20) return '家族と同居';
  if (age < 65)
    return random.weighted([
      ['家族と同居', 70],
      ['独居', 22],
      ['施設入所', 8],
    ] as const);
  return random.weighted([
    ['独居', 36],
    ['高齢者のみ', 30],
    ['家族と同居', 30],
    ['施設入所', 4],
  ] as const);
}
