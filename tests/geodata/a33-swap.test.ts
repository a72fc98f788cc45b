import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import { readItems } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, square, zoneFeature } from '../support/zone-feature.ts';

const directory = temporaryDirectory();

type Codes = readonly [phenomenon: number, zoneClass: number];
interface Place {
  readonly codes: Codes;
  readonly west: number;
  readonly size: number;
}

/** A yellow zone at a place of its own, with a red one inside where it has one. */
const pair = (place: number, phenomenon: number, hasRed = true): Place[] => {
  const west = 132 + place * 0.1;
  const yellow: Place = { codes: [phenomenon, 1], west, size: 0.01 };
  return hasRed ? [yellow, { codes: [phenomenon, 2], west: west + 0.002, size: 0.005 }] : [yellow];
};

async function read(places: readonly Place[], swap: boolean) {
  const features = places.map(({ codes: [phenomenon, zoneClass], west, size }, place) =>
    zoneFeature({
      properties: {
        A33_001: swap ? zoneClass : phenomenon,
        A33_002: swap ? phenomenon : zoneClass,
        A33_004: String(place),
      },
      geometry: { type: 'Polygon', coordinates: [square(west, 34, size)] },
    }),
  );
  const path = join(directory, 'swap.geojson');
  writeFileSync(path, collection(features));
  return readItems(openKsjA33([path]));
}

const mixed = [...pair(0, 1), ...pair(1, 2), ...pair(2, 1), ...pair(3, 2), ...pair(4, 3, false)];
const slopes = [...pair(0, 1), ...pair(1, 1), ...pair(2, 1)];
const debris = [...pair(0, 2), ...pair(1, 2), ...pair(2, 2)];

describe('A33_001 and A33_002 the wrong way round', () => {
  it.each([
    ['slope failures and debris flows', mixed],
    ['slope failures only', slopes],
    ['debris flows only', debris],
  ])('%s: read as they are, refused when swapped', async (_, places) => {
    const asTheyAre = await read(places, false);
    expect(asTheyAre.counts).toEqual({ accepted: places.length });
    expect(asTheyAre.metadata.notes).toEqual([]);
    await expect(read(places, true)).rejects.toThrow(UnknownLayoutError);
    await expect(read(places, true)).rejects.toThrow('swapped');
  });

  it('does not suspect a file without red zones', async () => {
    const yellows = [1, 2, 1, 2].flatMap((phenomenon, place) => pair(place, phenomenon, false));
    const { counts, metadata } = await read(yellows, false);
    expect(counts).toEqual({ accepted: 4 });
    expect(metadata.notes).toEqual([]);
  });

  it('says how many red zones stand alone', async () => {
    const alone = { codes: [1, 2] as const, west: 139, size: 0.01 };
    const { metadata } = await read([...mixed, alone], false);
    expect(metadata.notes.map(({ en }) => en)).toEqual([
      '1 of 5 red zones lie in no yellow zone of these files',
    ]);
  });
});
