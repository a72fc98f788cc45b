import type { FoundAddress } from '#contract/search';
import { foldAddress } from '#domain/text/fold-text';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { buildGeocoder, type Geocoder } from '#geodata/geocode/geocoder';
import { bestMatches, type Matches, matchPenalty, NO_MATCHES } from './best-matches.ts';

export type FindAddresses = (text: string, most: number) => Matches<FoundAddress>;

/**
 * Finds addresses in the gazetteer: the one that a whole address means, to its block where that is
 * known, and the towns whose name holds the text. `city` stands for addresses that name none.
 */
export function addressSearch(entries: readonly GazetteerEntry[], city: string): FindAddresses {
  const geocode = buildGeocoder(entries, { city });
  const towns = [...new Set(entries.map(({ town, koaza }) => town + (koaza ?? '')))].map(
    (name) => ({ name, folded: foldAddress(name) }),
  );
  return (text, most) => {
    const wanted = foldAddress(text);
    if (wanted === '' || /^\d+$/.test(wanted)) return NO_MATCHES;
    const meant = located(geocode, text);
    const named = bestMatches(
      towns,
      ({ folded }) => {
        const penalty = matchPenalty(folded, wanted);
        // Short names first: 阿品 before 阿品台北.
        return penalty === null ? null : penalty * 100 + folded.length;
      },
      most,
    );
    const others = named.items
      .flatMap(({ name }) => located(geocode, name) ?? [])
      .filter(({ label }) => label !== meant?.label);
    const isNamed = named.items.length > others.length;
    return {
      count: named.count + (meant === null || isNamed ? 0 : 1),
      items: [...(meant === null ? [] : [meant]), ...others].slice(0, most),
    };
  };
}

function located(geocode: Geocoder, text: string): FoundAddress | null {
  const { located: at, matched, level } = geocode(text);
  if (at.accuracy === 'none' || matched === null || level === 'none') return null;
  return {
    label: matched,
    accuracy: level,
    position: [at.position[0], at.position[1]],
    radiusMeters: at.radiusMeters,
  };
}
