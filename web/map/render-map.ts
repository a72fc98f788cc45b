import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { drawImage, IMAGE_PIXEL_RATIO } from './images/draw.ts';
import { maplibre } from './map-library.ts';

export interface RenderedMap {
  readonly style: StyleSpecification;
  /** `[lng, lat]` */
  readonly center: readonly [number, number];
  readonly zoom: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
}

const MOST_WAIT_MILLIS = 45_000;

/**
 * Draws a map out of sight and hands out its picture.
 *
 * @throws Error where the map does not come to rest in time, e.g. because the server is out of reach
 */
export async function renderMap(asked: RenderedMap): Promise<HTMLCanvasElement> {
  const container = document.createElement('div');
  container.inert = true;
  container.style.cssText = `position:fixed;left:-20000px;top:0;width:${asked.widthPixels}px;height:${asked.heightPixels}px`;
  document.body.append(container);
  const map = new maplibre.Map({
    container,
    style: asked.style,
    center: [...asked.center],
    zoom: asked.zoom,
    pixelRatio: asked.pixelRatio,
    maxCanvasSize: [8192, 8192],
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  try {
    map.setMissingStyleImageResolver((id) => {
      const image = drawImage(id);
      if (image !== null) map.addImage(id, image, { pixelRatio: IMAGE_PIXEL_RATIO });
    });
    // A tile that fails leaves its place empty, as on the screen.
    map.on('error', () => undefined);
    await idle(map);
    return copyOf(map.getCanvas());
  } finally {
    map.remove();
    container.remove();
  }
}

function idle(map: MapLibreMap): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(
      () => failed(new Error('the map did not come to rest')),
      MOST_WAIT_MILLIS,
    );
    map.once('idle', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}
