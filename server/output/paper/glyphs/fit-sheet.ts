import type { FittedText, GlyphFinding } from './fit-text.ts';
import { fitText } from './fit-text.ts';
import type { FontCoverage } from './font-coverage.ts';

/** A character that is printed otherwise, and where it stands. */
export interface SheetFinding extends GlyphFinding {
  /** Title of the part and label of the line, e.g. 緊急連絡先 氏名. */
  readonly field: string;
}

/** Any plain data with its texts fitted; numbers and nulls stay. */
export type FittedData =
  | FittedText
  | number
  | boolean
  | null
  | readonly FittedData[]
  | { readonly [key: string]: FittedData };

interface Data {
  readonly [key: string]: unknown;
}

/** Every text of a sheet as the fonts can print it, and what is printed otherwise, once for each field. */
export function fitSheet(
  sheet: unknown,
  fonts: readonly FontCoverage[],
): { readonly data: FittedData; readonly findings: readonly SheetFinding[] } {
  const findings = new Map<string, SheetFinding>();
  const fitted = (value: unknown, field: string): FittedData => {
    if (typeof value === 'string') {
      const inFonts = fitText(value, fonts);
      for (const finding of inFonts.findings)
        findings.set(`${field} ${finding.code}`, { ...finding, field });
      return inFonts.text;
    }
    if (Array.isArray(value)) return value.map((item) => fitted(item, field));
    if (typeof value === 'object' && value !== null) return fitObject(value as Data, field);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };
  const fitObject = (object: Data, outer: string): FittedData => {
    const field = [outer, nameOf(object)].filter((part) => part !== '').join(' ');
    const heads = Array.isArray(object.heads) ? (object.heads as string[]) : [];
    return Object.fromEntries(
      Object.entries(object).map(([key, value]) => {
        // What a program reads and nobody sees.
        if (MARKUP.has(key)) return [key, value as FittedData];
        const isTable = key === 'rows' && heads.length > 0 && Array.isArray(value);
        return [
          key,
          isTable
            ? value.map((row: unknown[]) =>
                row.map((cell, column) => fitted(cell, `${field} ${heads[column] ?? ''}`.trim())),
              )
            : fitted(value, key in FIELD_NAMES ? FIELD_NAMES[key]! : field),
        ];
      }),
    );
  };
  return { data: fitted(sheet, ''), findings: [...findings.values()] };
}

const MARKUP: ReadonlySet<string> = new Set(['kind', 'svg', 'qr', 'mark']);
const FIELD_NAMES: Readonly<Record<string, string>> = { name: '氏名', kana: 'フリガナ' };

function nameOf({ title, label }: Data): string {
  if (typeof label === 'string') return label;
  if (typeof title === 'object' && title !== null && 'ja' in title) return String(title.ja);
  return '';
}
