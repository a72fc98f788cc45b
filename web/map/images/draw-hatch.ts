import type { Phenomenon } from '#domain/hazard/zone';
import { readCanvas, squareCanvas } from './canvas.ts';

const SIZE_PIXELS = 16;

/** A tile that repeats without a seam: lines (slope failure), dots (debris flow), waves (landslide). */
export function drawHatch(
  pattern: Phenomenon | 'not-surveyed',
  isDark: boolean,
  pixelRatio: number,
): ImageData {
  const context = squareCanvas(SIZE_PIXELS, pixelRatio);
  const color = isDark ? '#ff8a99' : '#a50021';
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1.6;
  DRAWINGS[pattern](context);
  return readCanvas(context);
}

const DRAWINGS: Readonly<
  Record<Phenomenon | 'not-surveyed', (context: CanvasRenderingContext2D) => void>
> = {
  'slope-failure': (context) => {
    for (const offset of [-8, 0, 8, 16]) {
      context.beginPath();
      context.moveTo(offset - 2, 18);
      context.lineTo(offset + 18, -2);
      context.stroke();
    }
  },
  'debris-flow': (context) => {
    for (const [x, y] of [
      [4, 4],
      [12, 12],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1.9, 0, Math.PI * 2);
      context.fill();
    }
  },
  landslide: (context) => {
    for (const y of [4, 12]) {
      context.beginPath();
      for (let x = -1; x <= 17; x++) {
        const height = y + Math.sin((x / 16) * 2 * Math.PI) * 2.4;
        if (x === -1) context.moveTo(x, height);
        else context.lineTo(x, height);
      }
      context.stroke();
    }
  },
  'not-surveyed': (context) => {
    context.font = 'bold 11px sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText('?', 8, 8);
  },
};
