import { drawLegend } from './draw-legend.ts';
import { FAMILY, fitText, wrapText } from './draw-text.ts';
import type { LegendRow } from './legend-rows.ts';
import type { Box, SheetLayout } from './sheet-layout.ts';

export interface SheetContent {
  readonly title: string;
  readonly map: HTMLCanvasElement;
  readonly legendTitle: string;
  readonly legend: readonly LegendRow[];
  readonly scaleBar: { readonly label: string; readonly lengthMm: number };
  /** Scale, dates, care to be taken. */
  readonly facts: readonly string[];
  readonly sources: string;
}

const INK = '#1a1a1a';
const SOFT = '#4b4b4b';

/** Draws a whole sheet. `pixelsPerMm` decides how fine it is. */
export async function drawSheet(
  layout: SheetLayout,
  content: SheetContent,
  pixelsPerMm: number,
): Promise<HTMLCanvasElement> {
  // A font that no text on the page uses yet has to be fetched for the canvas.
  const letters = [content.title, ...content.facts, content.sources].join('');
  await Promise.all(
    [400, 700].map((weight) => document.fonts.load(`${weight} 16px ${FAMILY}`, letters)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(layout.widthMm * pixelsPerMm);
  canvas.height = Math.round(layout.heightMm * pixelsPerMm);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(pixelsPerMm, pixelsPerMm);
  drawTitle(context, layout.title, content.title);
  const { map } = layout;
  context.drawImage(content.map, map.x, map.y, map.width, map.height);
  context.lineWidth = 0.3;
  context.strokeStyle = INK;
  context.strokeRect(map.x, map.y, map.width, map.height);
  drawNorthArrow(context, map);
  drawLegendBox(context, layout.legend, content);
  drawFoot(context, layout.foot, content);
  return canvas;
}

function drawTitle(context: CanvasRenderingContext2D, box: Box, title: string): void {
  context.font = `700 6.2px ${FAMILY}`;
  context.fillStyle = INK;
  context.textBaseline = 'middle';
  context.fillText(fitText(context, title, box.width), box.x, box.y + box.height / 2);
}

function drawNorthArrow(context: CanvasRenderingContext2D, map: Box): void {
  const x = map.x + map.width - 9;
  const y = map.y + 4;
  context.fillStyle = '#ffffffd9';
  context.fillRect(x - 5, y - 2, 10, 17);
  context.fillStyle = INK;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 2.6, y + 8);
  context.lineTo(x, y + 6.4);
  context.lineTo(x - 2.6, y + 8);
  context.closePath();
  context.fill();
  context.font = `700 4px ${FAMILY}`;
  context.textAlign = 'center';
  context.fillText('N', x, y + 11.4);
  context.textAlign = 'left';
}

function drawLegendBox(context: CanvasRenderingContext2D, box: Box, content: SheetContent): void {
  context.font = `700 3.6px ${FAMILY}`;
  context.fillStyle = INK;
  context.textBaseline = 'middle';
  context.fillText(content.legendTitle, box.x, box.y + 2);
  drawLegend(context, { ...box, y: box.y + 5, height: box.height - 5 }, content.legend);
}

function drawFoot(context: CanvasRenderingContext2D, box: Box, content: SheetContent): void {
  const { lengthMm, label } = content.scaleBar;
  const bar = box.y + 3;
  context.fillStyle = INK;
  context.fillRect(box.x, bar, lengthMm / 2, 1.6);
  context.lineWidth = 0.25;
  context.strokeStyle = INK;
  context.strokeRect(box.x, bar, lengthMm, 1.6);
  context.textBaseline = 'middle';
  context.font = `400 3.2px ${FAMILY}`;
  context.fillText(label, box.x + lengthMm + 2, bar + 0.8);
  const factsX = box.x + lengthMm + 2 + context.measureText(label).width + 6;
  context.font = `700 3.2px ${FAMILY}`;
  const facts = wrapText(context, content.facts.join(' ・ '), box.x + box.width - factsX, 2);
  for (const [index, line] of facts.entries())
    context.fillText(line, factsX, bar + 0.8 + index * 4.6);
  context.font = `400 2.7px ${FAMILY}`;
  context.fillStyle = SOFT;
  const lines = wrapText(context, content.sources, box.width, 3);
  for (const [index, line] of lines.entries())
    context.fillText(line, box.x, box.y + 12.2 + index * 3.9);
}
