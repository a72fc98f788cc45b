import type { Position } from '#domain/geo/position';
import { isLatitude, isLongitude } from '#geodata/steps/read-ring';
import { comparable } from './roster-text.ts';
import { SHELTER_REASONS } from './shelter-reasons.ts';
import type { ShelterRow } from './shelter-row.ts';

/** Position under the headers 緯度 and 経度; null where the list gives none. */
export function readPosition(row: ShelterRow): Position | null {
  const latitude = row.text('緯度', 'latitude', 'lat');
  const longitude = row.text('経度', 'longitude', 'lng', 'lon');
  if (latitude === null && longitude === null) return null;
  const lat = numberOf(latitude);
  const lng = numberOf(longitude);
  if (isLatitude(lat) && isLongitude(lng)) return [lng, lat];
  if (isLatitude(lng) && isLongitude(lat)) {
    row.repairs.push(SHELTER_REASONS.swappedPosition);
    return [lat, lng];
  }
  row.repairs.push(SHELTER_REASONS.unreadablePosition);
  return null;
}

/**
 * `120`, `１２０人`, `1,200名`, `100人2.0㎡あたり1人`, `屋内191人／屋外50人` (indoors counts): the number,
 * and the text as written where the number is not all that it says.
 */
export function readCapacity(
  row: ShelterRow,
  ...headers: readonly string[]
): { capacity: number | null; capacityNote: string | null } {
  const text = row.text(...headers);
  if (text === null) return { capacity: null, capacityNote: null };
  const [, before, digits, rest] = CAPACITY.exec(comparable(text)) ?? [];
  if (digits === undefined) {
    row.repairs.push(SHELTER_REASONS.unreadableCapacity);
    return { capacity: null, capacityNote: text };
  }
  const isAllSaid = before === undefined && rest === '';
  return { capacity: Number(digits.replaceAll(',', '')), capacityNote: isAllSaid ? null : text };
}

const CAPACITY = /^(約|屋内)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)[人名]?(.*)$/u;

/** Groups as written, parted at commas and line breaks; null where the list does not say. */
export function readGroups(row: ShelterRow, ...headers: readonly string[]): string[] | null {
  const groups = row
    .text(...headers)
    ?.split(/[、，,;；/／\r\n]+/u)
    .map((group) => group.trim())
    .filter((group) => group !== '');
  return groups === undefined || groups.length === 0 ? null : groups;
}

/** A telephone number as written; a cell that a code, a name or a remark slipped into has none. */
export function readPhone(row: ShelterRow, ...headers: readonly string[]): string | null {
  const text = row.text(...headers);
  if (text === null) return null;
  const plain = comparable(text).replaceAll(/[‐‑‒–—―−ー]/gu, '-');
  const digitCount = plain.replaceAll(/\D/g, '').length;
  const isPhone =
    /^[+0-9()-]+$/.test(plain) && digitCount <= 12 && digitCount >= (plain.includes('-') ? 7 : 9);
  return isPhone ? text : null;
}

/** `172014` or `17201` → `17201`; the code of a prefecture (`170003`) is no municipality's. */
export function municipalityCodeOf(text: string | null): string | null {
  const code = comparable(text ?? '');
  return /^[0-9]{5,6}$/.test(code) && !/^..000/.test(code) ? code.slice(0, 5) : null;
}

function numberOf(text: string | null): number {
  const plain = comparable(text ?? '');
  return /^[0-9]+(?:\.[0-9]*)?$/.test(plain) ? Number(plain) : Number.NaN;
}
