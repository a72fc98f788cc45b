import type { SearchResults } from '#contract/search';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

export const KINDS = ['people', 'addresses', 'shelters', 'stations', 'zones', 'districts'] as const;
export type Kind = (typeof KINDS)[number];

/** A result with the key by which the list knows it. */
export type SearchItem = {
  [K in Kind]: {
    readonly kind: K;
    readonly key: string;
    readonly item: SearchResults[K]['items'][number];
  };
}[Kind];

export interface SearchGroup {
  readonly kind: Kind;
  /** The kind with how many there are, and how many of them are shown. */
  readonly title: string;
  readonly items: readonly SearchItem[];
}

/** Results by kind, in the order of the box; kinds without any are left out. */
export function groupsOf(results: SearchResults, words: Words): SearchGroup[] {
  return KINDS.flatMap((kind) => {
    const { count, items } = results[kind];
    if (items.length === 0) return [];
    const isWhole = items.length === count;
    const title = isWhole
      ? words.search.count(words.search[kind], formatNumber(count))
      : words.search.someOf(words.search[kind], formatNumber(count), formatNumber(items.length));
    return [{ kind, title, items: itemsOf(results, kind) }];
  });
}

function itemsOf(results: SearchResults, kind: Kind): SearchItem[] {
  switch (kind) {
    case 'people':
      return results.people.items.map((item) => ({ kind, key: `people.${item.id}`, item }));
    case 'addresses':
      return results.addresses.items.map((item) => ({
        kind,
        key: `addresses.${item.label}`,
        item,
      }));
    case 'shelters':
      return results.shelters.items.map((item) => ({ kind, key: `shelters.${item.id}`, item }));
    case 'stations':
      return results.stations.items.map((item) => ({ kind, key: `stations.${item.id}`, item }));
    case 'zones':
      return results.zones.items.map((item) => ({ kind, key: `zones.${item.id}`, item }));
    case 'districts':
      return results.districts.items.map((item) => ({ kind, key: `districts.${item.id}`, item }));
  }
}

/** What a result is called; the box is not filled with it. */
export function nameOf({ kind, item }: SearchItem, words: Words): string {
  switch (kind) {
    case 'people':
    case 'shelters':
    case 'stations':
    case 'districts':
      return item.name;
    case 'addresses':
      return item.label;
    case 'zones':
      return [item.zoneNumber, item.zoneName].filter(Boolean).join(' ') || words.panel.zone;
  }
}
