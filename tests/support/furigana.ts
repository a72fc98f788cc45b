import { readFile, writeFile } from 'node:fs/promises';
import { fromBufferPromise } from 'yauzl';
import { makeZip } from './make-zip.ts';

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
  await writeFile(path, makeZip([...entries].map(([name, content]) => ({ name, content }))));
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
