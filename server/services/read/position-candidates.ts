import type { PositionCandidates } from '#contract/people-desk';
import type { Position } from '#domain/geo/position';
import { DEFAULT_RADIUS_METERS } from '#domain/resident/accuracy';
import { findCandidates } from '#geodata/geocode/candidates';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { buildGeocoder, type Geocoder } from '#geodata/geocode/geocoder';
import type { Database } from '../../db/database.ts';
import { listGazetteer } from '../../db/queries/gazetteer.ts';
import { type MunicipalityVersions, versionToken } from './data-versions.ts';
import { VersionCache } from './version-cache.ts';

interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly geocode: Geocoder;
}

/** As many as the digits of a keyboard. */
const MOST_CANDIDATES = 9;

export type ReadCandidates = (
  municipality: MunicipalityVersions,
  text: string,
) => Promise<PositionCandidates>;

/** Finds where an address may be; the gazetteer is kept in memory for as long as it is in force. */
export function candidateReader(database: Database): ReadCandidates {
  const gazetteers = new VersionCache<Gazetteer>();
  return async (municipality, text) => {
    const { code, name } = municipality;
    const token = versionToken(municipality, ['gazetteer']);
    const { entries, geocode } = await gazetteers.get(code, token, async () => {
      const all = await listGazetteer(database, code);
      return { entries: all, geocode: buildGeocoder(all, { city: name }) };
    });
    const { located, matched, level, reason } = geocode(text);
    const match =
      located.accuracy === 'none' || level === 'none' || matched === null
        ? []
        : [
            {
              name: matched,
              level,
              position: pair(located.position),
              radiusMeters: located.radiusMeters,
              isMatch: true,
            },
          ];
    const isMatched = (other: string) => matched?.endsWith(other) === true;
    const others = findCandidates(entries, text, MOST_CANDIDATES)
      .filter((one) => !isMatched(one.name))
      .slice(0, MOST_CANDIDATES - match.length)
      .map((one) => ({
        ...one,
        position: pair(one.position),
        radiusMeters: DEFAULT_RADIUS_METERS[one.level],
        isMatch: false,
      }));
    return {
      candidates: [...match, ...others],
      reason: reason === null ? null : { ja: reason.ja, en: reason.en },
    };
  };
}

const pair = ([lng, lat]: Position): [number, number] => [lng, lat];
