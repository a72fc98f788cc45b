import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJapaneseDate, toJapaneseEra } from '#geodata/mappers/japanese-date';

const codes = (cell: string, options = {}) =>
  parseJapaneseDate(cell, options).repairs.map(({ code }) => code);

describe('Japanese dates', () => {
  it.each([
    ['昭和12年3月4日', '1937-03-04'],
    ['昭和12年3月4日', '1937-03-04'],
    ['昭和十二年三月四日', '1937-03-04'],
    ['昭和 12年 3月 4日生', '1937-03-04'],
    ['昭和12年3月4日(87歳)', '1937-03-04'],
    ['㍼12年3月4日', '1937-03-04'],
    ['S12.3.4', '1937-03-04'],
    ['s12/03/04', '1937-03-04'],
    ['S.12.3.4', '1937-03-04'],
    ['昭12/3/4', '1937-03-04'],
    ['昭12-3-4', '1937-03-04'],
    ['S120304', '1937-03-04'],
    ['3120304', '1937-03-04'],
    ['平成元年1月8日', '1989-01-08'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['大正15年12月24日', '1926-12-24'],
    ['明治45年7月29日', '1912-07-29'],
    ['1937/3/4', '1937-03-04'],
    ['1937-03-04', '1937-03-04'],
    ['1937.3.4', '1937-03-04'],
    ['1937年3月4日', '1937-03-04'],
    ['西暦1937年3月4日', '1937-03-04'],
    ['19370304', '1937-03-04'],
    ['1937/03/04 0:00:00', '1937-03-04'],
    ['1937-03-04T00:00:00Z', '1937-03-04'],
    ['2000/2/29', '2000-02-29'],
  ])('reads %s', (cell, date) => {
    expect(parseJapaneseDate(cell)).toEqual({ value: date, repairs: [] });
  });

  it.each([
    '1937/2/29',
    '昭和12年2月29日',
    '昭和12年13月1日',
    '昭和65年1月1日',
    '昭和0年1月1日',
    '平成32年1月1日',
    '12/3/4',
    '37.3.4',
    '9999/12/31',
    '0000-00-00',
    '昭和12年3月',
    '昭和十十年一月一日',
    '13578',
    '昭和12年頃',
    '安政3年1月1日',
  ])('leaves %s unknown', (cell) => {
    expect(parseJapaneseDate(cell).value).toBeNull();
    expect(codes(cell)).toEqual(['roster.unreadable-value']);
  });

  it('reads a day on the wrong side of a change of era, and says how', () => {
    const read = parseJapaneseDate('昭和64年2月1日');
    expect(read.value).toBe('1989-02-01');
    expect(read.repairs[0]?.ja).toBe('生年月日『昭和64年2月1日』を「平成元年2月1日」と読みました');
    expect(parseJapaneseDate('平成1年1月7日').value).toBe('1989-01-07');
    expect(parseJapaneseDate('平成31年5月1日').value).toBe('2019-05-01');
  });

  it('does not believe a lunar date, nor one after the roster', () => {
    expect(codes('明治3年1月1日')).toEqual(['roster.lunar-date']);
    expect(parseJapaneseDate('明治6年1月1日').value).toBe('1873-01-01');
    expect(codes('2030/1/1', { asOf: '2025-04-01' })).toEqual(['roster.future-date']);
  });

  it('counts the days of a spreadsheet', () => {
    const spreadsheet = { spreadsheet: true };
    expect(parseJapaneseDate('13578', spreadsheet).value).toBe('1937-03-04');
    expect(parseJapaneseDate('1', spreadsheet).value).toBe('1900-01-01');
    expect(parseJapaneseDate('59', spreadsheet).value).toBe('1900-02-28');
    expect(parseJapaneseDate('60', spreadsheet).value).toBeNull();
    expect(parseJapaneseDate('61', spreadsheet).value).toBe('1900-03-01');
    expect(parseJapaneseDate('12116', { ...spreadsheet, date1904: true }).value).toBe('1937-03-04');
    expect(parseJapaneseDate('19370304', spreadsheet).value).toBe('1937-03-04');
    expect(parseJapaneseDate('3120304', spreadsheet).value).toBe('1937-03-04');
  });

  it('comes back from 和暦 for every day since 1873', () => {
    const days = fc.date({
      min: new Date('1873-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(parseJapaneseDate(toJapaneseEra(date))).toEqual({ value: date, repairs: [] });
        expect(parseJapaneseDate(date)).toEqual({ value: date, repairs: [] });
        expect(parseJapaneseDate(date.replaceAll('-', ''))).toEqual({ value: date, repairs: [] });
      }),
      { numRuns: 2000 },
    );
  });
});
