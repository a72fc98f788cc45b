export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];
export type Orientation = 'portrait' | 'landscape';

/** Millimetres from the upper left corner of the sheet. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface SheetLayout {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly title: Box;
  readonly map: Box;
  readonly legend: Box;
  readonly foot: Box;
}

const SHORT_AND_LONG_MM = { a4: [210, 297], a3: [297, 420] } as const;
const MARGIN_MM = 10;
const GAP_MM = 3;
const TITLE_MM = 11;
const FOOT_MM = 21;
/** Beside the map on a sheet that lies, below it on one that stands. */
const LEGEND_WIDTH_MM = 62;
const LEGEND_HEIGHT_MM = 52;

/** Where everything stands on a sheet: title, map, legend, and a foot with scale, dates and sources. */
export function sheetLayout(paper: Paper, orientation: Orientation): SheetLayout {
  const [short, long] = SHORT_AND_LONG_MM[paper];
  const isLying = orientation === 'landscape';
  const widthMm = isLying ? long : short;
  const heightMm = isLying ? short : long;
  const inner = widthMm - 2 * MARGIN_MM;
  const top = MARGIN_MM + TITLE_MM + GAP_MM;
  const footTop = heightMm - MARGIN_MM - FOOT_MM;
  const middle = footTop - GAP_MM - top;
  const map: Box = {
    x: MARGIN_MM,
    y: top,
    width: isLying ? inner - LEGEND_WIDTH_MM - GAP_MM : inner,
    height: isLying ? middle : middle - LEGEND_HEIGHT_MM - GAP_MM,
  };
  return {
    widthMm,
    heightMm,
    title: { x: MARGIN_MM, y: MARGIN_MM, width: inner, height: TITLE_MM },
    map,
    legend: isLying
      ? { x: map.x + map.width + GAP_MM, y: top, width: LEGEND_WIDTH_MM, height: middle }
      : {
          x: MARGIN_MM,
          y: map.y + map.height + GAP_MM,
          width: inner,
          height: LEGEND_HEIGHT_MM,
        },
    foot: { x: MARGIN_MM, y: footTop, width: inner, height: FOOT_MM },
  };
}
