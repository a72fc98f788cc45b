import { localScale } from '#domain/geo/distance';
import type { Bbox, Position } from '#domain/geo/position';
import type { PaperSize } from './map-frame.ts';

/** A piece of a district that has a page of its own. */
export interface MapPage {
  /** A1, A2 … : rows from the north by letter, columns from the west by number. */
  readonly label: string;
  readonly box: Bbox;
}

/** What neighbouring pages have in common, as a share of their size. */
const OVERLAP = 0.08;

/**
 * The pages of a map book: a grid over the positions at one scale; a page that holds none of them is left out.
 * Each position lies on one page at least.
 */
export function mapPages(
  positions: readonly Position[],
  { widthMm, heightMm }: PaperSize,
  scale: number,
): MapPage[] {
  if (positions.length === 0) return [];
  const west = Math.min(...positions.map(([lng]) => lng));
  const east = Math.max(...positions.map(([lng]) => lng));
  const south = Math.min(...positions.map(([, lat]) => lat));
  const north = Math.max(...positions.map(([, lat]) => lat));
  const { metersPerDegreeLng, metersPerDegreeLat } = localScale((south + north) / 2);
  const stepLng = ((widthMm / 1000) * scale * (1 - OVERLAP)) / metersPerDegreeLng;
  const stepLat = ((heightMm / 1000) * scale * (1 - OVERLAP)) / metersPerDegreeLat;
  const columns = Math.floor((east - west) / stepLng) + 1;
  const rows = Math.floor((north - south) / stepLat) + 1;
  // The grid lies around the middle, so that margins are alike on both sides.
  const left = (west + east - columns * stepLng) / 2;
  const top = (south + north + rows * stepLat) / 2;
  const cells = new Map<string, MapPage>();
  for (const [lng, lat] of positions) {
    const column = Math.min(Math.floor((lng - left) / stepLng), columns - 1);
    const row = Math.min(Math.floor((top - lat) / stepLat), rows - 1);
    const label = `${letters(row)}${column + 1}`;
    const cellWest = left + column * stepLng;
    const cellNorth = top - row * stepLat;
    cells.set(label, {
      label,
      box: [cellWest, cellNorth - stepLat, cellWest + stepLng, cellNorth],
    });
  }
  return [...cells.values()].sort((a, b) =>
    a.label.localeCompare(b.label, 'en', { numeric: true }),
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : letters(Math.trunc(row / 26) - 1) + last;
}
