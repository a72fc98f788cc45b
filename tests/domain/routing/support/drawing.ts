import type { Position } from '#domain/geo/position';
import type { Road, RoadNetwork } from '#domain/road/road';
import { at } from '../../hazard/support/zones.ts';

/** Each cell of a drawing is so many metres wide and high. */
export const CELL_METERS = 10;

export const OPEN_TO_ALL = {
  foot: 'yes',
  wheelchair: 'yes',
  car: 'yes',
  emergency: 'yes',
} as const;

/** A paved street of known width that everybody may use, from one junction to another. */
export function roadBetween(
  id: string,
  ends: readonly [string, string],
  line: readonly Position[],
  given: Partial<Road> = {},
): Road {
  return {
    id,
    ends,
    line,
    elevationsMeters: null,
    kind: 'street',
    name: null,
    width: { leastMeters: 6.5, mostMeters: 6.5, from: 'osm-width' },
    lanes: null,
    surface: 'paved',
    isBridge: false,
    isTunnel: false,
    stepCount: 0,
    oneway: 'both',
    access: OPEN_TO_ALL,
    maxHeightMeters: null,
    maxWeightTonnes: null,
    ...given,
  };
}

/**
 * Reads a drawing, north at the top. Capitals and digits are junctions; a run of other signs between two
 * of them, across or down, is a road that goes by both names: `AB` from west to east or north to south.
 * `>` and `<`, `v` and `^` in it make it one-way.
 *
 *     A---B->-C
 *     |       |
 *     D-------E
 */
export function readRoads(
  text: string,
  given: Readonly<Record<string, Partial<Road>>> = {},
): RoadNetwork {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  const grid = rows.map((row) => row.slice(indent));
  const width = Math.max(...grid.map((row) => row.length));
  const roads: Road[] = [];
  const across = grid.map((row, y) => ({ text: row, place: (x: number) => cellAt(x, y) }));
  const down = Array.from({ length: width }, (_, x) => ({
    text: grid.map((row) => row[x] ?? ' ').join(''),
    place: (y: number) => cellAt(x, y),
  }));
  const scan = (lines: typeof across, signs: string) => {
    // Looked ahead for, as a junction ends one road and begins the next.
    for (const { text: line, place } of lines)
      for (const found of line.matchAll(new RegExp(`(?=([A-Z0-9])([${signs}]+)([A-Z0-9]))`, 'g'))) {
        const [, from = '', way = '', to = ''] = found;
        const id = from + to;
        const ends = [place(found.index), place(found.index + way.length + 1)];
        const oneway = /[>v]/.test(way) ? 'forward' : /[<^]/.test(way) ? 'backward' : 'both';
        roads.push(roadBetween(id, [from, to], ends, { oneway, ...given[id] }));
      }
  };
  scan(across, '-<>=');
  scan(down, '|^v');
  return { roads, barriers: [], restrictions: [] };
}

/** The middle of a cell, counted from the upper left. */
export function cellAt(column: number, row: number): Position {
  return at(column * CELL_METERS, -row * CELL_METERS);
}
