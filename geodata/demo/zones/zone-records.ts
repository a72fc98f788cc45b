import { CITY } from '../city.ts';
import type { Feature } from '../files/write.ts';
import type { Place } from '../frame.ts';
import type { Random } from '../random.ts';
import { type Area, coordinatesOf } from '../shapes/area.ts';
import type { ZoneSite } from './zone-site.ts';

const PHENOMENON_CODES = { 'slope-failure': 1, 'debris-flow': 2, landslide: 3 } as const;
const NUMBER_LETTERS = { 'slope-failure': '急', 'debris-flow': '土', landslide: '地' } as const;

/** Names that a site goes by. */
export interface SiteNames {
  /** Name of the town that the zone was drawn for. */
  townOf(site: ZoneSite): string;
  /** Name of the stream at a place, where it has one. */
  streamAt(place: Place): string | null;
}

/** Share of the sites that are not designated yet, and of those whose red zone has not been surveyed. */
const BEFORE_DESIGNATION = 0.07;
const RED_NOT_SURVEYED = 0.06;

/** Zones as features of KSJ A33: the yellow zone of each site, then its red one, of the same number. */
export function zoneFeatures(
  sites: readonly ZoneSite[],
  names: SiteNames,
  random: Random,
): Feature[] {
  const features: Feature[] = [];
  const perTown = new Map<string, number>();
  for (const [index, site] of sites.entries()) {
    const town = names.townOf(site);
    const key = `${site.phenomenon} ${town}`;
    const count = (perTown.get(key) ?? 0) + 1;
    perTown.set(key, count);
    const isBefore = random.chance(BEFORE_DESIGNATION);
    const isUnsurveyed = random.chance(RED_NOT_SURVEYED);
    const common = {
      A33_001: PHENOMENON_CODES[site.phenomenon],
      A33_003: CITY.prefectureCode,
      A33_004: `${NUMBER_LETTERS[site.phenomenon]}-${CITY.code}-${String(index + 1).padStart(4, '0')}`,
      A33_005: nameOf(site, town, count, names),
      A33_006: `${CITY.name}${town}`,
      A33_007: isBefore ? '9999/1/1' : noticeDate(site, random),
    };
    const add = (zoneClass: number, areas: readonly Area[]) => {
      if (areas.length === 0) return;
      features.push({
        properties: {
          A33_001: common.A33_001,
          A33_002: zoneClass,
          A33_003: common.A33_003,
          A33_004: common.A33_004,
          A33_005: common.A33_005,
          A33_006: common.A33_006,
          A33_007: common.A33_007,
          A33_008: isUnsurveyed ? 1 : 0,
        },
        geometry: geometryOf(areas),
      });
    };
    add(isBefore ? 3 : 1, site.yellow);
    if (!isUnsurveyed) add(isBefore ? 4 : 2, site.red);
  }
  return features;
}

function nameOf(site: ZoneSite, town: string, count: number, names: SiteNames): string {
  if (site.phenomenon === 'landslide') return `${town}地すべり`;
  const stream = site.phenomenon === 'debris-flow' ? names.streamAt(site) : null;
  if (stream !== null) return `${stream}支川${count}`;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return site.phenomenon === 'debris-flow'
    ? `${town}川${count}`
    : `${town}(${letters[count - 1] ?? count})`;
}

/** Surveys went from district to district over some fifteen years; dates are unpadded, as in the real file. */
function noticeDate(site: Place, random: Random): string {
  const wave = Math.floor((site.x / 24_000 + site.y / 40_000) * 8);
  const year = Math.min(2024, 2009 + wave + random.integer(0, 3));
  return `${year}/${random.integer(1, 12)}/${random.integer(1, 28)}`;
}

function geometryOf(areas: readonly Area[]): Feature['geometry'] {
  const [only, ...more] = areas.map(coordinatesOf);
  return more.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: [only, ...more] };
}
