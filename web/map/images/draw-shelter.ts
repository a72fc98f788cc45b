import { readCanvas, squareCanvas } from './canvas.ts';
import type { ShelterShape } from './shelter-shape.ts';

const SIZE_PIXELS = 28;

export function drawShelter(shape: ShelterShape, pixelRatio: number): ImageData {
  const context = squareCanvas(SIZE_PIXELS, pixelRatio);
  context.beginPath();
  context.roundRect(1, 1, SIZE_PIXELS - 2, SIZE_PIXELS - 2, 5);
  context.fillStyle = shape.background;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.save();
  context.translate(2.5, 2);
  context.scale(0.96, 0.96);
  context.lineWidth = 2.1;
  context.fillStyle = '#ffffff';
  for (const stroke of shape.strokes) context.stroke(new Path2D(stroke));
  for (const fill of shape.fills) context.fill(new Path2D(fill));
  context.restore();
  if (shape.struck) strike(context);
  if (shape.unknown) questionMark(context);
  return readCanvas(context);
}

function strike(context: CanvasRenderingContext2D): void {
  const line = new Path2D('M4 24 24 4');
  context.lineWidth = 5;
  context.strokeStyle = '#ffffff';
  context.stroke(line);
  context.lineWidth = 2.6;
  context.strokeStyle = '#1a1a1a';
  context.stroke(line);
}

function questionMark(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.arc(22, 6, 5.5, 0, Math.PI * 2);
  context.fillStyle = '#ffffff';
  context.fill();
  context.fillStyle = '#1a1a1a';
  context.font = 'bold 9px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('?', 22, 6.4);
}
