import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedPerson, findDuplicates, likenessOf } from '#domain/resident/duplicate-score';

const person = (more: Partial<ComparedPerson>): ComparedPerson => ({
  id: 'x',
  rosterNumber: '1',
  name: '架空 花子',
  nameKana: null,
  birthDate: null,
  sex: null,
  address: null,
  phone: null,
  ...more,
});

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const anyone: fc.Arbitrary<ComparedPerson> = fc.record({
  id: fc.uuid(),
  rosterNumber: few('001', '1', '2', 'A-01', '12'),
  name: few('架空 花子', '架空花子', '見本 太郎', '例 三郎'),
  nameKana: few('カクウ ハナコ', 'かくう はなこ', 'ミホン タロウ', null),
  birthDate: few('1940-05-06', '1941-01-01', null),
  sex: few('female', 'male', null),
  address: few('架空町1番地2', '架空町1-2', '架空町9', null),
  phone: few('0829-00-0001', '0829000001', null),
});

test('one name and birth date written in two ways is one person', () => {
  const a = person({ rosterNumber: '7', nameKana: 'カクウ ハナコ', birthDate: '1940-05-06' });
  const b = person({ rosterNumber: '8', nameKana: 'かくう はなこ', birthDate: '1940-05-06' });
  expect(likenessOf(a, b)).toMatchObject({
    reasons: ['kana-and-birth-date', 'name-and-birth-date'],
  });
  const home = { rosterNumber: '9', birthDate: null };
  const written = likenessOf(
    person({ ...home, address: '架空町1番地2号' }),
    person({ ...home, rosterNumber: '10', address: '架空町1-2' }),
  );
  expect(written?.reasons).toEqual(['name-and-address']);
});

test('numbers of two systems are one number, but twins and couples are two people', () => {
  expect(
    likenessOf(person({ rosterNumber: '00123' }), person({ rosterNumber: '123', name: '別 名' })),
  ).toMatchObject({ reasons: ['roster-number'] });
  const twin = { birthDate: '1940-05-06', address: '架空町1', phone: '0829-00-0001' };
  expect(
    likenessOf(
      person({ ...twin, rosterNumber: '1', name: '架空 一' }),
      person({ ...twin, rosterNumber: '2', name: '架空 二' }),
    ),
  ).toBeNull();
  const father = person({ rosterNumber: '1', birthDate: '1930-01-01', address: '架空町1' });
  const son = person({ rosterNumber: '2', birthDate: '1960-01-01', address: '架空町1' });
  expect(likenessOf(father, son)).toBeNull();
});

test('likeness does not depend on the order, and everybody is like themselves', () => {
  fc.assert(
    fc.property(anyone, anyone, (a, b) => {
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
      expect(likenessOf(a, a)?.score).toBeGreaterThanOrEqual(50);
      const score = likenessOf(a, b)?.score ?? 50;
      expect(score).toBeGreaterThanOrEqual(50);
      expect(score).toBeLessThanOrEqual(100);
    }),
  );
});

test('what differs never makes two people more alike', () => {
  fc.assert(
    fc.property(anyone, anyone, (a, b) => {
      const open = likenessOf({ ...a, sex: null }, b)?.score ?? 0;
      const different = likenessOf({ ...a, sex: 'male' }, { ...b, sex: 'female' })?.score ?? 0;
      expect(different).toBeLessThanOrEqual(open);
    }),
  );
});

test('finds exactly the pairs that comparing everybody with everybody finds', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 25 }), (people) => {
      const found = new Set(findDuplicates(people).map(({ a, b }) => `${a} ${b}`));
      const expected = people.flatMap((one, a) =>
        people.flatMap((other, b) =>
          a < b && likenessOf(one, other) !== null ? [`${a} ${b}`] : [],
        ),
      );
      expect([...found].sort()).toEqual(expected.sort());
    }),
  );
});
