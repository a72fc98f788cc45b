import type { Feature } from '../files/write.ts';
import type { Place } from '../frame.ts';
import { cellAt } from '../ground/grid.ts';
import type { PlaceName, Setting } from '../names/place-names.ts';
import { type Area, coordinatesOf } from '../shapes/area.ts';
import { labelAreas } from '../shapes/label-areas.ts';
import type { RoadGround } from '../streets/road-costs.ts';
import { districtLabels } from './district-labels.ts';
import type { Settlement } from './settlements.ts';

/** 地区: the city's unit of self-government. */
export interface District extends PlaceName, Place {
  readonly areas: readonly Area[];
}

export interface Districts {
  readonly list: readonly District[];
  readonly borders: readonly (readonly Place[])[];
  /** Number of the district at a place; −1 at sea. */
  readonly at: (place: Place) => number;
}

const TOLERANCE_METERS = 9;

/** Divides the land among the middles of the districts. */
export function makeDistricts(
  ground: RoadGround,
  settlements: readonly Settlement[],
  nameAt: (place: Place) => PlaceName,
): Districts {
  const middles = settlements.filter(({ isPrimary }) => isPrimary);
  const labels = districtLabels(ground, middles);
  const { areas, borders } = labelAreas(ground.grid, labels, TOLERANCE_METERS);
  const list = middles.map((middle, index) => ({
    ...nameAt(middle),
    x: middle.x,
    y: middle.y,
    areas: areas.get(index) ?? [],
  }));
  return { list, borders, at: ({ x, y }) => labels[cellAt(ground.grid, x, y)]! };
}

export function districtFeatures(districts: readonly District[]): Feature[] {
  return districts.map(({ name, kana, areas }, index) => ({
    properties: { district: `${name}地区`, kana, number: index + 1 },
    geometry: { type: 'MultiPolygon', coordinates: areas.map(coordinatesOf) },
  }));
}

/** What a place is named after: the sea near the shore, the valley where it is narrow, else the flat land. */
export function settingOf(heightMeters: number, flatShare: number, metersToSea: number): Setting {
  if (metersToSea < 450 && heightMeters < 15) return 'sea';
  return flatShare < 0.45 || heightMeters > 60 ? 'valley' : 'flat';
}
