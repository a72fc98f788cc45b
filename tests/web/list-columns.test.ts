import { describe, expect, test } from 'vitest';
import { leastColumnRem, residentColumns } from '../../web/features/residents/columns.tsx';
import { japanese } from '../../web/i18n/messages.ts';
import { wordsOf } from '../../web/i18n/words.ts';

const REM_PIXELS = 16;
/** Room beside the columns. */
const EDGES_REM = 1;
const words = wordsOf('ja', japanese);

describe('columns of the table of people', () => {
  const leastPixels = (listPixels: number) =>
    residentColumns(words, listPixels, true, null).reduce(
      (sum, { id }) => sum + leastColumnRem(id ?? ''),
      EDGES_REM,
    ) * REM_PIXELS;

  test('that nobody chose are no more than a list of each width has room for', () => {
    const fewest = leastPixels(0);
    for (let width = fewest; width <= 1600; width += 20)
      expect([width, leastPixels(width) <= width]).toEqual([width, true]);
    expect(leastPixels(1600)).toBeGreaterThan(fewest);
  });
});
