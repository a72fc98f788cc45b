import { localScale } from '#domain/geo/distance';
import type { Bbox, Position } from '#domain/geo/position';

/** A piece of paper with a scale: what lies where, in millimetres from its upper left corner. */
export interface MapFrame {
  readonly widthMm: number;
  readonly heightMm: number;
  /** 5000 = 1:5,000. */
  readonly scale: number;
  /** Of what is seen. */
  readonly bbox: Bbox;
  toPaper(position: Position): readonly [x: number, y: number];
}

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Scales that people know from maps. */
const SCALES = [
  1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 7500, 10_000, 12_500, 15_000, 20_000, 25_000,
  30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000,
] as const;
/** Marks and their labels stay inside of the frame. */
const MARGIN_MM = 14;
const MM_PER_METER = 1000;

/**
 * The largest scale at which the box lies inside of the paper with a margin. North is up; the plane touches the
 * ellipsoid in the middle (`localScale`), so that the scale holds within 0.1 % over 10 km.
 */
export function frameAround(box: Bbox, paper: PaperSize, leastScale = 2500): MapFrame {
  const [west, south, east, north] = box;
  if (!(west <= east && south <= north)) throw new Error(`a box of nothing has no frame: ${box}`);
  const center: Position = [(west + east) / 2, (south + north) / 2];
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale(center[1]);
  const widthMeters = (east - west) * metersPerDegreeLng;
  const heightMeters = (north - south) * metersPerDegreeLat;
  const fits = (scale: number) =>
    (widthMeters * MM_PER_METER) / scale <= paper.widthMm - 2 * MARGIN_MM &&
    (heightMeters * MM_PER_METER) / scale <= paper.heightMm - 2 * MARGIN_MM;
  const scale = SCALES.find((one) => one >= leastScale && fits(one)) ?? SCALES[SCALES.length - 1]!;
  const mmPerDegreeLng = (metersPerDegreeLng * MM_PER_METER) / scale;
  const mmPerDegreeLat = (metersPerDegreeLat * MM_PER_METER) / scale;
  const halfLng = paper.widthMm / 2 / mmPerDegreeLng;
  const halfLat = paper.heightMm / 2 / mmPerDegreeLat;
  return {
    ...paper,
    scale,
    bbox: [center[0] - halfLng, center[1] - halfLat, center[0] + halfLng, center[1] + halfLat],
    toPaper: ([lng, lat]) => [
      paper.widthMm / 2 + (lng - center[0]) * mmPerDegreeLng,
      paper.heightMm / 2 - (lat - center[1]) * mmPerDegreeLat,
    ],
  };
}

/** Metres of a scale bar that is 25 to 60 mm long: 1, 2 or 5 with noughts. */
export function scaleBarMeters(scale: number): number {
  const mostMeters = (60 * scale) / MM_PER_METER;
  const power = 10 ** Math.floor(Math.log10(mostMeters));
  return (mostMeters >= 5 * power ? 5 : mostMeters >= 2 * power ? 2 : 1) * power;
}
