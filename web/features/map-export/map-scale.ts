/** Millimetres of a CSS pixel on paper. */
export const MM_PER_PIXEL = 25.4 / 96;
/** Metres per pixel at zoom 0 on the equator, with tiles of 512 pixels. */
const EQUATOR_METERS_PER_PIXEL = 78_271.516_964;

/** Scales of Japanese plans and maps. */
export const SCALES = [1000, 2500, 5000, 10_000, 25_000, 50_000] as const;

const metersPerPixel = (zoom: number, lat: number) =>
  (EQUATOR_METERS_PER_PIXEL * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/** The zoom level at which a map on paper is 1 : `denominator` in its middle. */
export function zoomOfScale(denominator: number, lat: number): number {
  return Math.log2(metersPerPixel(0, lat) / ((denominator * MM_PER_PIXEL) / 1000));
}

/** The denominator of the scale of a map on paper, to three digits. */
export function scaleOfZoom(zoom: number, lat: number): number {
  const exact = metersPerPixel(zoom, lat) / (MM_PER_PIXEL / 1000);
  return Number(exact.toPrecision(3));
}

/** The longest round length that is at most `mostMm` long on paper. */
export function scaleBar(zoom: number, lat: number, mostMm: number) {
  const most = (metersPerPixel(zoom, lat) * mostMm) / MM_PER_PIXEL;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters =
    [5, 2, 1].map((factor) => factor * power).find((length) => length <= most) ?? power;
  return { meters, lengthMm: (meters / metersPerPixel(zoom, lat)) * MM_PER_PIXEL };
}

/** The zoom at which what is seen in one frame just fits into another. */
export function zoomToFit(
  zoom: number,
  seen: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): number {
  return zoom + Math.log2(Math.min(frame.width / seen.width, frame.height / seen.height));
}
