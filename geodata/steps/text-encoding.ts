import { type InputFile, readBytes } from './input-file.ts';

/** Label for TextDecoder of what a .cpg says (`UTF-8`, `932`, `SJIS`, `ANSI 1252`); null where unknown. */
export function encodingOfCpg(text: string): string | null {
  const name = text.replace(/^\ufeff/u, '').trim();
  if (/utf-?8|65001/i.test(name)) return 'utf-8';
  if (/932|sjis|shift[-_]?jis|31j/i.test(name)) return 'shift_jis';
  if (/euc/i.test(name)) return 'euc-jp';
  return null;
}

/**
 * UTF-8 or CP932, whichever leaves fewer bytes undecodable: a DBF cuts texts at the width of a field, so
 * one broken character does not decide.
 */
export async function detectDbfEncoding(file: InputFile): Promise<string> {
  const utf8 = new TextDecoder('utf-8');
  const cp932 = new TextDecoder('shift_jis');
  let lead = 0;
  // The header holds binary numbers, which are text in neither.
  let isHeader = true;
  for await (const chunk of readBytes(file)) {
    const text = isHeader
      ? chunk.subarray(Math.min(chunk[8]! | (chunk[9]! << 8), chunk.length))
      : chunk;
    isHeader = false;
    lead += failures(utf8.decode(text, { stream: true }));
    lead -= failures(cp932.decode(text, { stream: true }));
  }
  return lead <= 0 ? 'utf-8' : 'shift_jis';
}

/** Encoding that an XML declaration names; UTF-8 without one. */
export function encodingOfXml(start: Uint8Array): string {
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([^"']+)["']/i.exec(
    Buffer.from(start).toString('latin1'),
  )?.[1];
  return declared === undefined ? 'utf-8' : (encodingOfCpg(declared) ?? declared);
}

function failures(text: string): number {
  return text.split('\ufffd').length - 1;
}
