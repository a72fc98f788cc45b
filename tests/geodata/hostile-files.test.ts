import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import { openWorkbook } from '#geodata/sources/roster-xlsx';
import { openZip } from '#geodata/steps/zip';
import { makeA33Gml } from '../support/make-a33-gml.ts';
import { makeZip } from '../support/make-zip.ts';
import { readItems } from '../support/read-items.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
function write(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** Packed as tightly as a ZIP can. */
async function packed(parts: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

const bomb = { found: { en: expect.stringContaining('too large when unpacked') } };

describe('archives', () => {
  test('one that would unpack to a thousand times its size is not unpacked', async () => {
    const zeros = Buffer.alloc(80 * 2 ** 20);
    const file = await packed([['A33.geojson', zeros]]);
    expect(file.length).toBeLessThan(100_000);
    await expect(openZip(write('bomb.zip', file))).rejects.toMatchObject(bomb);
    const workbook = await packed([['xl/workbook.xml', zeros]]);
    await expect(openWorkbook(write('bomb.xlsx', workbook))).rejects.toMatchObject(bomb);
  });

  test('a workbook whose texts alone would fill memory is refused, however loosely they are packed', async () => {
    const texts = Buffer.alloc(130 * 2 ** 20);
    // Each 2 kB block sixteen times: packs to about a fourteenth, as honest text does.
    for (let at = 0, block = 0; at < texts.length; at += 32_768, block += 1) {
      const bytes = createHash('shake256', { outputLength: 2048 }).update(`${block}`).digest();
      for (let copy = 0; copy < 16; copy += 1) bytes.copy(texts, at + copy * 2048);
    }
    const workbook = await packed([['xl/sharedStrings.xml', texts]]);
    expect(texts.length / workbook.length).toBeLessThan(30);
    await expect(openWorkbook(write('texts.xlsx', workbook))).rejects.toMatchObject(bomb);
  });

  test('one of very many entries is not unpacked, one of a few is', async () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ name: `${place}.csv`, content: '' }));
    const many = write('many.zip', makeZip(parts(10_001)));
    await expect(openZip(many)).rejects.toMatchObject(bomb);
    const { files, close } = await openZip(write('few.zip', makeZip(parts(10))));
    close();
    expect(files).toHaveLength(10);
  });

  test('an entry that says it is smaller than it is ends as a broken archive', async () => {
    const file = await packed([['A33.geojson', Buffer.alloc(1_000_000, 'x')]]);
    const said = Buffer.alloc(4);
    said.writeUInt32LE(1_000_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(10);
    for (let at = file.indexOf(said); at >= 0; at = file.indexOf(said, at + 4)) lie.copy(file, at);
    const { files, close } = await openZip(write('lie.zip', file));
    const read = async () => {
      let bytes = 0;
      for await (const chunk of (await files[0]?.open()) ?? []) bytes += chunk.length;
      return bytes;
    };
    await expect(read()).rejects.toMatchObject({ name: 'UnknownLayoutError' });
    close();
  });

  test('names that lead out of the folder lead nowhere: nothing is written by name', async () => {
    const before = readdirSync(join(directory, '..')).sort();
    const names = [
      '../outside.geojson',
      '/tmp/absolute.geojson',
      'C:\\Windows\\x.geojson',
      '..\\y.geojson',
    ];
    const parts = names.map((name) => ({
      name,
      content: '{"type":"FeatureCollection","features":[]}',
    }));
    const { files, close } = await openZip(write('paths.zip', makeZip(parts)));
    expect(files).toHaveLength(4);
    for (const file of files) for await (const _ of await file.open());
    close();
    expect(readdirSync(join(directory, '..')).sort()).toEqual(before);
  });
});

describe('XML', () => {
  const gml = makeA33Gml([]);
  const withEntities = (doctype: string, use: string) => {
    const at = gml.indexOf('?>') + 2;
    const text = `${gml.slice(0, at)}${doctype}${gml.slice(at)}`;
    return text.replace(/(<gml:description>|<ksj:Dataset[^>]*>)/, `$1${use}`);
  };

  // Expanded it would not end within the time of a test.
  test('an entity that multiplies itself is refused and not expanded', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "ha">${levels.join('')}]>`;
    const file = write('laughs.xml', withEntities(doctype, '&l12;'));
    await expect(readItems(openKsjA33([file]))).rejects.toMatchObject({
      name: 'UnknownLayoutError',
    });
  });

  test('an entity that names a file of the server does not bring it in', async () => {
    const secret = write('secret.txt', 'the secret of the server');
    const doctype = `<!DOCTYPE x [<!ENTITY f SYSTEM "file://${secret}">]>`;
    const file = write('external.xml', withEntities(doctype, '&f;'));
    const outcome = await readItems(openKsjA33([file])).catch((error: unknown) => error);
    expect(JSON.stringify(outcome)).not.toContain(readFileSync(secret, 'utf8'));
    expect(outcome).toMatchObject({ name: 'UnknownLayoutError' });
  });
});
