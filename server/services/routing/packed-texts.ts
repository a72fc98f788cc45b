/** Many texts in two arrays, which threads share without a copy where a list of texts is copied. */
export interface PackedTexts {
  /** UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: Uint32Array;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let length = 0;
  for (const [at, text] of texts.entries()) {
    length += Buffer.byteLength(text);
    ends[at] = length;
  }
  const bytes = Buffer.alloc(length);
  let at = 0;
  for (const text of texts) at += bytes.write(text, at);
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, length), ends };
}

export function textAt({ bytes, ends }: PackedTexts, at: number): string {
  const start = at === 0 ? 0 : ends[at - 1]!;
  // Texts of memory that threads share are decoded from a copy.
  return Buffer.from(bytes.slice(start, ends[at]!)).toString();
}

export function unpackTexts(packed: PackedTexts): string[] {
  const copy = Buffer.from(packed.bytes);
  let start = 0;
  return Array.from(packed.ends, (end) => {
    const text = copy.toString('utf8', start, end);
    start = end;
    return text;
  });
}
