import type { AddProtocolAction } from 'maplibre-gl';
import type { Protocol } from 'pmtiles';
import { heightsOf, pixelMeters, type Rgb, shadePixels } from './shade.ts';

export const SHADE_PROTOCOL = 'shade';

const TILE = /\/(\d+)\/\d+\/(\d+)$/;

/** Address of the shading of an archive of heights (PMTiles, terrarium PNG) in two colours `#rrggbb`. */
export function shadeUrl(archiveUrl: string, shade: string, light: string): string {
  return `${SHADE_PROTOCOL}://${shade.slice(1)}-${light.slice(1)}/${archiveUrl}`;
}

/**
 * Serves heights as shaded pictures. MapLibre's own layer of hills computes the light anew in every
 * frame, which took two fifths of each on computers without a graphics card; here it is once a tile.
 */
export function shadeProtocol(archives: Protocol): AddProtocolAction {
  return async (request, abort) => {
    const { colors, prefix, inner } = partsOf(request.url);
    const ask = (type: 'json' | 'arrayBuffer') =>
      archives.tile({ ...request, url: `pmtiles://${inner}`, type }, abort);
    if (request.type === 'json') {
      const { data } = await ask('json');
      return { data: { ...(data as object), tiles: [`${prefix}${inner}/{z}/{x}/{y}`] } };
    }
    // PMTiles answers bytes for what is not JSON, null where the archive holds no tile.
    const data = (await ask('arrayBuffer')).data as Uint8Array<ArrayBuffer> | null;
    if (data === null) return { data: await createImageBitmap(new ImageData(1, 1)) };
    const [, zoom, y] = TILE.exec(inner) ?? [];
    return { data: await shadedPicture(data, Number(zoom), Number(y), colors) };
  };
}

async function shadedPicture(
  png: Uint8Array<ArrayBuffer>,
  zoom: number,
  y: number,
  [shade, light]: [Rgb, Rgb],
): Promise<ImageBitmap> {
  const picture = await createImageBitmap(new Blob([png]), { colorSpaceConversion: 'none' });
  const { width: size } = picture;
  const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas to read heights from');
  context.drawImage(picture, 0, 0);
  const heights = heightsOf(context.getImageData(0, 0, size, size).data);
  const pixels = shadePixels(heights, size, pixelMeters(zoom, y, size), { shade, light });
  return createImageBitmap(new ImageData(pixels, size, size));
}

function partsOf(url: string) {
  const [, shade, light, inner] = /^shade:\/\/([0-9a-f]{6})-([0-9a-f]{6})\/(.*)$/.exec(url) ?? [];
  if (shade === undefined || light === undefined || inner === undefined)
    throw new Error(`expected shade://rrggbb-rrggbb/archive, got ${url}`);
  return {
    colors: [rgbOf(shade), rgbOf(light)] as [Rgb, Rgb],
    prefix: url.slice(0, url.length - inner.length),
    inner,
  };
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
