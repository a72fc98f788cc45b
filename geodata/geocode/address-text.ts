import { canonicalAddress } from './normalize-address.ts';

/** An address as characters to be eaten from the front, with the places where a space stood. */
export interface AddressText {
  readonly characters: string;
  /** Offsets in `characters` before which there was a space, 大字 or 字. */
  readonly breaks: ReadonlySet<number>;
  /** The address says 大字, so the number behind the name is a lot and no 丁目. */
  readonly saysOaza: boolean;
}

export function readAddress(text: string): AddressText {
  let characters = '';
  const breaks = new Set<number>();
  for (const part of canonicalAddress(text).split(' ')) {
    breaks.add(characters.length);
    characters += part;
  }
  return { characters, breaks, saysOaza: text.includes('大字') };
}

/** The key that a name goes by in an index. */
export function nameKey(name: string): string {
  return canonicalAddress(name).replaceAll(' ', '');
}

export interface AddressNumbers {
  /** 甲, 乙, イ … before the first number, as 地番 have it. */
  readonly prefix: string;
  readonly numbers: readonly string[];
  /** The first number is said to be a 番(地) and so no 丁目. */
  readonly firstIsBlock: boolean;
}

const PREFIX = /^[甲乙丙丁戊己庚辛壬癸イロハニホヘト]?(?=[0-9])/u;

/** The numbers that an address goes on with at an offset; what follows them (building, room) is left. */
export function readNumbers({ characters, breaks }: AddressText, offset: number): AddressNumbers {
  const prefix = PREFIX.exec(characters.slice(offset))?.[0] ?? '';
  const numbers: string[] = [];
  let firstIsBlock = false;
  let at = offset + prefix.length;
  for (;;) {
    const digits = /^[0-9]+/.exec(characters.slice(at, nextBreak(breaks, at)))?.[0];
    if (digits === undefined) break;
    numbers.push(String(Number(digits)));
    at += digits.length;
    const separator = characters[at];
    if (separator === '番' && numbers.length === 1) firstIsBlock = true;
    if ((separator !== '-' && separator !== '番') || breaks.has(at)) break;
    at += 1;
    if (breaks.has(at)) break;
  }
  return { prefix, numbers, firstIsBlock };
}

function nextBreak(breaks: ReadonlySet<number>, offset: number): number | undefined {
  let next: number | undefined;
  for (const at of breaks) if (at > offset && (next === undefined || at < next)) next = at;
  return next;
}
