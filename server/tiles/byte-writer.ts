/** Fewer bytes than this are copied one by one: a view of them costs more. */
const SHORT = 128;

/** Protocol-buffer bytes in one buffer that doubles when it is full and is used again after `reset`. */
export class ByteWriter {
  length = 0;
  #bytes: Uint8Array;
  readonly #encoder = new TextEncoder();

  constructor(initialBytes = 65_536) {
    this.#bytes = new Uint8Array(initialBytes);
  }

  reset(): void {
    this.length = 0;
  }

  /** A whole number from 0 to 2^32 - 1. */
  varint(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  /** A text with its length before it. */
  text(value: string): void {
    const room = value.length * 3 + 5;
    if (this.length + room > this.#bytes.length) this.#grow(room);
    if (this.#shortAscii(value)) return;
    const encoded = this.#encoder.encode(value);
    this.varint(encoded.length);
    this.#bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  /** Most texts of a tile are ids: written byte by byte, they need no array of their own. */
  #shortAscii(value: string): boolean {
    const { length } = value;
    if (length > 127) return false;
    const bytes = this.#bytes;
    const first = this.length + 1;
    for (let place = 0; place < length; place += 1) {
      const code = value.charCodeAt(place);
      if (code > 127) return false;
      bytes[first + place] = code;
    }
    bytes[this.length] = length;
    this.length = first + length;
    return true;
  }

  /** The bytes of another writer, with their number before them. */
  nested(other: ByteWriter): void {
    this.varint(other.length);
    this.append(other);
  }

  append(other: ByteWriter): void {
    if (this.length + other.length > this.#bytes.length) this.#grow(other.length);
    const bytes = this.#bytes;
    const from = other.#bytes;
    if (other.length < SHORT)
      for (let place = 0; place < other.length; place += 1)
        bytes[this.length + place] = from[place]!;
    else bytes.set(from.subarray(0, other.length), this.length);
    this.length += other.length;
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #grow(room: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + room));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}

/** Number of bytes of a varint. */
export function varintLength(value: number): number {
  return value < 0x80
    ? 1
    : value < 0x4000
      ? 2
      : value < 0x20_0000
        ? 3
        : value < 0x1000_0000
          ? 4
          : 5;
}
