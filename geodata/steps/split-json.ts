import type { Bilingual } from '#geodata/item';

/** A piece of a JSON object's text: one of its members, or one element of the member that is streamed. */
export interface JsonPiece {
  readonly kind: 'member' | 'element';
  /** `"key": value` of a member, the value of an element. */
  readonly text: string;
}

/** The text ended inside an object, a list or a string, or it is no JSON object. */
export class BrokenJsonError extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

/** No feature of any publisher comes near; it keeps a file that is made to fill the memory out. */
const MAX_PIECE_BYTES = 64 << 20;

const NOT_ONE_OBJECT: Bilingual = {
  ja: '一つのオブジェクトでない JSON です',
  en: 'JSON that is not one object',
};
const TOO_LONG: Bilingual = {
  ja: '一件の記録が大きすぎます(64 MB を超えています)',
  en: 'a record of over 64 MB',
};
const ENDS_EARLY: Bilingual = {
  ja: '途中で切れています(もう一度ダウンロードしてください)',
  en: 'the text ends early (please download it again)',
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** 1 for the bytes that part a text; nearly all others are digits of coordinates. */
const PARTS_TEXT = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET])
  PARTS_TEXT[byte] = 1;

/**
 * Cuts the text of a JSON object (UTF-8) into its members, and the list under `streamedKey` into its
 * elements, holding one piece at a time. It looks at brackets, commas and strings only: what is in
 * a piece is left to JSON.parse, which is many times faster than a parser that yields each number as
 * a token, and a piece keeps its text for the download of rejects.
 *
 * @throws BrokenJsonError where the text is no object or ends early.
 */
export async function* splitJson(
  bytes: AsyncIterable<Uint8Array>,
  streamedKey: string,
): AsyncGenerator<JsonPiece> {
  const streamedMember = new RegExp(`^\\s*"${streamedKey}"\\s*:\\s*$`);
  let held: Buffer[] = [];
  let depth = 0;
  /** Depth at which commas part the pieces: 1 members, 2 elements. */
  let level: 1 | 2 = 1;
  let isInString = false;
  let isEscaped = false;
  let isEnded = false;

  for await (const part of bytes) {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let start = 0;
    const take = (end: number): string => {
      held.push(chunk.subarray(start, end));
      const text = (held.length === 1 ? held[0]! : Buffer.concat(held)).toString('utf8');
      held = [];
      start = end + 1;
      return text;
    };
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
      } else if (PARTS_TEXT[byte] === 0) continue;
      else if (byte === COMMA) {
        if (depth === level) yield* piece(level, take(at));
      } else if (byte === QUOTE) isInString = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth += 1;
        if (depth === 1) {
          if (byte === OPEN_BRACKET || isEnded) throw new BrokenJsonError(NOT_ONE_OBJECT);
          take(at);
        } else if (depth === 2 && level === 1 && byte === OPEN_BRACKET) {
          const key = keyBefore(held, chunk, start, at);
          if (streamedMember.test(key)) {
            take(at);
            level = 2;
          }
        }
      } else {
        if (depth === level) {
          yield* piece(level, take(at));
          if (level === 2) level = 1;
          else isEnded = true;
        }
        depth -= 1;
      }
    }
    if (held.reduce((sum, { length }) => sum + length, 0) > MAX_PIECE_BYTES)
      throw new BrokenJsonError(TOO_LONG);
    // A copy: the stream may fill the same memory again.
    if (start < chunk.length) held.push(Buffer.from(chunk.subarray(start)));
  }
  if (depth !== 0 || isInString || !isEnded) throw new BrokenJsonError(ENDS_EARLY);
}

function* piece(level: 1 | 2, text: string): Generator<JsonPiece> {
  if (text.trim() !== '') yield { kind: level === 1 ? 'member' : 'element', text };
}

/** Text of the piece so far, as long as it may still be a key. */
function keyBefore(held: readonly Buffer[], chunk: Buffer, start: number, end: number): string {
  return Buffer.concat([...held, chunk.subarray(start, end)]).toString('utf8', 0, 200);
}
