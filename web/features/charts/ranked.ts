import type { Charts } from '#contract/chart';
import { valueOfFigure } from './figure-text.ts';

interface Ranked {
  /** null: it has no value, which is no place in the ranking. */
  readonly rank: number | null;
  readonly district: Charts['districts'][number];
}

/** Districts in force, greatest value first; equal values share a rank, those without one come last by name. */
export function ranked({ districts }: Charts, itemId: string): Ranked[] {
  const rows = districts
    .filter(({ isDistrict }) => isDistrict)
    .map((district) => ({ district, value: valueOfFigure(district.figures[itemId]) }));
  return rows
    .map(({ district, value }) => ({
      district,
      rank:
        value === null
          ? null
          : rows.filter((other) => other.value !== null && other.value > value).length + 1,
    }))
    .sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        (a.district.name ?? '').localeCompare(b.district.name ?? '', 'ja'),
    );
}
