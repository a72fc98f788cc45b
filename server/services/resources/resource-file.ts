import { parse } from 'csv-parse/sync';
import { type ResourceFactsOnWire, resourceFactsSchema } from '#contract/resource';
import { failure, type Result, success } from '#domain/problem';
import type { Bilingual } from '#domain/resident/labels';
import {
  ACCESSIBILITY,
  ACCESSIBILITY_LABELS,
  CATEGORY_LABELS,
  RESOURCE_CATEGORIES,
  type ResourceFacts,
} from '#domain/resource/resource';
import { RESOURCE_FAILURES } from '#domain/resource/resource-failures';
import { problemOfHours } from './hours.ts';

/** Columns of a file of resources; going out they are the same as coming in. */
export const RESOURCE_COLUMNS = [
  ...['ID', '名称', '種類', '住所', '地区', '電話番号', 'ウェブサイト', '開いている時間'],
  ...['利用しやすさ', '備考', '緯度', '経度', '時点'],
] as const;

export interface FileRow {
  readonly line: number;
  /** Null where the file does not name one. */
  readonly id: string | null;
  readonly facts: ResourceFacts;
}
export interface RejectedRow {
  readonly line: number;
  readonly reason: Bilingual;
}

export function cellsOf(id: string, facts: ResourceFacts): (string | number | null)[] {
  const { position } = facts;
  return [
    ...[id, facts.name, CATEGORY_LABELS[facts.category].ja, facts.address, facts.district],
    ...[facts.phone, facts.web, facts.hours],
    facts.accessibility.map((one) => ACCESSIBILITY_LABELS[one].ja).join('・'),
    ...[facts.note, position?.[1] ?? null, position?.[0] ?? null, facts.asOf],
  ];
}

/** Reads a CSV in UTF-8 or Shift_JIS. Each record comes out as a row or with why it was rejected. */
export function readResourceFile(
  content: Buffer,
): Result<{ readonly rows: FileRow[]; readonly rejects: RejectedRow[] }> {
  let records: { readonly record: Record<string, string>; readonly info: { lines: number } }[];
  try {
    records = parse(textOf(content), {
      ...{ columns: true, bom: true, info: true, skip_empty_lines: true },
      ...{ relax_column_count: true, trim: true },
    }) as unknown as typeof records;
  } catch {
    return failure(RESOURCE_FAILURES.fileUnreadable());
  }
  const first = records[0]?.record;
  if (first === undefined || !('名称' in first) || !('種類' in first))
    return failure(RESOURCE_FAILURES.fileUnreadable());
  const rows: FileRow[] = [];
  const rejects: RejectedRow[] = [];
  for (const { record, info } of records) {
    const read = factsOf(record);
    if (read.ok) rows.push({ line: info.lines, id: idOf(record.ID), facts: read.value });
    else rejects.push({ line: info.lines, reason: { ja: read.problem.ja, en: read.problem.en } });
  }
  return success({ rows, rejects });
}

function textOf(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('shift_jis').decode(content);
  }
}

const idOf = (text: string | undefined) =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '') ? (text ?? null) : null;

const wrong = (ja: string, en: string) => failure({ code: 'resource.row', ja, en });

function factsOf(record: Record<string, string>): Result<ResourceFactsOnWire> {
  // What went out with an apostrophe, lest a spreadsheet take it for a formula, comes in without it.
  const text = (column: string) => (record[column]?.trim() ?? '').replace(/^'(?=[=+\-@])/, '');
  const category = RESOURCE_CATEGORIES.find(
    (one) => one === text('種類') || CATEGORY_LABELS[one].ja === text('種類'),
  );
  if (category === undefined)
    return wrong(`種類「${text('種類')}」は登録されていません`, 'The category is not known');
  const accessibility = text('利用しやすさ')
    .split(/[・、,;]/)
    .filter(Boolean);
  const known = ACCESSIBILITY.filter(
    (one) => accessibility.includes(one) || accessibility.includes(ACCESSIBILITY_LABELS[one].ja),
  );
  const [lat, lng] = [text('緯度'), text('経度')];
  if ((lat === '') !== (lng === '') || !Number.isFinite(Number(lat) + Number(lng)))
    return wrong('緯度と経度を読めません', 'Latitude and longitude cannot be read');
  const hours = text('開いている時間');
  const mistake = hours === '' ? null : problemOfHours(hours);
  if (mistake !== null)
    return wrong(`開いている時間を読めません(${mistake})`, 'The opening hours cannot be read');
  const parsed = resourceFactsSchema.safeParse({
    ...{ name: text('名称'), category, address: text('住所'), district: text('地区') },
    ...{ phone: text('電話番号'), web: text('ウェブサイト') || null, hours, note: text('備考') },
    ...{ accessibility: known, asOf: text('時点') || null },
    position: lat === '' ? null : [Number(lng), Number(lat)],
  });
  if (parsed.success) return success(parsed.data);
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return wrong(`「${path}」の値が正しくありません`, `The value of ${path} is not right`);
}
