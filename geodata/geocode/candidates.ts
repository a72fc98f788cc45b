import type { Position } from '#domain/geo/position';
import { nameKey, readAddress, readNumbers } from './address-text.ts';
import type { GazetteerEntry } from './gazetteer-entry.ts';

/** A place of the gazetteer that an address may mean. */
interface AddressCandidate {
  /** As the gazetteer writes it: 汐路市浜見一丁目3. */
  readonly name: string;
  readonly level: 'block' | 'town';
  readonly position: Position;
}

interface Scored extends AddressCandidate {
  readonly score: number;
}

/** A town of which nothing but one letter is alike says nothing. */
const LEAST_LIKENESS = 0.3;
const BLOCK_MATCHES = 2;
const BLOCK_NEAR = 0.5;

/**
 * Places that a text may mean, the likeliest first: towns whose name is in it or like it, and in these
 * the blocks whose number it gives. Nothing is decided: an officer chooses.
 */
export function findCandidates(
  entries: Iterable<GazetteerEntry>,
  text: string,
  limit: number,
): AddressCandidate[] {
  const address = readAddress(text);
  const byName = new Map<string, Scored>();
  for (const entry of entries) {
    const town = nameKey(`${entry.town}${entry.koaza ?? ''}`);
    const likeness = likenessIn(address.characters, town);
    if (likeness < LEAST_LIKENESS) continue;
    const end = address.characters.indexOf(town) + town.length;
    const numbers = end < town.length ? [] : readNumbers(address, end).numbers;
    const near = blockNearness(entry.block, numbers[0]);
    if (entry.level === 'block' && near === 0 && numbers.length > 0) continue;
    const name = [entry.city, entry.town, entry.koaza, entry.block].filter(Boolean).join('');
    const cityNamed = entry.city !== null && address.characters.includes(nameKey(entry.city));
    const score = likeness * 10 + near + (cityNamed ? 1 : 0) + (entry.level === 'town' ? 0.2 : 0);
    const { level, position } = entry;
    if ((byName.get(name)?.score ?? -1) < score) byName.set(name, { name, level, position, score });
  }
  return [...byName.values()]
    .sort((a, b) => b.score - a.score || byNumber.compare(a.name, b.name))
    .slice(0, limit)
    .map(({ name, level, position }) => ({ name, level, position }));
}

/** Block 2 before block 10. */
const byNumber = new Intl.Collator('ja', { numeric: true });

/** 1 where the whole name is in the text, else the share of its neighbouring letters that are. */
function likenessIn(text: string, name: string): number {
  if (name === '') return 0;
  if (text.includes(name)) return 1;
  if (name.length < 2) return 0;
  let found = 0;
  for (let at = 0; at + 2 <= name.length; at += 1)
    if (text.includes(name.slice(at, at + 2))) found += 1;
  return (found / (name.length - 1)) * 0.9;
}

/** 2 for the block that the address names, less for its neighbours, 0 for others. */
function blockNearness(block: string | null, wanted: string | undefined): number {
  if (block === null || wanted === undefined) return 0;
  const apart = Math.abs(Number(block.replace(/\D+/g, '')) - Number(wanted));
  if (apart === 0) return BLOCK_MATCHES;
  return apart <= 2 ? BLOCK_NEAR / apart : 0;
}
