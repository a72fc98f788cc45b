import { describe, expect, it } from 'vitest';
import {
  cellText,
  formatOf,
  PLAIN,
  serialToIsoDate,
  unescapeControls,
} from '#geodata/sources/roster-xlsx-cell';

const number = (text: string, id: number, code?: string) =>
  cellText({ type: 'n', text, format: formatOf(id, code) }, [], false);

describe('cells as the sheet shows them', () => {
  it.each([
    ['12', 164, '00000', '00012'],
    ['13578', 14, undefined, '1937-03-04'],
    ['13578', 58, undefined, '1937-03-04'],
    ['13578.75', 164, '[$-411]ggge"年"m"月"d"日";@', '1937-03-04'],
    ['13578', 164, 'yyyy/m/d', '1937-03-04'],
    ['13578', 164, '#,##0"件(day)"', '13578'],
    ['0.5', 164, '[Red]0.0', '0.5'],
    ['8.29301234E8', 0, undefined, '829301234'],
    ['60', 14, undefined, '60'],
  ])('%s in format %i %s is %s', (text, id, code, shown) => {
    expect(number(text, id, code)).toBe(shown);
  });

  it('takes a shared text by its number and puts back control characters', () => {
    expect(cellText({ type: 's', text: '1', format: PLAIN }, ['a', 'b'], false)).toBe('b');
    expect(unescapeControls('a_x000D_b')).toBe('a\rb');
    expect(cellText({ type: 'b', text: '1', format: PLAIN }, [], false)).toBe('TRUE');
  });

  it('counts from 1904 where the workbook does', () => {
    expect(serialToIsoDate(12116, true)).toBe('1937-03-04');
    expect(serialToIsoDate(-1, true)).toBeNull();
  });
});
