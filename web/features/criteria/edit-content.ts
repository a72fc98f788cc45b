import type { CriteriaContent, DraftRule } from '#domain/priority/content';
import type { Tier } from '#domain/priority/criteria';

/** Changes of criteria as values: each gives a new document, and leaves what it does not touch as it is. */
export type Edit = (document: CriteriaContent) => CriteriaContent;

const replaced = <Item>(items: readonly Item[], at: number, change: Partial<Item>): Item[] =>
  items.map((item, index) => (index === at ? { ...item, ...change } : item));

export const changeTier =
  (at: number, change: Partial<Tier>): Edit =>
  (document) => ({ ...document, tiers: replaced(document.tiers, at, change) });

export const addTier =
  (tier: Tier): Edit =>
  (document) => ({ ...document, tiers: [...document.tiers, tier] });

export const removeTier =
  (at: number): Edit =>
  (document) => ({ ...document, tiers: document.tiers.filter((_, index) => index !== at) });

/** Nothing where there is no such place. */
export const moveTier =
  (from: number, to: number): Edit =>
  (document) => {
    const tier = document.tiers[from];
    if (tier === undefined || to < 0 || to >= document.tiers.length || from === to) return document;
    const rest = document.tiers.filter((_, index) => index !== from);
    return { ...document, tiers: [...rest.slice(0, to), tier, ...rest.slice(to)] };
  };

export const changeRule =
  (at: number, change: Partial<DraftRule>): Edit =>
  (document) => ({ ...document, score: replaced(document.score, at, change) });

export const addRule =
  (rule: DraftRule): Edit =>
  (document) => ({ ...document, score: [...document.score, rule] });

export const removeRule =
  (at: number): Edit =>
  (document) => ({ ...document, score: document.score.filter((_, index) => index !== at) });

export const changeWords =
  (change: Partial<Pick<CriteriaContent, 'name' | 'note' | 'source' | 'othersLabel'>>): Edit =>
  (document) => ({ ...document, ...change });
