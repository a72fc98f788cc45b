import { useQuery } from '@tanstack/react-query';
import { PMTiles } from 'pmtiles';
import { isOfPeople } from '#contract/dataset';
import type { MunicipalityView } from '#contract/municipality';
import { useView } from '../state/use-view.ts';
import { baseMapsQuery } from './base-maps.ts';
import { datasetsQuery } from './queries.ts';

/** Whose data the map shows: datasets in force, and the base map. Each is named once. */
export function useCredits(municipality: MunicipalityView): string[] {
  const datasets = useQuery(datasetsQuery(municipality.code));
  const baseMapCredit = useBaseMapCredit(municipality);
  const credits = (datasets.data?.datasets ?? [])
    .filter(({ status, kind }) => status === 'active' && !isOfPeople(kind))
    .map(({ credit }) => credit);
  return [...new Set([...credits, baseMapCredit])]
    .filter((credit) => credit !== null)
    .map((credit) => credit.trim());
}

/** Credit line of the base map that is shown; null where there is none. */
function useBaseMapCredit({ code, hasBaseMap }: MunicipalityView): string | null {
  const chosenId = useView((view) => view.baseMap);
  const own = useQuery({
    queryKey: [code, 'base-map-credit'],
    queryFn: () => readCredit(`${location.origin}/basemap/${code}/basemap.pmtiles`),
    enabled: hasBaseMap && chosenId === null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const offered = useQuery({ ...baseMapsQuery(), enabled: chosenId !== null });
  if (chosenId === null) return own.data ?? null;
  return offered.data?.baseMaps.find(({ id }) => id === chosenId)?.credit ?? null;
}

async function readCredit(url: string): Promise<string | null> {
  const metadata: unknown = await new PMTiles(url).getMetadata();
  if (typeof metadata !== 'object' || metadata === null || !('attribution' in metadata))
    return null;
  const { attribution } = metadata;
  // Archives of others may carry markup; the words are enough.
  return typeof attribution === 'string' ? attribution.replaceAll(/<[^>]*>/g, '') : null;
}
