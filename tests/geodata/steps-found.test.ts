import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { SOURCES } from '#geodata/registry';
import { writeTable } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();

/** What a source says that it found in a file. */
async function foundIn(source: keyof typeof SOURCES, path: string) {
  try {
    for await (const _ of SOURCES[source].open([path]).items);
  } catch (error) {
    if (error instanceof UnknownLayoutError) return error.found;
    throw error;
  }
  throw new Error('nothing was refused');
}

function write(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe('what is found in place of the wanted layout', () => {
  const EMPTY = ['ksj-a33', 'districts', 'gsi-shelters', 'gazetteer', 'roster'] as const;
  it.each(EMPTY)('an empty file is called so: %s', async (source) => {
    const path = write('empty', '');
    expect(await foundIn(source, path)).toEqual({ ja: '空のファイルです', en: 'an empty file' });
  });

  it.each(['ksj-a33', 'districts', 'gsi-shelters', 'gazetteer'] as const)(
    'a workbook is called so: %s',
    async (source) => {
      const path = join(directory, 'table.xlsx');
      await writeTable(path, 'xlsx', [['名簿番号', '氏名']]);
      expect((await foundIn(source, path)).ja).toContain('これは Excel のファイルです');
    },
  );

  it('a broken ZIP and a text that ends early are said in each language', async () => {
    const zip = await foundIn('ksj-a33', write('broken.zip', 'PK\u0003\u0004 and no more'));
    expect(zip.ja).toBe('ZIP が壊れています(もう一度ダウンロードしてください)');
    expect(zip.en).toContain('broken ZIP');
    const json = await foundIn('ksj-a33', write('cut.geojson', '{"type":"FeatureCollection"'));
    expect(json.ja).not.toMatch(/text|early/);
  });

  it('never quotes a whole file', async () => {
    const line = write('line.csv', '架'.repeat(5000));
    for (const source of ['gsi-shelters', 'gazetteer'] as const)
      expect([...(await foundIn(source, line)).ja].length).toBeLessThanOrEqual(200);
    const error = new UnknownLayoutError({ ja: '', en: '' }, '𠮷'.repeat(300));
    expect([...error.found.ja]).toHaveLength(200);
  });
});
