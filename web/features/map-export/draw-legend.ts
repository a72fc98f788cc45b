import { drawImage } from '../../map/images/draw.ts';
import { FAMILY, fitText } from './draw-text.ts';
import type { LegendMark, LegendRow } from './legend-rows.ts';
import type { Box } from './sheet-layout.ts';

const COLUMN_MM = 58;
const MOST_ROW_MM = 6.4;
const MARK_MM = 9;

/** Rows in as many columns as the box is wide for, from the top of the first column on. Units are millimetres. */
export function drawLegend(
  context: CanvasRenderingContext2D,
  box: Box,
  rows: readonly LegendRow[],
): void {
  const columns = Math.max(1, Math.floor(box.width / COLUMN_MM));
  const perColumn = Math.max(1, Math.ceil(rows.length / columns));
  const rowMm = Math.min(MOST_ROW_MM, box.height / perColumn);
  const columnMm = box.width / columns;
  for (const [index, { mark, label }] of rows.entries()) {
    const x = box.x + Math.floor(index / perColumn) * columnMm;
    const middle = box.y + ((index % perColumn) + 0.5) * rowMm;
    drawMark(context, mark, x, middle, rowMm);
    context.font = `400 3.1px ${FAMILY}`;
    context.fillStyle = '#1a1a1a';
    context.textBaseline = 'middle';
    context.fillText(fitText(context, label, columnMm - MARK_MM - 2), x + MARK_MM, middle);
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  mark: LegendMark,
  x: number,
  middle: number,
  rowMm: number,
): void {
  context.save();
  if (mark.kind === 'image') {
    const size = rowMm * 0.86;
    drawPicture(context, mark.image, x + 3.5, middle, mark.ring === null ? size : size * 0.7);
    if (mark.ring !== null) {
      context.beginPath();
      context.arc(x + 3.5, middle, size * 0.48, 0, 2 * Math.PI);
      context.lineWidth = 0.6;
      context.strokeStyle = mark.ring;
      context.stroke();
    }
  } else if (mark.kind === 'line') {
    context.beginPath();
    context.moveTo(x, middle);
    context.lineTo(x + 7, middle);
    context.lineWidth = 0.4;
    context.setLineDash([1.6, 0.6, 0.3, 0.6]);
    context.strokeStyle = mark.line;
    context.stroke();
  } else drawArea(context, mark, x, middle, rowMm);
  context.restore();
}

function drawArea(
  context: CanvasRenderingContext2D,
  mark: Extract<LegendMark, { kind: 'area' }>,
  x: number,
  middle: number,
  rowMm: number,
): void {
  const height = rowMm * 0.66;
  context.beginPath();
  context.rect(x, middle - height / 2, 7, height);
  context.globalAlpha = mark.hatch === null && !mark.isDashed ? 0.4 : 0.3;
  context.fillStyle = mark.fill;
  context.fill();
  context.globalAlpha = 1;
  const pattern =
    mark.hatch === null ? null : context.createPattern(canvasOf(mark.hatch), 'repeat');
  if (pattern !== null) {
    // A picture of two pixels per CSS pixel, on millimetres.
    pattern.setTransform(new DOMMatrix().scale(25.4 / 96 / 2));
    context.fillStyle = pattern;
    context.fill();
  }
  if (mark.isDashed) context.setLineDash([1.2, 0.8]);
  context.lineWidth = 0.4;
  context.strokeStyle = mark.line;
  context.stroke();
}

function drawPicture(
  context: CanvasRenderingContext2D,
  name: string,
  x: number,
  y: number,
  size: number,
): void {
  context.drawImage(canvasOf(name), x - size / 2, y - size / 2, size, size);
}

function canvasOf(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const image = drawImage(name);
  canvas.width = image?.width ?? 1;
  canvas.height = image?.height ?? 1;
  if (image !== null) canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
