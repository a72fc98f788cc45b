import type { DistrictView } from '#contract/municipality';
import type { ShelterRow } from '#contract/shelter';

export interface FoundPlaces {
  readonly districts: readonly DistrictView[];
  readonly shelters: readonly ShelterRow[];
}

const MOST_OF_A_KIND = 8;

/** Full-width letters and digits, case and spaces make no difference. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

/** Districts and shelters whose name or address holds the text; names that begin with it first. */
export function findPlaces(
  text: string,
  districts: readonly DistrictView[],
  shelters: readonly ShelterRow[],
): FoundPlaces {
  const wanted = folded(text);
  if (wanted === '') return { districts: [], shelters: [] };
  return {
    districts: best(districts, wanted, ({ name }) => [name]),
    shelters: best(shelters, wanted, ({ name, address }) => [name, address ?? '']),
  };
}

function best<T>(all: readonly T[], wanted: string, textsOf: (item: T) => string[]): T[] {
  return all
    .map((item) => ({ item, position: matchPosition(textsOf(item), wanted) }))
    .filter(({ position }) => position !== null)
    .sort((a, b) => Number(a.position) - Number(b.position))
    .slice(0, MOST_OF_A_KIND)
    .map(({ item }) => item);
}

/** Earlier texts and earlier positions count as better. */
function matchPosition(texts: readonly string[], wanted: string): number | null {
  for (const [priority, text] of texts.entries()) {
    const position = folded(text).indexOf(wanted);
    if (position >= 0) return priority * 1000 + position;
  }
  return null;
}
