import type { ChartItemOnWire } from '#contract/chart';

/** The day as this computer has it, YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');

/** The list with one item a place further up (-1) or down (1). */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const list = [...items];
  const [item] = list.splice(place, 1);
  if (item !== undefined) list.splice(place + by, 0, item);
  return list;
}

/** An item that counts the people needing support until its formula is written. */
export function newItem(items: readonly ChartItemOnWire[], name: string): ChartItemOnWire {
  let number = items.length + 1;
  while (items.some(({ id }) => id === `own-${number}`)) number += 1;
  return {
    ...{ id: `own-${number}`, label: { ja: name, en: name } },
    ...{ unit: { ja: '人', en: 'people' }, note: '', formula: 'residents', decimals: 0 },
    retiredOn: null,
  };
}
