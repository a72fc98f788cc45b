import { readCanvas, squareCanvas } from './canvas.ts';
import { BOLT_PATH, type PersonShape } from './person-shape.ts';

const SIZE_PIXELS = 34;
const PADDING_PIXELS = 5;

export function drawPerson(shape: PersonShape, pixelRatio: number): ImageData {
  const context = squareCanvas(SIZE_PIXELS, pixelRatio);
  context.translate(PADDING_PIXELS, PADDING_PIXELS);
  if (shape.ring) {
    context.beginPath();
    context.arc(12, 12, 14, 0, Math.PI * 2);
    context.fillStyle = '#ffffffb0';
    context.fill();
    context.setLineDash([4, 2.6]);
    context.lineWidth = 1.6;
    context.strokeStyle = '#4d4d4d';
    context.stroke();
    context.setLineDash([]);
  }
  const path = new Path2D(shape.path);
  context.lineWidth = shape.lineWidth + 2;
  context.strokeStyle = '#00000040';
  context.stroke(path);
  context.fillStyle = shape.fill;
  context.fill(path, 'evenodd');
  context.lineWidth = shape.lineWidth;
  context.strokeStyle = shape.line;
  context.stroke(path);
  if (shape.bolt) drawBolt(context);
  return readCanvas(context);
}

function drawBolt(context: CanvasRenderingContext2D): void {
  const bolt = new Path2D(BOLT_PATH);
  context.translate(2, -2);
  context.lineWidth = 3;
  context.strokeStyle = '#ffffff';
  context.stroke(bolt);
  context.fillStyle = '#1a1a1a';
  context.fill(bolt);
}
