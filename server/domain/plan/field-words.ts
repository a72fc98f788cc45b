import { type Bilingual, DEVICE_LABELS } from '../resident/labels.ts';
import { FIELD_LABELS, VALUE_LABELS } from './field-labels.ts';
import { type Json, keyedRows } from './fields.ts';
import type { PlanContent } from './plan.ts';

/** The path without the keys of rows: `supporters/s1/phone` becomes `supporters/phone`. */
export function fieldOf(path: string): string {
  const parts = path.split('/');
  const field: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    field.push(parts[at] ?? '');
    // What follows the name of a list is the key of a row, or `order`; a line of text may hold a slash.
    if (!LISTS.has(field.join('/'))) continue;
    const rest = parts.slice(at + 1);
    if (LINES.has(field.join('/')) || rest[0] === 'order') break;
    at += 1;
  }
  return field.join('/');
}

const LINES = new Set(['body/equipment', 'care/services', 'items']);
const LISTS = new Set([
  ...LINES,
  ...['contacts', 'body/devices', 'supporters', 'departure/steps', 'signatures'],
]);

const NOT_KNOWN: Bilingual = { ja: '未記入', en: 'Not filled in' };

/** What a field is called, with whose row it is: 支援者「…」の電話番号. */
export function fieldLabel(path: string, ...contents: readonly PlanContent[]): Bilingual {
  const field = fieldOf(path);
  const known = FIELD_LABELS[field] ?? { ja: field, en: field };
  const list = [...LISTS].find((one) => path.startsWith(`${one}/`));
  if (list === undefined || LINES.has(list)) return known;
  const listLabel = FIELD_LABELS[list] ?? known;
  const key = path.slice(list.length + 1).split('/')[0] ?? '';
  if (key === 'order' && field === list)
    return { ja: `${listLabel.ja}の順番`, en: `Order of: ${listLabel.en}` };
  const row = contents.map((content) => rowOf(content, list, key)).find((one) => one !== null);
  const whose = row === undefined || row === null ? '' : nameOf(row);
  const ofRow = {
    ja: whose === '' ? listLabel.ja : `${listLabel.ja}「${whose}」`,
    en: whose === '' ? listLabel.en : `${listLabel.en} (${whose})`,
  };
  return field === list
    ? ofRow
    : { ja: `${ofRow.ja}の${known.ja}`, en: `${ofRow.en}: ${known.en}` };
}

function rowOf(content: PlanContent, list: string, key: string): Json | null {
  let value: unknown = content;
  for (const part of list.split('/')) value = (value as Json | undefined)?.[part];
  const row = Array.isArray(value) ? keyedRows(value).get(key) : undefined;
  return row === undefined || typeof row === 'string' ? null : row;
}

function nameOf(row: Json): string {
  const { device } = row;
  if (typeof device === 'string') return DEVICE_LABELS[device as keyof typeof DEVICE_LABELS].ja;
  return String(row.name ?? row.what ?? '');
}

/** A value as it is read aloud; `null` is not filled in, which is never "none". */
export function valueInWords(path: string, value: unknown): Bilingual {
  if ((value ?? null) === null) return NOT_KNOWN;
  if (typeof value === 'string') {
    const known = VALUE_LABELS[fieldOf(path)]?.[value];
    return known ?? { ja: value, en: value };
  }
  if (typeof value === 'boolean')
    return value ? { ja: 'はい', en: 'Yes' } : { ja: 'いいえ', en: 'No' };
  if (typeof value === 'number') return { ja: String(value), en: String(value) };
  if (Array.isArray(value)) {
    const words = value.map(String);
    return { ja: words.join('、'), en: words.join(', ') };
  }
  return objectInWords(path, value as Json);
}

function objectInWords(path: string, value: Json): Bilingual {
  const field = fieldOf(path);
  if (field === 'route') {
    const metres = Math.round(Number(value.lengthMeters));
    const minutes = Math.round(Number(value.durationSeconds) / 60);
    const red = Math.round(Number(value.redMeters));
    return {
      ja: `${metres} m・${minutes} 分(特別警戒区域 ${red} m)`,
      en: `${metres} m, ${minutes} min (red zones ${red} m)`,
    };
  }
  if (field === 'supporters/place') {
    const accuracy = valueInWords('supporters/accuracy', value.accuracy);
    const at = value.position as { readonly lng: number; readonly lat: number } | null;
    if (at === null) return accuracy;
    const text = `${at.lng.toFixed(5)}, ${at.lat.toFixed(5)}`;
    return { ja: `${text}(${accuracy.ja})`, en: `${text} (${accuracy.en})` };
  }
  const kind = valueInWords('destination/kind', value.kind);
  const name = nameOf(value);
  return field === 'destination' || field === 'secondDestination'
    ? { ja: `${name}(${kind.ja})`, en: `${name} (${kind.en})` }
    : { ja: name, en: name };
}
