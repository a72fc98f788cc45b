import type { StoredRoadAttributes } from '../entities/road.ts';

/** What nearly every road is; it is not written out. A change here changes what stored roads say. */
const USUAL: StoredRoadAttributes = {
  width: null,
  lanes: null,
  surface: 'unknown',
  isBridge: false,
  isTunnel: false,
  stepCount: 0,
  oneway: 'both',
  access: { foot: 'unknown', wheelchair: 'unknown', car: 'unknown', emergency: 'unknown' },
  maxHeightMeters: null,
  maxWeightTonnes: null,
};
const USUAL_TEXTS = new Map(
  Object.entries(USUAL).map(([name, value]) => [name, JSON.stringify(value)]),
);

/** JSON of what is unusual: a fifth of the whole, and most of the time of loading a city goes with it. */
export function packAttributes(attributes: StoredRoadAttributes): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(attributes).filter(
        ([name, value]) => JSON.stringify(value) !== USUAL_TEXTS.get(name),
      ),
    ),
  );
}

export function unpackAttributes(text: string): StoredRoadAttributes {
  return { ...USUAL, ...(JSON.parse(text) as Partial<StoredRoadAttributes>) };
}
