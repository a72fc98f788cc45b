import { readFileSync } from 'node:fs';
import type { Imported } from './imported.ts';

/* The peer of import-zones in a process of its own, so that its memory is not counted as ours. */
interface Collection {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly (readonly number[])[])[] };
  }[];
}

const start = performance.now();
const { features } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Collection;
let vertices = 0;
let sum = 0;
for (const { geometry } of features) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of geometry.coordinates)
    for (const [lng = 0, lat = 0] of ring) {
      vertices += 1;
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  sum += west + south + east + north;
}
const milliseconds = performance.now() - start;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const imported: Imported = { records: features.length, vertices, sum, milliseconds, peakMegabytes };
process.send?.(imported);
