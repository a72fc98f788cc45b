import type { PolygonCoordinates, Position } from '#domain/geo/position';
import { clipLine, clipRing, type PaperBox, type PaperPoint, thinOut } from './clip.ts';
import type { MapFrame } from './map-frame.ts';

/** What is drawn beyond the paper, so that no edge of a cut area is seen on it. */
const BEYOND_MM = 4;
/** Finer than a printer's dots at 150 dpi need not be. */
const FINEST_MM = 0.15;

const drawnBox = ({ widthMm, heightMm }: MapFrame): PaperBox => ({
  left: -BEYOND_MM,
  top: -BEYOND_MM,
  right: widthMm + BEYOND_MM,
  bottom: heightMm + BEYOND_MM,
});

const text = (value: number) => String(Math.round(value * 100) / 100);
const points = (line: readonly PaperPoint[]) =>
  line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${text(x)} ${text(y)}`).join('');

/** The `d` of an SVG path of a line in degrees, cut to the frame; '' where nothing of it is seen. */
export function linePath(line: readonly Position[], frame: MapFrame): string {
  const onPaper = thinOut(line.map(frame.toPaper), FINEST_MM);
  return clipLine(onPaper, drawnBox(frame)).map(points).join('');
}

/** The same of an area, with its holes (fill rule even-odd). However small it is, it is drawn. */
export function areaPath(polygons: readonly PolygonCoordinates[], frame: MapFrame): string {
  const box = drawnBox(frame);
  let path = '';
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const clipped = clipRing(ring.slice(0, -1).map(frame.toPaper), box);
      if (clipped.length < 3) continue;
      const thin = thinOut(clipped, FINEST_MM);
      path += `${points(thin.length < 3 ? clipped : thin)}Z`;
    }
  }
  return path;
}

/** What has a meaning in XML is written as what it is; what XML 1.0 cannot hold is left out. */
export function escapeXml(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
