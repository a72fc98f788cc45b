import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTexts, reorderTexts, textAt, unpackTexts } from '#domain/text/packed-texts';

const anyText = fc.string({ unit: 'binary', maxLength: 12 });

test('texts are those that were put in, each at its place', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
      const packed = packTexts(texts);
      expect(unpackTexts(packed)).toEqual(texts);
      expect(texts.map((_, place) => textAt(packed, place))).toEqual(texts);
    }),
  );
});

test('put into another order they are the same texts', () => {
  const ordered = fc.array(anyText, { maxLength: 30 }).chain((texts) =>
    fc.record({
      texts: fc.constant(texts),
      order: fc.shuffledSubarray([...texts.keys()], { minLength: texts.length }),
    }),
  );
  fc.assert(
    fc.property(ordered, ({ texts, order }) => {
      const moved = reorderTexts(packTexts(texts), Uint32Array.from(order));
      expect(unpackTexts(moved)).toEqual(order.map((place) => texts[place]));
    }),
  );
});

test('ids take a byte for each letter', () => {
  const { units } = packTexts(['way/1/0', 'ÿ']);
  expect(units.byteLength).toBe(8);
  expect(packTexts(['way/1/0', '橋']).units.byteLength).toBe(16);
});
