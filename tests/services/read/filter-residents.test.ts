import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residentQuerySchema } from '#contract/resident';
import { FACETS, type Facet, facetMatrix } from '../../../server/services/read/facets.ts';
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
});

const wordOf = (person: Person, facet: Facet) => person[facet] ?? 'unknown';

const filtersArbitrary = fc
  .tuple(
    ...FACETS.map((facet) =>
      facet === 'powerDependent'
        ? fc.option(fc.constantFrom('true', 'false').map((one) => [one]))
        : fc.option(
            fc.uniqueArray(
              fc.constantFrom(...CHOICES[facet].map((choice) => choice ?? 'unknown')),
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
              facet === except || wanted === null || wanted.includes(wordOf(person, facet)),
          );
        expect([...included]).toEqual(people.map((person) => (passes(person, null) ? 1 : 0)));
        expect(total).toBe(people.filter((person) => passes(person, null)).length);
        for (const facet of FACETS) {
          const expected: Record<string, number> = {};
          for (const person of people) {
            const word = wordOf(person, facet);
            expected[word] = (expected[word] ?? 0) + (passes(person, facet) ? 1 : 0);
          }
          expect(counts[facet]).toEqual(expected);
        }
      },
    ),
  );
});
