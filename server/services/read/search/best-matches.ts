export interface Matches<Item> {
  readonly count: number;
  /** The best of them, at most `most`. */
  readonly items: readonly Item[];
}

export const NO_MATCHES: Matches<never> = { count: 0, items: [] };

/**
 * Those whose penalty is a number, least first; what is alike keeps its order. `penaltyOf` returns null
 * for what does not match.
 */
export function bestMatches<Item>(
  items: readonly Item[],
  penaltyOf: (item: Item, place: number) => number | null,
  most: number,
): Matches<Item> {
  const matching: { readonly place: number; readonly penalty: number }[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const penalty = penaltyOf(items[place] as Item, place);
    if (penalty !== null) matching.push({ place, penalty });
  }
  matching.sort((a, b) => a.penalty - b.penalty || a.place - b.place);
  return {
    count: matching.length,
    items: matching.slice(0, most).map(({ place }) => items[place] as Item),
  };
}

/** How badly a folded text matches: 0 whole, 1 from its start, 2 within; null not at all. */
export function matchPenalty(text: string, wanted: string): number | null {
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  if (at > 0) return 2;
  return text.length === wanted.length ? 0 : 1;
}

/** The match of the first text that matches; later texts count as worse. */
export function bestPenalty(texts: readonly string[], wanted: string): number | null {
  for (const [place, text] of texts.entries()) {
    const penalty = matchPenalty(text, wanted);
    if (penalty !== null) return place * 3 + penalty;
  }
  return null;
}
