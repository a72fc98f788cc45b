import { readFileSync } from 'node:fs';

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
for (const { geometry } of features)
  for (const ring of geometry.coordinates)
    for (const [lng = 0, lat = 0] of ring) {
      vertices += 1;
      sum += lng + lat;
    }
const milliseconds = performance.now() - start;
process.send?.({ records: features.length, vertices, sum, milliseconds });
