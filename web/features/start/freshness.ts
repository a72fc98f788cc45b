export type Freshness =
  | { readonly kind: 'none' }
  | { readonly kind: 'undated' }
  | { readonly kind: 'current' | 'old'; readonly oldest: string };

/**
 * Whether the zone data is older than the city allows; the oldest dataset counts, and one without a date
 * is not taken for new. Dates are YYYY-MM-DD.
 */
export function freshnessOf(
  asOf: readonly (string | null)[],
  limitYears: number,
  today: string,
): Freshness {
  if (asOf.length === 0) return { kind: 'none' };
  const dates = asOf.filter((date) => date !== null).sort();
  const oldest = dates[0];
  const [year = 0, ...rest] = today.split('-');
  const limit = [String(Number(year) - limitYears), ...rest].join('-');
  if (oldest !== undefined && oldest < limit) return { kind: 'old', oldest };
  if (oldest === undefined || dates.length < asOf.length) return { kind: 'undated' };
  return { kind: 'current', oldest };
}
