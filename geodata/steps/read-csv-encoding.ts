import { createReadStream } from 'node:fs';
import type { TEXT_ENCODINGS } from '#contract/import';

export type CsvEncoding = (typeof TEXT_ENCODINGS)[number];

export interface FoundEncoding {
  readonly encoding: CsvEncoding;
  readonly byteOrderMark: boolean;
}

const MARKS: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Japanese CP932 text fails as UTF-8 at nearly every character: this much of a lead is no damage. */
const CLEAR_LEAD = 100;

/**
 * Encoding of a text file: by its byte order mark, else whichever of UTF-8 and CP932 leaves fewer
 * characters undecodable, so that one damaged byte does not turn a UTF-8 roster into another one.
 * Reads the file once, in bounded memory; sooner where the matter is clear.
 */
export async function detectEncoding(path: string): Promise<FoundEncoding> {
  const utf8 = new TextDecoder('utf-8');
  const cp932 = new TextDecoder('shift_jis');
  let [utf8Failures, cp932Failures] = [0, 0];
  let isFirst = true;
  for await (const chunk of createReadStream(path)) {
    if (isFirst) {
      const marked = MARKS.find(([, mark]) => mark.every((byte, i) => chunk[i] === byte));
      if (marked !== undefined) return { encoding: marked[0], byteOrderMark: true };
      isFirst = false;
    }
    utf8Failures += failures(utf8.decode(chunk, { stream: true }));
    cp932Failures += failures(cp932.decode(chunk, { stream: true }));
    if (utf8Failures > cp932Failures + CLEAR_LEAD) break;
  }
  const isUtf8 = utf8Failures + failures(utf8.decode()) <= cp932Failures + failures(cp932.decode());
  return { encoding: isUtf8 ? 'utf-8' : 'shift_jis', byteOrderMark: false };
}

/** Name of an encoding as officers know it. */
export function encodingLabel({ encoding, byteOrderMark }: FoundEncoding): string {
  if (encoding === 'shift_jis') return 'Shift_JIS (CP932)';
  return encoding.toUpperCase() + (byteOrderMark && encoding === 'utf-8' ? ' (BOM)' : '');
}

function failures(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
