import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residentQuerySchema } from '#contract/resident';
import { FACETS, type Facet, facetMatrix, SEVERAL } from '../../../server/services/read/facets.ts';
import { filterResidents } from '../../../server/services/read/filter-residents.ts';

/** Few choices, so that filters meet. */
const CHOICES: Readonly<Record<Facet, readonly (string | null)[]>> = {
  district: ['山手', '浜手', null],
  tier: ['1', '2', '3'],
  red: ['inside', 'near', 'outside', 'undetermined'],
  relation: ['inside', 'near', 'outside', 'undetermined'],
  careLevel: ['21', '25', null],
  accuracy: ['building', 'town', 'none'],
  plan: ['none', 'draft', null],
  powerDependent: ['true', 'false', null],
  phenomenon: ['landslide', `landslide${SEVERAL}debris-flow`, 'none'],
  household: ['alone', 'with-family', null],
  supporters: ['none', 'some', null],
  age: ['65-74', '85-', null],
  possibleTier: ['1', '2'],
};

type Person = Readonly<Record<Facet, string | null>>;
const personArbitrary: fc.Arbitrary<Person> = fc.record({
  district: fc.constantFrom(...CHOICES.district),
  tier: fc.constantFrom(...CHOICES.tier),
  red: fc.constantFrom(...CHOICES.red),
  relation: fc.constantFrom(...CHOICES.relation),
  careLevel: fc.constantFrom(...CHOICES.careLevel),
  accuracy: fc.constantFrom(...CHOICES.accuracy),
  plan: fc.constantFrom(...CHOICES.plan),
  powerDependent: fc.constantFrom(...CHOICES.powerDependent),
  phenomenon: fc.constantFrom(...CHOICES.phenomenon),
  household: fc.constantFrom(...CHOICES.household),
  supporters: fc.constantFrom(...CHOICES.supporters),
  age: fc.constantFrom(...CHOICES.age),
  possibleTier: fc.constantFrom(...CHOICES.possibleTier),
});

/** A person near zones of two phenomena has two choices in one facet. */
const wordsOf = (person: Person, facet: Facet) => (person[facet] ?? 'unknown').split(SEVERAL);

const filtersArbitrary = fc
  .tuple(
    ...FACETS.map((facet) =>
      facet === 'powerDependent'
        ? fc.option(fc.constantFrom('true', 'false').map((one) => [one]))
        : fc.option(
            fc.uniqueArray(
              fc.constantFrom(
                ...CHOICES[facet].flatMap((choice) => (choice ?? 'unknown').split(SEVERAL)),
              ),
              { minLength: 1 },
            ),
          ),
    ),
  )
  .map((chosen) => new Map(FACETS.map((facet, at) => [facet, chosen[at] ?? null])));

test('people and counts are those of filtering one by one, the other filters kept', () => {
  fc.assert(
    fc.property(
      fc.array(personArbitrary, { maxLength: 40 }),
      filtersArbitrary,
      (people, filters) => {
        const given = [...filters].flatMap(([facet, wanted]) =>
          wanted === null ? [] : [[facet, wanted.join(',')]],
        );
        const query = residentQuerySchema.parse(Object.fromEntries(given));
        const matrix = facetMatrix(people.length, (at, facet) => people[at]?.[facet] ?? null);
        const { included, total, counts } = filterResidents(matrix, query);

        const passes = (person: Person, except: Facet | null) =>
          [...filters].every(
            ([facet, wanted]) =>
              facet === except ||
              wanted === null ||
              wordsOf(person, facet).some((word) => wanted.includes(word)),
          );
        expect([...included]).toEqual(people.map((person) => (passes(person, null) ? 1 : 0)));
        expect(total).toBe(people.filter((person) => passes(person, null)).length);
        for (const facet of FACETS) {
          const expected: Record<string, number> = {};
          for (const person of people) {
            for (const word of wordsOf(person, facet))
              expected[word] = (expected[word] ?? 0) + (passes(person, facet) ? 1 : 0);
          }
          expect(counts[facet]).toEqual(expected);
        }
      },
    ),
  );
});
