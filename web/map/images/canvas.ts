/** A canvas of `sizePixels` CSS pixels squared, scaled so that one unit is one CSS pixel. */
export function squareCanvas(sizePixels: number, pixelRatio: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = sizePixels * pixelRatio;
  canvas.height = sizePixels * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser has no 2D canvas');
  context.scale(pixelRatio, pixelRatio);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  return context;
}

export function readCanvas(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}
