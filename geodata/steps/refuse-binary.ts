import { open } from 'node:fs/promises';
import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';

/** The entries that stand first in a workbook; their names are not compressed. */
const WORKBOOK_ENTRY = /\[Content_Types\]\.xml|_rels\/\.rels|xl\//;

/**
 * Refuses what is no text before its bytes are taken for headers.
 *
 * @throws UnknownLayoutError where the file is empty, a ZIP or an Excel workbook.
 */
export async function refuseBinary(path: string, expected: Bilingual): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    if (bytesRead === 0) throw new UnknownLayoutError(expected, FOUND.emptyFile);
    const start = buffer.toString('latin1', 0, bytesRead);
    if (start.startsWith('PK\u0003\u0004'))
      throw new UnknownLayoutError(
        expected,
        WORKBOOK_ENTRY.test(start) ? FOUND.workbook : FOUND.zip,
      );
    if (start.startsWith('\u00d0\u00cf\u0011\u00e0'))
      throw new UnknownLayoutError(expected, FOUND.oldWorkbook);
  } finally {
    await file.close();
  }
}
