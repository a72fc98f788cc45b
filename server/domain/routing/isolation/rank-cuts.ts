/** A road or a junction by its number in the table, with the people behind it. */
export interface RankedCut {
  readonly number: number;
  readonly people: number;
}

/** Those with people behind them, most people first, of equal ones in the order of the table. */
export function rankCuts(people: Float64Array, most: number): RankedCut[] {
  const ranked: RankedCut[] = [];
  for (const [number, behind] of people.entries())
    if (behind > 0) ranked.push({ number, people: behind });
  return ranked.sort((a, b) => b.people - a.people || a.number - b.number).slice(0, most);
}
