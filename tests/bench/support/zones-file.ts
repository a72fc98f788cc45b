import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { ZONE_CLASSES } from '#domain/hazard/zone';
import { makeZones } from './prefecture.ts';

/**
 * Writes the made-up prefecture as a KSJ A33 GeoJSON, spelled as KSJ spells it: spaces, many decimals, one
 * feature a line. 45,000 zones are about 150 MB.
 */
export async function writeZonesFile(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await write('{\n"type": "FeatureCollection",\n"name": "A33-24_99Polygon",\n"features": [\n');
  let number = 0;
  for (const { geometry, zoneClass } of makeZones(count)) {
    const properties = {
      // Everything is one phenomenon: the made-up zones do not lie in each other.
      A33_001: 1,
      A33_002: zoneClass === ZONE_CLASSES[0] ? 2 : 1,
      A33_003: '99',
      A33_004: `201K汐路${number}`,
      A33_005: `汐路${number}`,
      A33_006: '汐路県汐路市汐路町字汐路',
      A33_007: '2012/2/28',
      A33_008: 0,
    };
    const rings = (geometry.coordinates[0] ?? []).map(
      (ring) =>
        `[ ${ring.map(([lng, lat]) => `[ ${lng.toFixed(17)}, ${lat.toFixed(17)} ]`).join(', ')} ]`,
    );
    number += 1;
    await write(
      `{ "type": "Feature", "properties": ${JSON.stringify(properties)}, "geometry": { "type": "Polygon", "coordinates": [ ${rings.join(', ')} ] } }${number < count ? ',' : ''}\n`,
    );
  }
  file.end(']\n}\n');
  await once(file, 'finish');
}
