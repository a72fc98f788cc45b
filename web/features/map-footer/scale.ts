/** Metres per pixel at zoom 0 on the equator, with tiles of 512 pixels. */
const EQUATOR_METERS_PER_PIXEL = 78_271.517;
const MOST_PIXELS = 110;

export interface Scale {
  readonly meters: number;
  readonly widthPixels: number;
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits the scale bar. */
export function scaleFor(zoom: number, lat: number): Scale {
  const metersPerPixel = (EQUATOR_METERS_PER_PIXEL * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
  const most = metersPerPixel * MOST_PIXELS;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters =
    [5, 2, 1].map((factor) => factor * power).find((length) => length <= most) ?? power;
  return { meters, widthPixels: meters / metersPerPixel };
}
