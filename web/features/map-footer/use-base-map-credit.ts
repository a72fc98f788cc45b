import { useQuery } from '@tanstack/react-query';
import { PMTiles } from 'pmtiles';
import type { MunicipalityView } from '#contract/municipality';

/** Credit line that the base map's archive carries; null where there is none. */
export function useBaseMapCredit({ code, hasBaseMap }: MunicipalityView): string | null {
  const credit = useQuery({
    queryKey: [code, 'base-map-credit'],
    queryFn: () => readCredit(`${location.origin}/basemap/${code}/basemap.pmtiles`),
    enabled: hasBaseMap,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return credit.data ?? null;
}

async function readCredit(url: string): Promise<string | null> {
  const metadata: unknown = await new PMTiles(url).getMetadata();
  if (typeof metadata !== 'object' || metadata === null || !('attribution' in metadata))
    return null;
  const { attribution } = metadata;
  // Archives of others may carry markup; the words are enough.
  return typeof attribution === 'string' ? attribution.replaceAll(/<[^>]*>/g, '') : null;
}
