import type { Position, Ring } from '#domain/geo/position';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import type { IndexedZone } from '#domain/hazard/zone-index';
import { seededRandom } from './random.ts';

/*
 * A made-up prefecture of the density of Hiroshima's: zones and people crowd around 400 settlements in
 * 1.4° by 0.9°. The same numbers give the same prefecture on every machine.
 */
/** The sizes that the targets are set for. */
export const ZONES = 45_000;
export const RESIDENTS = 24_000;

const SETTLEMENTS = 400;
const RING_EDGES = 60;

/** Zones of 60 vertices, 35 to 130 m from their middle, made one by one so that none is kept. */
export function* makeZones(count: number): Generator<IndexedZone> {
  const random = seededRandom(2);
  const place = placesNearSettlements(random);
  for (let number = 0; number < count; number += 1) {
    const ring = blankRing();
    fillRing(ring, place(), random);
    yield makeZone(number, ring);
  }
}

/**
 * The same zones in batches, each written over the one before: a source that leaves next to no garbage,
 * for timing what is done with the zones and not what collecting them takes.
 */
export function* refilledBatches(count: number, size: number): Generator<readonly IndexedZone[]> {
  const random = seededRandom(2);
  const place = placesNearSettlements(random);
  const rings = Array.from({ length: size }, blankRing);
  for (let made = 0; made < count; made += size) {
    const filled = rings.slice(0, count - made);
    for (const ring of filled) fillRing(ring, place(), random);
    yield filled.map((ring, at) => makeZone(made + at, ring));
  }
}

/** Homes, as lng, lat, lng, lat … in degrees. */
export function makePoints(count: number): Float64Array {
  const place = placesNearSettlements(seededRandom(3));
  const points = new Float64Array(2 * count);
  for (let point = 0; point < count; point += 1) points.set(place(), 2 * point);
  return points;
}

function placesNearSettlements(random: () => number): () => Position {
  const ofSettlements = seededRandom(1);
  const settlements = Array.from({ length: SETTLEMENTS }, () => [
    132 + ofSettlements() * 1.4,
    34.1 + ofSettlements() * 0.9,
  ]);
  const scatter = () => (random() + random() + random() - 1.5) * 0.05;
  return () => {
    const [lng = 0, lat = 0] = settlements[Math.floor(random() * SETTLEMENTS)] ?? [];
    return [lng + scatter(), lat + scatter()];
  };
}

function makeZone(number: number, ring: Ring): IndexedZone {
  return {
    id: `zone-${number}`,
    phenomenon: PHENOMENA[number % PHENOMENA.length] ?? 'landslide',
    zoneClass: ZONE_CLASSES[number % ZONE_CLASSES.length] ?? 'red',
    redNotSurveyed: false,
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
  };
}

type WritableRing = [lng: number, lat: number][];

function blankRing(): WritableRing {
  return Array.from({ length: RING_EDGES + 1 }, () => [0.5, 0.5]);
}

function fillRing(ring: WritableRing, [lng, lat]: Position, random: () => number): void {
  const radiusDegrees = 0.0004 + random() * 0.0008;
  for (const [vertex, position] of ring.entries()) {
    const angle = (vertex / RING_EDGES) * 2 * Math.PI;
    const reach = radiusDegrees * (0.6 + 0.4 * random());
    position[0] = lng + reach * Math.cos(angle);
    position[1] = lat + reach * Math.sin(angle);
  }
  const [first] = ring;
  const last = ring[RING_EDGES];
  if (first !== undefined && last !== undefined) [last[0], last[1]] = first;
}
