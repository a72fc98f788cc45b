import type { ResidentRow, ResidentSort, SortKey } from '#contract/resident';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';

type Key = string | number | null;

/** What people are ordered by; null (not known) is last in both directions. */
const KEYS: Readonly<Record<ResidentSort, (row: ResidentRow) => Key>> = {
  rank: (row) => (row.rank === 0 ? null : row.rank),
  name: (row) => phoneticKey(row.nameKana ?? row.name),
  district: (row) => row.district,
  careLevel: (row) => (row.careLevel === null ? null : CARE_LEVELS.indexOf(row.careLevel)),
  distance: (row) => row.redDistanceMeters,
  age: (row) => row.age,
  accuracy: (row) => ACCURACIES.indexOf(row.accuracy),
  possibleTier: (row) => (row.possibleTier === 0 ? null : row.possibleTier),
  supporters: (row) => row.supporterCount,
};

/** Places in `rows` in the order asked for; whoever is equal in every key stands by rank, then by id. */
export function sortResidents(rows: readonly ResidentRow[], sort: readonly SortKey[]): Uint32Array {
  const columns = sort.map(({ key, isDescending }) => ({
    keys: rows.map(KEYS[key]),
    direction: isDescending ? -1 : 1,
  }));
  return Uint32Array.from(rows.keys()).sort((a, b) => {
    for (const { keys, direction } of columns) {
      const [keyA, keyB] = [keys[a]!, keys[b]!];
      if (keyA === keyB) continue;
      if (keyA === null) return 1;
      if (keyB === null) return -1;
      return keyA < keyB ? -direction : direction;
    }
    const [rowA, rowB] = [rows[a]!, rows[b]!];
    return placeOf(rowA) - placeOf(rowB) || (rowA.id < rowB.id ? -1 : 1);
  });
}

/** Whoever is not ranked yet (rank 0) stands behind all who are. */
function placeOf({ rank }: ResidentRow): number {
  return rank === 0 ? Number.MAX_SAFE_INTEGER : rank;
}

/** Hiragana, half-width and full-width kana of one sound sort together, in the order of the syllabary. */
function phoneticKey(text: string): string {
  const katakana = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 0x60);
  return text.normalize('NFKC').replace(/[ぁ-ゖ]/g, katakana);
}
