export type ZoneDataState =
  | { readonly kind: 'none' }
  | { readonly kind: 'undated' }
  | {
      readonly kind: 'dated';
      readonly oldest: string;
      readonly others: number;
      readonly isOld: boolean;
    };

/**
 * What is to be said of the dates of the zone data; the oldest is what counts. `limitYears` is how old the
 * city lets it be; dates are YYYY-MM-DD.
 */
export function zoneDataState(
  asOf: readonly (string | null)[],
  limitYears: number,
  today: string,
): ZoneDataState {
  if (asOf.length === 0) return { kind: 'none' };
  const dates = asOf.filter((date) => date !== null).sort();
  const oldest = dates[0];
  if (oldest === undefined || dates.length < asOf.length) return { kind: 'undated' };
  const [year = 0, ...rest] = today.split('-');
  const limit = [String(Number(year) - limitYears), ...rest].join('-');
  return { kind: 'dated', oldest, others: asOf.length - 1, isOld: oldest < limit };
}
