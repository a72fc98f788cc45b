import { type Random, randomFrom } from '#geodata/demo/random';
import type { Place } from './messy-cells.ts';
import { MESSY_HEADERS, type MessyPerson, messyPerson } from './messy-person.ts';
import { type TableCell, type TableFormat, writeTable } from './table-file.ts';

export interface MessyRosterOptions {
  readonly path: string;
  readonly format: Extract<TableFormat, 'csv-cp932' | 'csv-utf8' | 'xlsx'>;
  /** Real or invented towns that the people live in. */
  readonly towns: readonly Place[];
  /** Persons with a number of their own; rows are some more. */
  readonly count: number;
  readonly seed: string;
}

/** What an importer must find: `rows` = persons + the four others. */
export interface MessyRoster {
  readonly rows: number;
  readonly persons: number;
  /** Further rows of a person, to be merged. */
  readonly furtherRows: number;
  /** Rows with another person's number. */
  readonly clashes: number;
  readonly withoutNumber: number;
  readonly totalRows: number;
  readonly blankRows: number;
  /** Persons whose address no gazetteer of the towns can place; some others may be ambiguous. */
  readonly unplaceable: number;
}

const BLANK: MessyPerson = Object.fromEntries(
  MESSY_HEADERS.map((header): [string, TableCell] => [header, '']),
) as MessyPerson;

/**
 * Writes a roster as a welfare office would hand it over: a title above the headers, full-width
 * digits, 和暦 beside 西暦, people in two rows, numbers given twice, missing values, towns that do not
 * exist, a total below. All of its people are fictional. The same seed gives the same rows.
 */
export async function writeMessyRoster(options: MessyRosterOptions): Promise<MessyRoster> {
  const random = randomFrom(options.seed);
  const rows: MessyPerson[] = [];
  const counts = {
    furtherRows: 0,
    clashes: 0,
    withoutNumber: 0,
    totalRows: 1,
    blankRows: 0,
    unplaceable: 0,
  };
  for (let number = 1; number <= options.count; number += 1) {
    const place = random.pick(options.towns);
    const address = strangeAddress(place, random);
    const usual = messyPerson(number, place, random);
    const person = address === null ? usual : { ...usual, 現住所: address };
    if (address !== null) counts.unplaceable += 1;
    rows.push(person);
    if (random.chance(0.04)) {
      counts.furtherRows += 1;
      rows.push(furtherRow(person, random));
    }
    if (random.chance(0.003)) {
      counts.clashes += 1;
      rows.push({
        ...BLANK,
        整理番号: person.整理番号,
        '氏　名': '別人　一',
        生年月日: '2001/1/1',
      });
    }
    if (random.chance(0.005)) {
      counts.withoutNumber += 1;
      rows.push({ ...person, 整理番号: '', '氏　名': '無番　花子' });
    }
    if (random.chance(0.005)) {
      counts.blankRows += 1;
      rows.push(BLANK);
    }
  }
  rows.push({ ...BLANK, '氏　名': `合計 ${options.count}人` });
  await writeTable(options.path, options.format, [
    ['避難行動要支援者名簿（令和7年4月1日現在）', ...MESSY_HEADERS.slice(1).map(() => '')],
    MESSY_HEADERS,
    ...rows.map((row) => MESSY_HEADERS.map((header) => row[header])),
  ]);
  return { rows: rows.length, persons: options.count, ...counts };
}

/** About one address in twenty is none that a gazetteer knows; `null` for the others. */
function strangeAddress({ prefecture, city }: Place, random: Random): string | null {
  return random.weighted([
    [null, 95],
    ['', 2],
    [`${city}まぼろし町12番地`, 2],
    [`${prefecture}架空市本町1-1`, 1],
  ]);
}

/** The row of another office: who it is, and one more fact. */
function furtherRow(person: MessyPerson, random: Random): MessyPerson {
  const { 整理番号, '氏　名': name, 生年月日 } = person;
  const more = random.pick<Partial<MessyPerson>>([
    { 身体障害者手帳: '聴覚３級' },
    { 精神手帳: '1級' },
    { 医療的ケア: '酸素濃縮器' },
    { '避難支援者１（氏名）': '浜見自主防災会' },
  ]);
  return { ...BLANK, 整理番号, '氏　名': name, 生年月日, ...more };
}
