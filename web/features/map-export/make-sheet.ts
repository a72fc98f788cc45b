import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { renderMap } from '../../map/render-map.ts';
import { buildStyle, type StyleInput } from '../../map/style.ts';
import { drawSheet } from './draw-sheet.ts';
import { legendRows } from './legend-rows.ts';
import { MM_PER_PIXEL, scaleBar, scaleOfZoom, zoomOfScale, zoomToFit } from './map-scale.ts';
import type { SheetLayout } from './sheet-layout.ts';

export interface SheetRequest {
  readonly title: string;
  readonly layout: SheetLayout;
  /** Denominator; null shows what is seen now. */
  readonly scale: number | null;
  readonly view: {
    readonly center: readonly [number, number];
    readonly zoom: number;
    readonly widthPixels: number;
    readonly heightPixels: number;
  };
  readonly styleInput: StyleInput;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly zoneDataAsOf: readonly (string | null)[];
  readonly credits: readonly string[];
}

/** Pixels per CSS pixel: 192 dots per inch on paper. */
const PIXEL_RATIO = 2;
const SCALE_BAR_MM = 50;

/** The sheet as a picture. It is drawn in the light colours: paper is white at night too. */
export async function makeSheet(asked: SheetRequest, words: Words): Promise<HTMLCanvasElement> {
  const { layout, view } = asked;
  const frame = {
    width: Math.round(layout.map.width / MM_PER_PIXEL),
    height: Math.round(layout.map.height / MM_PER_PIXEL),
  };
  const [, lat] = view.center;
  const zoom =
    asked.scale === null
      ? zoomToFit(view.zoom, { width: view.widthPixels, height: view.heightPixels }, frame)
      : zoomOfScale(asked.scale, lat);
  const map = await renderMap({
    style: buildStyle({ ...asked.styleInput, isDark: false }),
    center: view.center,
    zoom,
    widthPixels: frame.width,
    heightPixels: frame.height,
    pixelRatio: PIXEL_RATIO,
  });
  const bar = scaleBar(zoom, lat, SCALE_BAR_MM);
  return drawSheet(
    layout,
    {
      title: asked.title,
      map,
      legendTitle: words.map.legend,
      legend: legendRows(asked.styleInput.hiddenLayers, words),
      scaleBar: { label: lengthText(bar.meters, words), lengthMm: bar.lengthMm },
      facts: factsOf(asked, scaleOfZoom(zoom, lat), words),
      sources: `${words.mapTools.export.sources}:${asked.credits.join(words.dot)}`,
    },
    PIXEL_RATIO / MM_PER_PIXEL,
  );
}

function factsOf(asked: SheetRequest, denominator: number, words: Words): string[] {
  const say = words.mapTools.export;
  const dates = asked.zoneDataAsOf.map((asOf) =>
    asOf === null ? words.map.zoneDate.undated : words.map.zoneDate.asOf(words.date(asOf)),
  );
  return [
    say.ratio(formatNumber(denominator)),
    say.data(dates.length === 0 ? words.map.zoneDate.none : dates.join(words.comma)),
    say.date(words.date(asked.today)),
    ...(asked.styleInput.hiddenLayers.includes('residents') ? [] : [say.personalOnSheet]),
  ];
}

function lengthText(meters: number, words: Words): string {
  return meters >= 1000
    ? words.map.kilometres(formatNumber(meters / 1000))
    : words.map.metres(formatNumber(meters));
}
