import type { Random } from '#geodata/demo/random';
import { toJapaneseEra } from '#geodata/mappers/japanese-date';
import type { TableCell } from './table-file.ts';

/** How several offices write one value. What they mean is the same; the readers must see to it. */

const FULL_WIDTH_OFFSET = 0xfee0;

export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET),
  );
}

/** A birth date, YYYY-MM-DD, as 和暦, 西暦, seven digits or a date cell. */
export function messyDate(date: string, random: Random): TableCell {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const era = toJapaneseEra(date);
  const [, name, eraYear] = /^(..)(元|[0-9]+)年/.exec(era) as RegExpExecArray &
    [string, string, string];
  const number = eraYear === '元' ? '1' : eraYear;
  const letter = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' }[name] ?? '';
  return random.weighted<() => TableCell>([
    [() => era, 30],
    [() => toFullWidth(era), 10],
    [() => `${letter}${number}.${month}.${day}`, 15],
    [() => `${name}${number}/${month}/${day}`, 5],
    [() => `${year}/${month}/${day}`, 15],
    [() => date.replaceAll('-', ''), 5],
    [() => new Date(Date.UTC(year, month - 1, day)), 20],
  ])();
}

/** A care level code as words, short words, code or full-width. */
export function messyCareLevel(code: string, random: Random): string {
  const [kind, number] = [code[0] === '1' ? '支援' : '介護', code[1]];
  if (code === '01') return random.pick(['非該当', '自立', '01', '該当なし']);
  const level = code[0] === '1' ? String(Number(number) - 1) : String(number);
  return random.weighted([
    [`要${kind}${level}`, 50],
    [toFullWidth(`要${kind}${level}`), 20],
    [`${kind[0]}${level}`, 10],
    [code, 10],
    [`要${kind} ${level}（更新申請中）`, 5],
  ]);
}

export interface Place {
  readonly prefecture: string;
  readonly city: string;
  /** As a gazetteer writes it: 佐方一丁目. */
  readonly town: string;
}

/** An address in a town: with and without prefecture and city, 丁目 and 番 in every fashion. */
export function messyAddress({ prefecture, city, town }: Place, random: Random): string {
  const block = random.integer(1, 30);
  const house = random.integer(1, 25);
  const front = random.pick([prefecture + city, city, city, `${prefecture}　${city}`, '']);
  const chome = /^(.+?)([一二三四五六七八九十]+)丁目$/.exec(town);
  if (chome === null) {
    const place = random.pick([town, town, `大字${town}`]);
    return (
      front +
      place +
      random.pick([
        `${block}番地`,
        `${block}番地の${house}`,
        `${block}-${house}`,
        toFullWidth(`${block}`),
      ])
    );
  }
  const digits = String(kanjiNumber(chome[2]!));
  const base = chome[1]!;
  return (
    front +
    random.pick([
      `${town}${block}番${house}号`,
      `${base}${digits}丁目${block}番${house}号`,
      `${base}${toFullWidth(digits)}丁目${toFullWidth(`${block}-${house}`)}`,
      `${base}${digits}-${block}-${house}`,
      `${base}${toFullWidth(digits)}ー${toFullWidth(String(block))}ー${toFullWidth(String(house))}`,
    ])
  );
}

function kanjiNumber(kanji: string): number {
  const [tens, ones] = kanji.includes('十') ? kanji.split('十') : ['0', kanji];
  const digit = (text: string | undefined) => '〇一二三四五六七八九'.indexOf(text || '〇');
  return (kanji.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}
