import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type CsvFound, type CsvRow, type ReadCsvOptions, readCsv } from '#geodata/steps/read-csv';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

async function read(content: string | Uint8Array, options: ReadCsvOptions = {}) {
  files += 1;
  const path = join(directory, `${files}.csv`);
  writeFileSync(path, content);
  let found: CsvFound | null = null;
  const rows: CsvRow[] = [];
  const onFound = (said: CsvFound) => {
    found = said;
  };
  for await (const row of readCsv(path, { onFound, ...options })) rows.push(row);
  return { rows, found: found as CsvFound | null };
}

describe('encodings', () => {
  const text = '番号,氏名\r\n①,㈱髙﨑～－\r\n';
  const record = { 番号: '①', 氏名: '㈱髙﨑～－' };

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 (BOM)', Buffer.from(`\ufeff${text}`)],
    ['Shift_JIS (CP932)', encodeCp932(text)],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('finds %s', async (encoding, bytes) => {
    const { rows, found } = await read(bytes);
    expect(found).toEqual({ encoding, delimiter: ',', headers: ['番号', '氏名'] });
    expect(rows).toMatchObject([
      { line: 2, record, raw: '①,㈱髙﨑～－', defect: null, remarks: [] },
    ]);
  });

  it('keeps private-use characters of CP932, the last of them too', async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0xf0, 0x40, 0xf9, 0xfc]);
    expect((await read(bytes)).rows[0]?.record).toEqual({ a: '\ue000\ue757' });
  });

  it('keeps variation selectors, private use and characters beyond the BMP of UTF-8', async () => {
    const name = '𠮷\u{e0100}邊\u{e0101}\ue000';
    expect((await read(`氏名\n${name}\n`)).rows[0]?.record).toEqual({ 氏名: name });
  });

  it('stays with UTF-8 where a byte is damaged, and says so in the row', async () => {
    const good = `氏名\n${'廿日市市佐方\n'.repeat(50)}`;
    const { rows, found } = await read(
      Buffer.concat([Buffer.from(good), Buffer.from([0xe3, 0x0a])]),
    );
    expect(found?.encoding).toBe('UTF-8');
    expect(rows[49]).toMatchObject({ record: { 氏名: '廿日市市佐方' }, remarks: [] });
    expect(rows[50]?.remarks.map(({ code }) => code)).toEqual(['csv.undecodable-character']);
  });

  it('takes the encoding that it is told', async () => {
    const { rows, found } = await read(Buffer.from([0x61, 0x0a, 0xbb, 0xb3]), {
      encoding: 'euc-jp',
    });
    expect(rows[0]?.record).toEqual({ a: '山' });
    expect(found?.encoding).toBe('EUC-JP');
  });

  it('joins characters that a chunk cuts in two', async () => {
    const long = `a\n${'x'.repeat(65_535 - 2)}山\n`;
    for (const bytes of [Buffer.from(long), encodeCp932(long)])
      expect((await read(bytes)).rows[0]?.record.a).toMatch(/^x+山$/);
  });
});

describe('rows', () => {
  it('numbers rows by the line they begin on, through quoted line breaks and blank lines', async () => {
    const { rows } = await read('a,b\r\n1,"x\r\ny"\r\n\r\n2,"""z"""\n3,w');
    expect(rows.map(({ line, record }) => [line, record.a, record.b])).toEqual([
      [2, '1', 'x\r\ny'],
      [4, '', ''],
      [5, '2', '"z"'],
      [6, '3', 'w'],
    ]);
    expect(rows.every(({ defect, remarks }) => defect === null && remarks.length === 0)).toBe(true);
  });

  it('says a short row, and refuses one whose values have slipped', async () => {
    const { rows } = await read('a,b,c\n1,2\n1,2,3,,\n佐方1,2,3,4\n');
    expect(rows.map((row) => [row.defect?.code, row.remarks.map(({ code }) => code)])).toEqual([
      [undefined, ['csv.short-row']],
      [undefined, []],
      ['csv.long-row', []],
    ]);
    expect(rows[0]?.record).toEqual({ a: '1', b: '2', c: '' });
    expect(rows[2]?.raw).toBe('佐方1,2,3,4');
  });

  it('refuses a row whose quotation mark is never closed, with all that it took', async () => {
    const { rows } = await read('a,b\n1,x\n2,"y\n3,z\n');
    expect(rows.map(({ line, raw, defect }) => [line, raw, defect?.code])).toEqual([
      [2, '1,x', undefined],
      [3, '2,"y\n3,z', 'csv.broken-quotes'],
    ]);
  });

  it('refuses a row that a stray quotation mark joined to the next', async () => {
    const { rows } = await read('a,b\n1,"x\n2,"y"\n3,z\n');
    expect(rows.map(({ line, defect }) => [line, defect?.code])).toEqual([
      [2, 'csv.broken-quotes'],
      [4, undefined],
    ]);
  });

  it('numbers repeated headers and drops what has none', async () => {
    const { rows, found } = await read('氏名,電話番号,,電話 番号\n山,1,2,3\n');
    expect(found?.headers).toEqual(['氏名', '電話番号', '', '電話 番号 (2)']);
    expect(rows[0]?.record).toEqual({ 氏名: '山', 電話番号: '1', '電話 番号 (2)': '3' });
  });

  it.each([
    ['\t', 'a\tb\n1,0\t2\n'],
    [';', 'a;b\n1,0;2\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    const { rows, found } = await read(text);
    expect(found?.delimiter).toBe(delimiter);
    expect(rows[0]?.record).toEqual({ a: '1,0', b: '2' });
  });

  it('finds headers below a title, or takes the first row', async () => {
    const text = '名簿\n\n番号,氏名\n1,山\n';
    const below = await read(text, { isHeader: (headers) => headers.includes('氏名') });
    expect(below.rows.map(({ line, record }) => [line, record])).toEqual([
      [4, { 番号: '1', 氏名: '山' }],
    ]);
    expect((await read(text, { isHeader: () => false })).found?.headers).toEqual(['名簿']);
  });

  it('has no rows for an empty file and for headers alone', async () => {
    expect(await read('')).toEqual({ rows: [], found: null });
    expect((await read('a,b\n')).rows).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('closes a file that is not read to its end', async () => {
    const path = join(directory, 'long.csv');
    writeFileSync(path, `a\n${'1\n'.repeat(500_000)}`);
    const isOpen = () =>
      readdirSync('/proc/self/fd').some((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === path;
        } catch {
          return false;
        }
      });
    for await (const _ of readCsv(path)) {
      expect(isOpen()).toBe(true);
      break;
    }
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });

  it('reports every byte that it reads', async () => {
    let bytes = 0;
    await read('a,b\n1,2\n', { onBytes: (more) => (bytes += more) });
    expect(bytes).toBe(8);
  });

  it('gives back every cell that a writer quoted', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !/\ufffd/.test(text));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const quoted = cells.map((row) =>
          row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
        );
        const { rows } = await read(`a,b,c\r\n${quoted.join('\r\n')}\r\n`);
        const isDoubtful = (one: string) => /^"[^\r\n]*[\r\n]/.test(one);
        expect(rows.map(({ record }) => [record.a, record.b, record.c])).toEqual(cells);
        for (const [index, row] of rows.entries())
          expect(row.defect === null).toBe(!cells[index]?.some(isDoubtful));
      }),
      { numRuns: 100 },
    );
  });
});
