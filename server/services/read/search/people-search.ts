import type { ResidentRow } from '#contract/resident';
import { foldAddress, foldText } from '#domain/text/fold-text';
import { bestMatches, bestPenalty, type Matches, NO_MATCHES } from './best-matches.ts';

export type FindPeople = (text: string, most: number) => Matches<ResidentRow>;

/**
 * Finds people by name, kana, roster number or address. Each word of what is looked for must be found
 * in some of these; a name counts more than an address, and who comes first stands first.
 */
export function peopleSearch(rows: readonly ResidentRow[]): FindPeople {
  const byRank = [...rows].sort((a, b) => (a.rank || rows.length) - (b.rank || rows.length));
  const texts = byRank.map(({ name, nameKana, rosterNumber, address }) => [
    foldText(name),
    foldText(nameKana ?? ''),
    foldText(rosterNumber),
    foldAddress(address ?? ''),
  ]);
  return (text, most) => {
    const words = wordsOf(text);
    if (words.length === 0) return NO_MATCHES;
    return bestMatches(byRank, (_, place) => penaltyOf(texts[place] ?? [], words), most);
  };
}

interface Word {
  readonly name: string;
  readonly address: string;
}

function wordsOf(text: string): Word[] {
  return text
    .normalize('NFKC')
    .split(/\s+/)
    .map((part) => ({ name: foldText(part), address: foldAddress(part) }))
    .filter(({ name }) => name !== '');
}

function penaltyOf(texts: readonly string[], words: readonly Word[]): number | null {
  const names = texts.slice(0, -1);
  const address = texts.slice(-1);
  let sum = 0;
  for (const word of words) {
    const byName = bestPenalty(names, word.name);
    const penalty = byName ?? (isOfAddress(word, address) ? ADDRESS_PENALTY : null);
    if (penalty === null) return null;
    sum += penalty;
  }
  return sum;
}

/** A bare number would be in nearly every address. */
function isOfAddress(word: Word, address: readonly string[]): boolean {
  return !/^\d+$/.test(word.name) && bestPenalty(address, word.address) !== null;
}

/** Worse than any match of a name, kana or number. */
const ADDRESS_PENALTY = 9;
