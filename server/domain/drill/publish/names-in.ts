import { foldText } from '../../text/fold-text.ts';

/** A name in a text: where it stands. Whose it is in the roster is not said. */
export interface NameHit {
  /** Path of the text in what was looked at: `findings.0.text`. */
  readonly path: string;
  /** As it is written there, and from which character on (UTF-16). */
  readonly found: string;
  readonly at: number;
}

/** Shorter names stand in other words by chance: they count only before a title. */
const LEAST_KANA = 4;
const LEAST_OTHER = 2;
const LONGEST_PART = 12;
const TITLES = ['さん', '様', 'さま', '氏', '君', 'くん', 'ちゃん', '殿', '先生'].map(foldText);

/**
 * Names that stand in any text of a value, however they are written: width, kana, old characters, spaces and
 * line ends make no difference. A full name is found anywhere; a part of one (the family's or the given name,
 * where the name has a space) only before a title like さん. What people are called by otherwise is not found.
 *
 * @param names of the roster and of those who took part
 */
export function namesIn(value: unknown, names: readonly string[]): NameHit[] {
  const full = new Set<string>();
  const titled = new Set<string>();
  for (const name of names) {
    const folded = foldText(name);
    const least = /^[ァ-ヶ]+$/.test(folded) ? LEAST_KANA : LEAST_OTHER;
    if ([...folded].length >= least) full.add(folded);
    for (const part of [folded, ...name.split(/[\s・]+/u).map(foldText)])
      if (part !== '') titled.add(part);
  }
  return textsOf(value, '').flatMap(({ path, text }) => {
    const folded = foldText(text);
    const needles = new Set([
      ...[...full].filter((name) => folded.includes(name)),
      ...titledIn(folded, titled),
    ]);
    const hits = [...needles].flatMap((needle) => placesOf(text, needle));
    return longestOf(hits).map((hit) => ({ path, ...hit }));
  });
}

/** Names that stand before a title, with it. */
function titledIn(folded: string, names: ReadonlySet<string>): string[] {
  return TITLES.flatMap((title) => {
    const found: string[] = [];
    for (let at = folded.indexOf(title); at !== -1; at = folded.indexOf(title, at + 1))
      for (let length = 1; length <= Math.min(at, LONGEST_PART); length += 1) {
        const name = folded.slice(at - length, at);
        if (names.has(name)) found.push(name + title);
      }
    return found;
  });
}

function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, path === '' ? key : `${path}.${key}`),
  );
}

/** The shortest pieces of a text that fold to what is wanted. */
function placesOf(text: string, needle: string): { at: number; found: string }[] {
  const characters = [...text];
  const starts = [0];
  for (const character of characters) starts.push(starts.at(-1)! + character.length);
  const places: { at: number; found: string }[] = [];
  for (let from = 0; from < characters.length; from += 1) {
    if (foldText(characters[from]!) === '') continue;
    for (let to = from + 1; to <= characters.length; to += 1) {
      const found = text.slice(starts[from], starts[to]);
      const folded = foldText(found);
      if (folded === needle) {
        places.push({ at: starts[from]!, found });
        break;
      }
      // A mark that follows may still join with the last character (half-width kana).
      if (folded.length > needle.length + 1) break;
    }
  }
  // A piece that cannot be cut out of its text is told as the whole of it.
  return places.length > 0 ? places : [{ at: 0, found: text }];
}

/** Of pieces that lie in each other the longest. */
function longestOf(hits: readonly { at: number; found: string }[]) {
  const endOf = ({ at, found }: { at: number; found: string }) => at + found.length;
  return hits
    .filter(
      (hit) =>
        !hits.some(
          (other) =>
            other.found.length > hit.found.length &&
            other.at <= hit.at &&
            endOf(other) >= endOf(hit),
        ),
    )
    .sort((a, b) => a.at - b.at);
}
