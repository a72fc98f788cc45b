import { kanji2number } from '@geolonia/japanese-numeral';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

export interface Era {
  readonly ja: string;
  readonly letter: string;
  /** First digit of the seven-digit dates of municipal systems (`3120304` = 昭和12年3月4日). */
  readonly digit: string;
  /** First day, YYYY-MM-DD. */
  readonly start: string;
}

/** Eras by their first day (改元の政令・詔書), oldest first. */
export const ERAS: readonly Era[] = [
  { ja: '明治', letter: 'M', digit: '1', start: '1868-10-23' },
  { ja: '大正', letter: 'T', digit: '2', start: '1912-07-30' },
  { ja: '昭和', letter: 'S', digit: '3', start: '1926-12-25' },
  { ja: '平成', letter: 'H', digit: '4', start: '1989-01-08' },
  { ja: '令和', letter: 'R', digit: '5', start: '2019-05-01' },
];

/** Japan went over to the Gregorian calendar on this day; earlier dates are lunar. */
const GREGORIAN_SINCE = '1873-01-01';

export interface DateOptions {
  readonly column?: string | undefined;
  /** The cell comes from a spreadsheet: a bare number may be its count of days. */
  readonly spreadsheet?: boolean;
  /** The spreadsheet counts its days from 1904. */
  readonly date1904?: boolean;
  /** YYYY-MM-DD of the roster; a later date is taken as unknown. */
  readonly asOf?: string | null;
}

/**
 * A date in 和暦 (`昭和12年3月4日`, `S12.3.4`, `昭12/3/4`, `元年`, `3120304`) or 西暦 (`1937/3/4`,
 * `19370304`, `1937年3月4日`) as YYYY-MM-DD. A date that does not exist is unknown, never moved. A day
 * in an era's first or last year but on the wrong side of the change is read and said: the year is
 * certain, and papers went on with the old name.
 */
export function parseJapaneseDate(
  cell: string | undefined,
  options: DateOptions = {},
): Parsed<string> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const column = options.column ?? '生年月日';
  const found = findDate(comparable(text), options);
  if (found === null) return parsed<string>(null, ROSTER_REASONS.unreadable(column, text));
  if (found.date < GREGORIAN_SINCE && found.era !== null)
    return parsed<string>(null, ROSTER_REASONS.lunarDate(column, text));
  if (options.asOf && found.date > options.asOf)
    return parsed<string>(null, ROSTER_REASONS.futureDate(column, text));
  if (found.era === null || eraOf(found.date) === found.era) return parsed(found.date);
  return parsed(found.date, ROSTER_REASONS.readAs(column, text, toJapaneseEra(found.date)));
}

/** YYYY-MM-DD as `昭和12年3月4日`; dates before 明治 as 西暦. */
export function toJapaneseEra(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const era = eraOf(date);
  if (era === null) return `${year}年${month}月${day}日`;
  const eraYear = year! - startYear(era) + 1;
  return `${era.ja}${eraYear === 1 ? '元' : eraYear}年${month}月${day}日`;
}

interface FoundDate {
  readonly date: string;
  readonly era: Era | null;
}

const ERA_NAMES = new Map(
  ERAS.flatMap((era): [string, Era][] => [
    [era.ja, era],
    [era.ja.slice(0, 1), era],
    [era.letter, era],
  ]),
);
const ERA_PATTERN = '(明治|大正|昭和|平成|令和|[明大昭平令MTSHR])';
const KANJI_NUMBER = '[一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]{1,4}';
const NUMBER = `([0-9]{1,2}|${KANJI_NUMBER})`;
const YEAR_MONTH_DAY = `\\.?(元|[0-9]{1,4}|${KANJI_NUMBER})[年./-]${NUMBER}[月./-]${NUMBER}日?`;
const TIME_OF_MIDNIGHT = '(?:T?0{1,2}:00(?::00(?:\\.0+)?)?Z?)?';
const END = '(?:生(?:まれ)?)?$';

const WITH_ERA = new RegExp(`^${ERA_PATTERN}${YEAR_MONTH_DAY}${END}`, 'u');
const WITHOUT_ERA = new RegExp(`^(?:西暦)?${YEAR_MONTH_DAY}${TIME_OF_MIDNIGHT}${END}`, 'u');
const COMPACT_ERA = new RegExp(`^${ERA_PATTERN}([0-9]{2})([0-9]{2})([0-9]{2})$`, 'u');
const COMPACT_ERA_DIGIT = /^([1-5])([0-9]{2})([0-9]{2})([0-9]{2})$/;
const COMPACT = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

function findDate(plain: string, options: DateOptions): FoundDate | null {
  // An age or the other calendar in brackets repeats what the date says: 昭和12年3月4日(87歳).
  const text = plain.replace(/\([^()]*\)/gu, '').replaceAll(/[‐‑‒–—―−]/gu, '-');
  const withEra = WITH_ERA.exec(text) ?? COMPACT_ERA.exec(text);
  if (withEra) return inEra(ERA_NAMES.get(withEra[1]!), withEra[2]!, withEra[3]!, withEra[4]!);
  const digitEra = COMPACT_ERA_DIGIT.exec(text);
  if (digitEra) {
    const era = ERAS.find(({ digit }) => digit === digitEra[1]);
    return inEra(era, digitEra[2]!, digitEra[3]!, digitEra[4]!);
  }
  const western = WITHOUT_ERA.exec(text) ?? COMPACT.exec(text);
  if (western) return inWesternYear(numberOf(western[1]!), western[2]!, western[3]!);
  return options.spreadsheet ? fromSerial(text, options.date1904 ?? false) : null;
}

function inEra(era: Era | undefined, year: string, month: string, day: string): FoundDate | null {
  if (era === undefined) return null;
  const eraYear = year === '元' ? 1 : numberOf(year);
  const westernYear = startYear(era) + eraYear - 1;
  const next = ERAS[ERAS.indexOf(era) + 1];
  if (eraYear < 1 || (next !== undefined && westernYear > startYear(next))) return null;
  const date = toIsoDate(westernYear, numberOf(month), numberOf(day));
  return date === null ? null : { date, era };
}

function inWesternYear(year: number, month: string, day: string): FoundDate | null {
  // Two digits could be either calendar, 9999 stands for "unknown".
  if (!(year >= 1800 && year <= 2200)) return null;
  const date = toIsoDate(year, numberOf(month), numberOf(day));
  return date === null ? null : { date, era: null };
}

/** Days since 1899-12-30; up to day 60 one more, for Excel has a 29 February 1900. */
function fromSerial(text: string, date1904: boolean): FoundDate | null {
  if (!/^[0-9]{1,5}(?:\.0+)?$/.test(text)) return null;
  const serial = Number(text);
  if (serial < 1 || (!date1904 && serial === 60)) return null;
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return { date: new Date((days - 25569) * 86_400_000).toISOString().slice(0, 10), era: null };
}

function toIsoDate(year: number, month: number, day: number): string | null {
  const daysInMonth =
    month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  if (!(day >= 1 && day <= daysInMonth)) return null;
  return [String(year).padStart(4, '0'), pad2(month), pad2(day)].join('-');
}

function eraOf(date: string): Era | null {
  return ERAS.findLast(({ start }) => start <= date) ?? null;
}

function startYear(era: Era): number {
  return Number(era.start.slice(0, 4));
}

function numberOf(text: string): number {
  return /^[0-9]+$/.test(text) ? Number(text) : kanji2number(text);
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
