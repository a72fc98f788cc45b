/**
 * Many texts in two arrays: a fraction of what a list of short texts takes, and threads share them without a
 * copy.
 */
export interface PackedTexts {
  /** Code units, one text after the other; a byte each where all are below 256, as in ids. */
  readonly units: Uint8Array | Uint16Array;
  /** Where each text ends. */
  readonly ends: Uint32Array;
}

/** In the order in which they come; gone through more than once. */
export function packTexts(texts: Iterable<string>): PackedTexts {
  let count = 0;
  let length = 0;
  let isNarrow = true;
  for (const text of texts) {
    count += 1;
    length += text.length;
    for (let at = 0; isNarrow && at < text.length; at += 1) isNarrow = text.charCodeAt(at) < 256;
  }
  const units = isNarrow ? new Uint8Array(length) : new Uint16Array(length);
  const ends = new Uint32Array(count);
  let [place, end] = [0, 0];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) units[end + at] = text.charCodeAt(at);
    end += text.length;
    ends[place] = end;
    place += 1;
  }
  return { units, ends };
}

/** These texts in another order: `order[i]` is the place that text i is taken from. */
export function reorderTexts({ units, ends }: PackedTexts, order: Uint32Array): PackedTexts {
  const moved = { units: units.slice(), ends: new Uint32Array(order.length) };
  let to = 0;
  for (const [place, given] of order.entries()) {
    const text = units.subarray(given === 0 ? 0 : ends[given - 1]!, ends[given]!);
    moved.units.set(text, to);
    to += text.length;
    moved.ends[place] = to;
  }
  return moved;
}

export function textAt({ units, ends }: PackedTexts, place: number): string {
  let text = '';
  for (let at = place === 0 ? 0 : ends[place - 1]!; at < ends[place]!; at += 1)
    text += String.fromCharCode(units[at]!);
  return text;
}

export function unpackTexts(packed: PackedTexts): string[] {
  return Array.from(packed.ends, (_, place) => textAt(packed, place));
}
