import { execFileSync } from 'node:child_process';

/** The text of a PDF as a reader copies it (poppler), without spaces, as these fall where a line ends. */
export function pdfText(pdf: Uint8Array): string {
  const options = { input: pdf, maxBuffer: 64 * 2 ** 20 };
  return execFileSync('pdftotext', ['-layout', '-', '-'], options)
    .toString('utf8')
    .replaceAll(/\s/g, '');
}

/** Fonts of a PDF, a line for each. */
export function pdfFonts(pdf: Uint8Array): string[] {
  const told = execFileSync('pdffonts', ['-'], { input: pdf }).toString('utf8');
  return told.trim().split('\n').slice(2);
}
