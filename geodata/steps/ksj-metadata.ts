import { baseName, type InputFile, readStart } from './input-file.ts';
import { encodingOfXml } from './text-encoding.ts';

/**
 * Date of a KSJ package as YYYY-MM-DD, from its KS-META-*.xml: that of the citation (the data), else of
 * the metadata; null where there is none.
 */
export async function findKsjDate(files: readonly InputFile[]): Promise<string | null> {
  const file = files.find(({ name }) => /^KS-META.*\.xml$/i.test(baseName(name)));
  if (file === undefined) return null;
  const bytes = await readStart(file, 1 << 20);
  const text = new TextDecoder(encodingOfXml(bytes.subarray(0, 200))).decode(bytes);
  const citation = /<(?:\w+:)?citation\b[\s\S]*?<\/(?:\w+:)?citation>/i.exec(text)?.[0] ?? '';
  return dateIn(citation, '') ?? dateIn(text, 'Stamp') ?? dateIn(text, '\\w*');
}

function dateIn(text: string, suffix: string): string | null {
  const element = new RegExp(`<(?:\\w+:)?date${suffix}\\b[^>]*>\\s*(\\d{4}-\\d{2}-\\d{2})`, 'i');
  return element.exec(text)?.[1] ?? null;
}
