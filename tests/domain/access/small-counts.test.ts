import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmallCounts, hideSmallPart, LEAST_COUNT } from '#domain/access/small-counts';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('small counts', () => {
  test('one to four are hidden, none and five are not', () => {
    expect(hideSmallCounts([0, 1, 4, 5, 9])).toEqual([0, null, null, 5, 9]);
  });

  test('one hidden alone takes the next smallest with it', () => {
    expect(hideSmallCounts([3, 7, 20])).toEqual([null, null, 20]);
    expect(hideSmallCounts([1, 1, 7, 20])).toEqual([null, null, null, 20]);
  });

  test('nothing small can be reckoned from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (counts) => {
        const shown = hideSmallCounts(counts);
        const known = sum(shown.map((count) => count ?? 0));
        const hidden = sum(counts) - known;
        const isWholeSmall = sum(counts) < LEAST_COUNT;
        const hasOthers = counts.some((count) => count >= LEAST_COUNT);
        if (shown.includes(null) && !isWholeSmall && hasOthers)
          expect(hidden).toBeGreaterThanOrEqual(LEAST_COUNT);
        for (const count of shown)
          expect(count === null || count === 0 || count >= LEAST_COUNT).toBe(true);
      }),
    );
  });

  test('a part is hidden with what is left of the whole', () => {
    expect(hideSmallPart(3, 30)).toBeNull();
    expect(hideSmallPart(27, 30)).toBeNull();
    expect(hideSmallPart(0, 30)).toBe(0);
    expect(hideSmallPart(30, 30)).toBe(30);
    expect(hideSmallPart(12, 30)).toBe(12);
  });
});
