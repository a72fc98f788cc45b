import type { Bilingual } from '../resident/labels.ts';
import { FACTS, type Fact } from './facts.ts';

/** One line of the CSV as it was read. */
export interface FigureRecord {
  /** Of the file, the head being 1. */
  readonly line: number;
  readonly district: string;
  readonly asOf: string;
  readonly item: string;
  readonly value: string;
}

export interface CityFigure {
  /** '' = the city as a whole. */
  readonly district: string;
  readonly fact: string;
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly value: number;
}

/** A record that was not taken as it stood: how it was mended, or why it was not taken. */
export interface FigureRemark {
  readonly line: number;
  readonly verdict: 'repaired' | 'rejected';
  readonly words: Bilingual;
}

export interface FigureReport {
  readonly read: number;
  readonly accepted: number;
  readonly repaired: number;
  readonly rejected: number;
  readonly remarks: readonly FigureRemark[];
}

const FACTS_OF_CITY = FACTS.filter(({ source }) => source === 'city');
const WHOLE_CITY = ['', '市全体', '全市', '市計', '合計'];

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
const BY_NAME = new Map<string, Fact>(
  FACTS_OF_CITY.flatMap((fact) => [
    [plain(fact.id), fact] as const,
    [plain(fact.label.ja), fact] as const,
  ]),
);

/** 令和7年4月1日, 2025/4/1, 2025年4月 → YYYY-MM-DD; null where it is no day. */
function dayOf(text: string): string | null {
  const found = /^(令和|R)?(\d{1,4}|元)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?$/.exec(
    plain(text),
  );
  if (found === null) return null;
  const [, era, year = '', month = '', day = '1'] = found;
  const full = era === undefined ? Number(year) : 2018 + (year === '元' ? 1 : Number(year));
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  if (full < 1900 || date.getUTCMonth() !== Number(month) - 1) return null;
  return date.toISOString().slice(0, 10);
}

type Judged =
  | { readonly kind: 'accepted'; readonly figure: CityFigure }
  | { readonly kind: 'repaired'; readonly figure: CityFigure; readonly words: Bilingual }
  | { readonly kind: 'rejected'; readonly words: Bilingual };

const rejected = (ja: string, en: string): Judged => ({ kind: 'rejected', words: { ja, en } });

/**
 * Judges lines of the city's figures. `districts`: names in force; `former`: names that were in force once, so
 * that a merged district is told as such; `today` is YYYY-MM-DD.
 */
export function judgeFigures(
  records: readonly FigureRecord[],
  world: {
    readonly districts: readonly string[];
    readonly former: readonly string[];
    readonly today: string;
  },
): { readonly figures: readonly CityFigure[]; readonly report: FigureReport } {
  const names = new Map(world.districts.map((name) => [plain(name), name]));
  const former = new Set(world.former.map(plain));
  const figures = new Map<string, CityFigure>();
  const remarks: FigureRemark[] = [];
  for (const record of records) {
    let judged = judge(record, names, former, world.today);
    if (judged.kind !== 'rejected') {
      const { district, fact, asOf } = judged.figure;
      const key = `${district}\n${fact}\n${asOf}`;
      if (figures.has(key))
        judged = rejected(
          '同じ地区・時点・項目の行がもう一つあります。どちらかを消してください',
          'There is another line of this district, date and item; remove one of them',
        );
      else figures.set(key, judged.figure);
    }
    if (judged.kind !== 'accepted')
      remarks.push({ line: record.line, verdict: judged.kind, words: judged.words });
  }
  const count = (verdict: FigureRemark['verdict']) =>
    remarks.filter((one) => one.verdict === verdict).length;
  const [repaired, refused] = [count('repaired'), count('rejected')];
  return {
    figures: [...figures.values()],
    report: {
      ...{ read: records.length, accepted: records.length - repaired - refused },
      ...{ repaired, rejected: refused, remarks },
    },
  };
}

function judge(
  record: FigureRecord,
  names: ReadonlyMap<string, string>,
  former: ReadonlySet<string>,
  today: string,
): Judged {
  const said = plain(record.district);
  const isCity = WHOLE_CITY.includes(said);
  const withoutSuffix = said.replace(/地区$/, '');
  const district = isCity
    ? ''
    : (names.get(said) ?? names.get(withoutSuffix) ?? names.get(`${said}地区`));
  if (district === undefined)
    return former.has(said)
      ? rejected(
          `「${record.district}」は以前の地区です。合併・再編後の地区名で集計し直してください`,
          `"${record.district}" was a district once; add its figures to those of the district that it is part of now`,
        )
      : rejected(
          `「${record.district}」という地区はありません。地区の一覧の名前に直してください`,
          `There is no district "${record.district}"; use a name of the list of districts`,
        );
  const fact = BY_NAME.get(plain(record.item));
  if (fact === undefined)
    return rejected(
      `「${record.item}」という項目はありません。使えるのは: ${FACTS_OF_CITY.map(({ label }) => label.ja).join('、')}`,
      `There is no item "${record.item}". There are: ${FACTS_OF_CITY.map(({ label }) => label.en).join(', ')}`,
    );
  const asOf = dayOf(record.asOf);
  if (asOf === null)
    return rejected(
      `時点「${record.asOf}」を日付として読めません。2026-04-01 のように書いてください`,
      `The date "${record.asOf}" cannot be read; write it as 2026-04-01`,
    );
  if (asOf > today)
    return rejected(
      `時点「${record.asOf}」は今日より後です`,
      `The date "${record.asOf}" lies in the future`,
    );
  const digits = plain(record.value).replaceAll(',', '');
  if (!/^\d+(\.\d+)?$/.test(digits))
    return rejected(
      `値「${record.value}」を数として読めません。分からない値は、行ごと消してください(0にしないでください)`,
      `The value "${record.value}" is no number; leave the line out where it is not known (and do not write 0)`,
    );
  const value = Number(digits);
  if (!Number.isInteger(value))
    return rejected(
      `値「${record.value}」は整数ではありません`,
      `The value "${record.value}" is not a whole number`,
    );
  const figure: CityFigure = { district, fact: fact.id, asOf, value };
  const isAsWritten =
    (isCity || record.district === district) &&
    record.asOf === asOf &&
    record.value === String(value) &&
    (record.item === fact.label.ja || record.item === fact.id);
  return isAsWritten
    ? { kind: 'accepted', figure }
    : {
        kind: 'repaired',
        figure,
        words: {
          ja: `「${isCity ? '市全体' : district}、${asOf}、${fact.label.ja}、${value}」と読みました`,
          en: `Read as "${isCity ? 'the city' : district}, ${asOf}, ${fact.label.en}, ${value}"`,
        },
      };
}
