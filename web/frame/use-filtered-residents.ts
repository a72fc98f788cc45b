import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ResidentPage, residentPageSchema } from '#contract/resident';
import { useMay } from '../api/access.ts';
import { requestJson } from '../api/client.ts';
import { residentSearch } from '../api/resident-search.ts';
import type { DrawnFeatures } from '../map/style.ts';
import { useView } from '../state/use-view.ts';
import { FIRST_VIEW, filtersOnMap, type ResidentFilters } from '../state/view-state.ts';

/** Up to so many people the map follows the filters; tiles of everyone carry no such facts. */
export const MOST_FILTERED = 2_000;
const PAGE = 200;

interface FilteredResidents {
  /** Null where everyone is shown. */
  readonly features: DrawnFeatures | null;
  readonly isTooMany: boolean;
}

/** The people that pass the filters, as points for the map. */
export function useFilteredResidents(code: string): FilteredResidents {
  const filters = useView(filtersOnMap);
  const may = useMay();
  const isFiltered = Object.keys(filters).length > 0 && may('people.see');
  const query = useQuery({
    queryKey: [code, 'residents-on-map', filters],
    queryFn: ({ signal }) => fetchAll(code, filters, signal),
    enabled: isFiltered,
    placeholderData: (former) => former,
  });
  const rows = isFiltered ? query.data?.rows : undefined;
  const features = useMemo(() => (rows === undefined ? null : pointsOf(rows)), [rows]);
  const isTooMany = isFiltered && query.data?.rows === undefined && query.data !== undefined;
  return { features: isTooMany ? null : features, isTooMany };
}

async function fetchAll(
  code: string,
  filters: ResidentFilters,
  signal: AbortSignal,
): Promise<{ readonly rows?: ResidentPage['rows'] }> {
  const list = { filters, sort: FIRST_VIEW.sort };
  const rows: ResidentPage['rows'] = [];
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const path = `/municipalities/${code}/residents?${residentSearch(list, offset, PAGE)}`;
    const page = await requestJson(residentPageSchema, path, { signal });
    if (page.total > MOST_FILTERED) return {};
    total = page.total;
    rows.push(...page.rows);
  }
  return { rows };
}

/** Properties as in the tiles, so that the same layers draw them; never a name. */
function pointsOf(rows: ResidentPage['rows']): DrawnFeatures {
  return {
    type: 'FeatureCollection',
    features: rows.flatMap((row) =>
      row.position === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: {
                id: row.id,
                tier: row.tier,
                red: row.redRelation,
                relation: row.relation,
                power: row.powerDependent === true ? 1 : 0,
                accuracy: row.accuracy,
              },
              geometry: { type: 'Point' as const, coordinates: [...row.position] },
            },
          ],
    ),
  };
}
