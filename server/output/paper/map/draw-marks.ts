import { MARK_KINDS, type MapContent, type MapMark, type MarkKind } from './map-content.ts';
import type { MapFrame } from './map-frame.ts';
import { escapeXml } from './svg-path.ts';

/** Told apart by their shape, as paper is often printed without colours. Around the middle, in mm. */
const SHAPES: Readonly<Record<MarkKind, string>> = {
  home: '<circle r="2.9" fill="#000" stroke="#fff" stroke-width=".5"/><path d="M-1.9 0L0 -1.8L1.9 0H1.3V1.6H-1.3V0Z" fill="#fff"/>',
  destination:
    '<rect x="-2.8" y="-2.8" width="5.6" height="5.6" fill="#000" stroke="#fff" stroke-width=".5"/><path d="M0 -2L.6 -.6L2 -.6L.9 .4L1.3 1.8L0 1L-1.3 1.8L-.9 .4L-2 -.6L-.6 -.6Z" fill="#fff"/>',
  'second-destination':
    '<rect x="-2.4" y="-2.4" width="4.8" height="4.8" fill="#fff" stroke="#000" stroke-width=".7"/>',
  supporter: '<path d="M0 -2.6L2.5 2H-2.5Z" fill="#fff" stroke="#000" stroke-width=".7"/>',
};

export const LABEL_FONTS = "'BIZ UDPGothic', 'Noto Sans CJK JP'";
const LABEL_MM = 4;

export function drawMarks({ marks }: MapContent, frame: MapFrame): string {
  return MARK_KINDS.flatMap((kind) => marks.filter((mark) => mark.kind === kind))
    .map((mark) => drawMark(mark, frame))
    .join('');
}

function drawMark({ kind, position, label, radiusMeters }: MapMark, frame: MapFrame): string {
  const [x, y] = frame.toPaper(position);
  if (x < 0 || y < 0 || x > frame.widthMm || y > frame.heightMm) return '';
  const isLeft = x > frame.widthMm / 2;
  const [textX, anchor] = isLeft ? [-4, 'end'] : [4, 'start'];
  const circle =
    radiusMeters === null
      ? ''
      : `<circle r="${((radiusMeters * 1000) / frame.scale).toFixed(2)}" fill="none" stroke="#000" stroke-width=".4" stroke-dasharray="1.2 1"/>`;
  return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)})">${circle}${SHAPES[kind]}<text x="${textX}" y="1.5" text-anchor="${anchor}" font-family="${LABEL_FONTS}" font-weight="700" font-size="${LABEL_MM}" stroke="#fff" stroke-width="1" stroke-linejoin="round" paint-order="stroke" fill="#000">${escapeXml(label)}</text></g>`;
}

/** The mark alone, for the legend. */
export const markSvg = (kind: MarkKind): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="7mm" height="7mm" viewBox="-3.5 -3.5 7 7">${SHAPES[kind]}</svg>`;
