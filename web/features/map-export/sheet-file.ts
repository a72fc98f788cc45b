import type { SheetLayout } from './sheet-layout.ts';

const POINTS_PER_MM = 72 / 25.4;
const JPEG_QUALITY = 0.92;

export function pngOf(sheet: HTMLCanvasElement): Promise<Blob> {
  return blobOf(sheet, 'image/png');
}

/** One page of the sheet's true size. The writer of PDF is fetched when it is first needed. */
export async function pdfOf(
  sheet: HTMLCanvasElement,
  { widthMm, heightMm }: SheetLayout,
  about: { readonly title: string; readonly language: string },
): Promise<Blob> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const picture = await blobOf(sheet, 'image/jpeg');
  const document = await PDFDocument.create();
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.language);
  document.setCreator('Michishirube');
  const image = await document.embedJpg(await picture.arrayBuffer());
  const size = { width: widthMm * POINTS_PER_MM, height: heightMm * POINTS_PER_MM };
  document.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size });
  const bytes = await document.save();
  return new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });
}

function blobOf(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob === null ? failed(new Error('the picture is too large')) : done(blob)),
      type,
      JPEG_QUALITY,
    ),
  );
}
