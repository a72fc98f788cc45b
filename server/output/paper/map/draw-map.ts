import type { Bbox } from '#domain/geo/position';
import {
  isRed,
  PHENOMENA,
  type Phenomenon,
  ZONE_CLASSES,
  type ZoneClass,
} from '#domain/hazard/zone';
import { drawMarks, LABEL_FONTS } from './draw-marks.ts';
import type { MapContent, MapGround, MapZone } from './map-content.ts';
import type { MapFrame } from './map-frame.ts';
import { drawNorthArrow, drawScaleBar } from './map-furniture.ts';
import { areaPath, escapeXml, linePath } from './svg-path.ts';
import { HATCHES, zoneStyle } from './zone-styles.ts';

export interface DrawnMap {
  /** In millimetres, as large as the frame. */
  readonly svg: string;
  /** Kinds of zones that are seen, for the legend. */
  readonly zones: readonly { readonly zoneClass: ZoneClass; readonly phenomenon: Phenomenon }[];
}

/** A piece of the map that has a page of its own. */
interface MapPiece {
  readonly box: Bbox;
  readonly label: string;
}

/** From below: the ground, zones (red on top), roads, the route, north arrow and scale bar, marks. */
export function drawMap(
  content: MapContent,
  frame: MapFrame,
  pieces: readonly MapPiece[] = [],
): DrawnMap {
  const { widthMm, heightMm } = frame;
  const zones = drawZones(content.zones, frame);
  const route = linePath(content.route, frame);
  const parts = [
    `<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>`,
    drawGround(content.ground, frame),
    ...zones.drawings,
    drawRoads(content.ground, frame),
    route === ''
      ? ''
      : `<path d="${route}" ${LINE} stroke="#fff" stroke-width="2.6"/><path d="${route}" ${LINE} stroke="#000" stroke-width="1.2"/>`,
    drawNorthArrow(frame),
    drawScaleBar(frame),
    drawMarks(content, frame),
    ...pieces.map((piece) => drawPiece(piece, frame)),
    `<rect x=".2" y=".2" width="${widthMm - 0.4}" height="${heightMm - 0.4}" fill="none" stroke="#000" stroke-width=".4"/>`,
  ];
  const size = `width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${[...HATCHES.values()].join('')}<clipPath id="paper"><rect width="${widthMm}" height="${heightMm}"/></clipPath></defs><g clip-path="url(#paper)">${parts.join('')}</g></svg>`;
  return { svg, zones: zones.seen };
}

function drawPiece({ box: [west, south, east, north], label }: MapPiece, frame: MapFrame): string {
  const [left, top] = frame.toPaper([west, north]);
  const [right, bottom] = frame.toPaper([east, south]);
  const place = `x="${left.toFixed(2)}" y="${top.toFixed(2)}" width="${(right - left).toFixed(2)}" height="${(bottom - top).toFixed(2)}"`;
  return `<rect ${place} fill="none" stroke="#000" stroke-width=".5"/><text x="${(left + 2).toFixed(2)}" y="${(top + 6.5).toFixed(2)}" font-family="${LABEL_FONTS}" font-weight="700" font-size="5.5" stroke="#fff" stroke-width="1.2" paint-order="stroke">${escapeXml(label)}</text>`;
}

const LINE = 'fill="none" stroke-linejoin="round" stroke-linecap="round"';

function drawZones(zones: readonly MapZone[], frame: MapFrame) {
  const drawings: string[] = [];
  const seen: { zoneClass: ZoneClass; phenomenon: Phenomenon }[] = [];
  const fromBelow = [...ZONE_CLASSES].sort((a, b) => Number(isRed(a)) - Number(isRed(b)));
  for (const zoneClass of fromBelow) {
    for (const phenomenon of PHENOMENA) {
      const paths = zones
        .filter((zone) => zone.zoneClass === zoneClass && zone.phenomenon === phenomenon)
        .map(({ geometry }) => areaPath(geometry.coordinates, frame))
        .filter((path) => path !== '');
      if (paths.length === 0) continue;
      seen.push({ zoneClass, phenomenon });
      const style = zoneStyle(zoneClass, phenomenon);
      const dashes = style.dashes === null ? '' : ` stroke-dasharray="${style.dashes}"`;
      for (const path of paths)
        drawings.push(
          `<path d="${path}" fill="${style.fill}" fill-rule="evenodd" fill-opacity=".75"/><path d="${path}" fill="url(#${style.hatch})" fill-rule="evenodd" stroke="${style.line}" stroke-width="${style.lineMm}"${dashes}/>`,
        );
    }
  }
  return { drawings, seen };
}

function drawGround({ water, waterways, buildings }: MapGround, frame: MapFrame): string {
  const waterPath = areaPath(water, frame);
  const lines = waterways.map((line) => linePath(line, frame)).join('');
  const houses = areaPath(buildings, frame);
  return [
    waterPath === '' ? '' : `<path d="${waterPath}" fill="#dbe8ee" />`,
    lines === '' ? '' : `<path d="${lines}" ${LINE} stroke="#9db4c0" stroke-width=".4"/>`,
    houses === '' ? '' : `<path d="${houses}" fill="#e2e2e2" stroke="#b0b0b0" stroke-width=".1"/>`,
  ].join('');
}

const BREADTH_MM = { main: 1.5, minor: 0.9, path: 0.35 } as const;

/** White between grey edges, so that zones are seen beside them; a path is a dashed line. */
function drawRoads({ roads }: MapGround, frame: MapFrame): string {
  const pathOf = (breadth: keyof typeof BREADTH_MM) =>
    roads
      .filter((road) => road.breadth === breadth)
      .map(({ line }) => linePath(line, frame))
      .join('');
  const [path, minor, main] = [pathOf('path'), pathOf('minor'), pathOf('main')];
  const stroke = (d: string, color: string, width: number, more = '') =>
    d === '' ? '' : `<path d="${d}" ${LINE} stroke="${color}" stroke-width="${width}"${more}/>`;
  return [
    stroke(path, '#666', BREADTH_MM.path, ' stroke-dasharray="1 .8"'),
    stroke(minor, '#777', BREADTH_MM.minor + 0.3),
    stroke(main, '#555', BREADTH_MM.main + 0.35),
    stroke(minor, '#fff', BREADTH_MM.minor),
    stroke(main, '#fff', BREADTH_MM.main),
  ].join('');
}
