/** How cells of one style show their numbers. */
export type CellFormat =
  | { readonly kind: 'plain' | 'date' }
  | { readonly kind: 'zeros'; readonly width: number };

export const PLAIN: CellFormat = { kind: 'plain' };

/** Built-in formats that are dates (ECMA-376 18.8.30), the Japanese ones 27–36 and 50–58 included. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : PLAIN;
  // Colours and locales in brackets, quoted and escaped text, and what follows for negative numbers.
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '').split(';')[0]!;
  if (/^0{2,}$/.test(bare)) return { kind: 'zeros', width: bare.length };
  return /[yd]/i.test(bare) || /[eg].*m/i.test(bare) ? { kind: 'date' } : PLAIN;
}

export interface RawCell {
  /** `t` of the cell: s shared, inlineStr, str, b, e, d, n. */
  readonly type: string;
  readonly text: string;
  readonly format: CellFormat;
}

/** The cell as the sheet shows it: dates as YYYY-MM-DD, a number with the zeros of its format. */
export function cellText(
  cell: RawCell,
  sharedStrings: readonly string[],
  date1904: boolean,
): string {
  switch (cell.type) {
    case 's':
      return sharedStrings[Number(cell.text)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescapeControls(cell.text);
    case 'b':
      return cell.text === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(cell.text, cell.format, date1904);
    default:
      return cell.text;
  }
}

/** `_x000D_` stands for a control character (ECMA-376 22.9.2.19). */
export function unescapeControls(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function numberText(text: string, format: CellFormat, date1904: boolean): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (format.kind === 'date') return serialToIsoDate(value, date1904) ?? text;
  const plain = Number.isSafeInteger(value) ? String(value) : text;
  return format.kind === 'zeros' ? plain.padStart(format.width, '0') : plain;
}

/** Days since 1899-12-30 (or 1904-01-01); up to 59 one more, for day 60 is a 29 February 1900 that never was. */
export function serialToIsoDate(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial);
  if (days < (date1904 ? 0 : 1) || days > 2_958_465 || (!date1904 && days === 60)) return null;
  const since1899 = date1904 ? days + 1462 : days < 60 ? days + 1 : days;
  return new Date((since1899 - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
