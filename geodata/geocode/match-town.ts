import { type AddressNumbers, type AddressText, readNumbers } from './address-text.ts';
import { GEOCODE_REASONS } from './geocode-reasons.ts';
import type { City, Town } from './town-index.ts';

type GeocodeReason = (typeof GEOCODE_REASONS)[keyof typeof GEOCODE_REASONS];

export type TownMatch =
  | {
      readonly town: Town;
      /** Characters of the address that the town took. */
      readonly length: number;
      /** Numbers behind the town, its 丁目 taken off. */
      readonly rest: AddressNumbers;
    }
  | { readonly town: null; readonly length: number; readonly reason: GeocodeReason };

/** The longest town of a city that the address goes on with at an offset. */
export function matchTown(city: City, address: AddressText, offset: number): TownMatch {
  const longest = Math.min(city.longestKey, address.characters.length - offset);
  for (let length = longest; length > 0; length -= 1) {
    const match = matchPrefix(city, address, offset, length);
    // A longer name that is refused must not give way to a shorter one: 大野中央9丁目 is not 大野.
    if (match !== null) return match;
  }
  return { town: null, length: 0, reason: GEOCODE_REASONS.unknownTown };
}

function matchPrefix(
  city: City,
  address: AddressText,
  offset: number,
  length: number,
): TownMatch | null {
  const key = address.characters.slice(offset, offset + length);
  const town = city.towns.get(key);
  const chomes = city.chomes.get(key);
  if (town === undefined && chomes === undefined) return null;
  const end = offset + length;
  const behind = address.characters.slice(end);
  const rest = readNumbers(address, end);
  // 「阿品9丁目」 of a town that ends at 5: no other reading of the number will do.
  if (/^[0-9]+丁目/.test(behind))
    return { town: null, length, reason: GEOCODE_REASONS.chomeMissing };

  const first = rest.numbers[0];
  const chome = rest.prefix === '' && !rest.firstIsBlock ? chomes?.get(Number(first)) : undefined;
  if (town === undefined) {
    if (chome === undefined) {
      const endsHere = first !== undefined || behind === '';
      return endsHere ? { town: null, length, reason: GEOCODE_REASONS.chomeMissing } : null;
    }
    return { town: chome, length, rest: withoutFirst(rest) };
  }
  if (chome !== undefined && !address.saysOaza) {
    // 「佐方1-4-28」 is 一丁目4番28号; 「佐方1-4」 may as well be 佐方1番地4.
    if (rest.numbers.length >= 3) return { town: chome, length, rest: withoutFirst(rest) };
    return { town: null, length, reason: GEOCODE_REASONS.ambiguousChome };
  }
  return endsTown(town, address, end, rest) ? { town, length, rest } : null;
}

/**
 * Whether the name can end there: at a number, a space or 字, the end, or before letters that may be
 * a 小字 of a town that has some. Otherwise 天神 would take 天神山町.
 */
function endsTown(town: Town, address: AddressText, end: number, rest: AddressNumbers): boolean {
  const behind = address.characters.slice(end);
  if (behind === '' || rest.numbers.length > 0 || address.breaks.has(end)) return true;
  if (/^(?:番外|無番)/u.test(behind)) return true;
  const isPerhapsKoaza = !/[市区郡県]|^[^0-9]*(?:[0-9]+丁目|町[0-9])/u.test(behind);
  return town.city.withKoaza.has(town.key) && isPerhapsKoaza;
}

function withoutFirst(rest: AddressNumbers): AddressNumbers {
  return { prefix: '', numbers: rest.numbers.slice(1), firstIsBlock: false };
}
