/** How the ground is lit: from the north-west, half way up the sky, as on paper maps. */
const SUN_AZIMUTH_RADIANS = (315 * Math.PI) / 180;
const SUN_HEIGHT_RADIANS = Math.PI / 4;
const FLAT = Math.sin(SUN_HEIGHT_RADIANS);
const EQUATOR_METERS = 40_075_016.686;

export type Rgb = readonly [red: number, green: number, blue: number];

export interface ShadeColors {
  readonly shade: Rgb;
  readonly light: Rgb;
}

/** Heights in metres from the pixels of a terrarium tile (red · 256 + green + blue / 256 − 32768). */
export function heightsOf(pixels: Uint8ClampedArray): Float32Array {
  const heights = new Float32Array(pixels.length / 4);
  const channel = (at: number) => pixels[at] ?? 0;
  for (let at = 0; at < heights.length; at += 1)
    heights[at] = channel(4 * at) * 256 + channel(4 * at + 1) + channel(4 * at + 2) / 256 - 32_768;
  return heights;
}

/** Length of a pixel's side on the ground in the middle of a tile of `size` pixels. */
export function pixelMeters(zoom: number, y: number, size: number): number {
  const mercatorY = Math.PI * (1 - (2 * (y + 0.5)) / 2 ** zoom);
  return EQUATOR_METERS / (size * 2 ** zoom) / Math.cosh(mercatorY);
}

/**
 * The shading of a square of heights: slopes away from the sun in the one colour, slopes towards it in
 * the other, level ground clear (Lambert; Burrough & McDonnell, Principles of Geographical
 * Information Systems, 1998, ch. 8). RGBA, not premultiplied.
 */
export function shadePixels(
  heights: Float32Array,
  size: number,
  metersPerPixel: number,
  { shade, light }: ShadeColors,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(4 * size * size);
  const height = (x: number, y: number) => heights[y * size + x] ?? 0;
  for (let y = 0; y < size; y += 1) {
    const [north, south] = [Math.max(0, y - 1), Math.min(size - 1, y + 1)];
    for (let x = 0; x < size; x += 1) {
      const [west, east] = [Math.max(0, x - 1), Math.min(size - 1, x + 1)];
      const eastward = (height(east, y) - height(west, y)) / ((east - west) * metersPerPixel);
      const northward = (height(x, north) - height(x, south)) / ((south - north) * metersPerPixel);
      const beyondFlat = lit(eastward, northward) - FLAT;
      const strength = beyondFlat < 0 ? -beyondFlat / FLAT : beyondFlat / (1 - FLAT);
      const at = 4 * (y * size + x);
      [rgba[at], rgba[at + 1], rgba[at + 2]] = beyondFlat < 0 ? shade : light;
      rgba[at + 3] = 255 * strength;
    }
  }
  return rgba;
}

/** Share of the sun's light that a plane gets, from its slopes (rise over run). */
function lit(eastward: number, northward: number): number {
  const towardsSun =
    eastward * Math.sin(SUN_AZIMUTH_RADIANS) + northward * Math.cos(SUN_AZIMUTH_RADIANS);
  const light = Math.sin(SUN_HEIGHT_RADIANS) - towardsSun * Math.cos(SUN_HEIGHT_RADIANS);
  return Math.max(0, light / Math.hypot(eastward, northward, 1));
}
