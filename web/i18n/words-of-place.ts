import type { Words } from './words.ts';

/**
 * Adds the words of a place to those of the frame. They come with the place when it is opened, and not
 * with the first view.
 */
export function wordsOfPlace<Name extends string, Catalogue>(
  name: Name,
  catalogues: Readonly<Record<Words['language'], Catalogue>>,
): (words: Words) => Words & Readonly<Record<Name, Catalogue>> {
  type Extended = Words & Readonly<Record<Name, Catalogue>>;
  const known = new WeakMap<Words, Extended>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const extended = { ...words, [name]: catalogues[words.language] } as Extended;
    known.set(words, extended);
    return extended;
  };
}
