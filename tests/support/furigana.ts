import { readFile, writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

/**
 * Gives texts of a workbook the furigana that Japanese Excel keeps behind a typed name (`rPh`), and
 * cuts them into two runs, as a cell with a red character has. exceljs can write neither.
 */
export async function addFurigana(
  path: string,
  furigana: Readonly<Record<string, string>>,
): Promise<void> {
  const entries = await readZip(await readFile(path));
  const strings = entries.get('xl/sharedStrings.xml');
  if (strings === undefined) throw new Error('the workbook has no shared strings');
  let xml = strings.toString('utf8');
  for (const [text, kana] of Object.entries(furigana)) {
    const plain = new RegExp(`<si><t[^>]*>${text}</t></si>`);
    if (!plain.test(xml)) throw new Error(`the workbook has no text ${text}`);
    const [first, ...rest] = [...text];
    xml = xml.replace(
      plain,
      `<si><r><t>${first}</t></r><r><t>${rest.join('')}</t></r>` +
        `<rPh sb="0" eb="${text.length}"><t>${kana}</t></rPh><phoneticPr fontId="1"/></si>`,
    );
  }
  entries.set('xl/sharedStrings.xml', Buffer.from(xml));
  await writeFile(path, storeZip(entries));
}

async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const contents = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    contents.set(entry.fileName, Buffer.concat(chunks));
  }
  return contents;
}

/** A ZIP whose entries are stored, not compressed (PKWARE APPNOTE 4.3). */
function storeZip(entries: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), common, tail, nameBytes);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
