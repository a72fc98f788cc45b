import type { Position, Ring } from '#domain/geo/position';

/** A zone and places drawn as text; see `readDrawing`. */
export interface Drawing {
  readonly polygon: readonly Ring[];
  readonly inside: readonly Position[];
  readonly outside: readonly Position[];
}

const SPACING_DEGREES = 1 / 8192; // some 12 m, and exact in binary: rows and columns line up to the last bit
const WEST = 132.5;
const NORTH = 34.5;

/**
 * Reads a drawing, north at the top, cells apart by spaces. `A` to `M` are the corners of the outer ring
 * in their order, `N` to `Z` those of a hole; `i` are places that must be inside, `o` outside. A capital
 * may stand in one cell only; `-`, `|` and `.` mean nothing.
 */
export function readDrawing(text: string): Drawing {
  const cells = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, row) =>
      line
        .trim()
        .split(/\s+/)
        .map((symbol, column) => ({ symbol, position: positionOf(column, row) })),
    );
  const places = (wanted: string) =>
    cells.filter(({ symbol }) => symbol === wanted).map(({ position }) => position);
  const ring = (letters: RegExp): Position[] => {
    const corners = cells
      .filter(({ symbol }) => letters.test(symbol))
      .sort((a, b) => (a.symbol < b.symbol ? -1 : 1))
      .map(({ position }) => position);
    return [...corners, ...corners.slice(0, 1)];
  };
  const rings = [ring(/^[A-M]$/), ring(/^[N-Z]$/)].filter(({ length }) => length > 0);
  return { polygon: rings, inside: places('i'), outside: places('o') };
}

function positionOf(column: number, row: number): Position {
  return [WEST + column * SPACING_DEGREES, NORTH - row * SPACING_DEGREES];
}
