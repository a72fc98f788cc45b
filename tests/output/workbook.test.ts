import { buffer } from 'node:stream/consumers';
import ExcelJs from 'exceljs';
import { expect, test } from 'vitest';
import { workbook } from '../../server/output/workbook.ts';

async function readBack(rows: Iterable<(string | number | null)[]>, headRow = 1) {
  const bytes = await buffer(workbook(rows, { sheetName: '対象者', headRow }));
  const book = new ExcelJs.Workbook();
  // exceljs declares a Buffer of its own.
  await book.xlsx.load(bytes as unknown as ExcelJs.Buffer);
  return book;
}

test('what goes in is what Excel reads: numbers, names with every character, nothing as a formula', async () => {
  const rows = [
    ['順位', '氏名'],
    [1, '葛󠄀飾 <&> "花子"'],
    [2, '=1+1'],
    [3, null],
    [-12.5, ' 前の空白'],
  ];
  const sheet = (await readBack(rows)).getWorksheet('対象者');
  expect(sheet?.getRow(1).font?.bold ?? sheet?.getCell('A1').font?.bold).toBe(true);
  const cells = [1, 2, 3, 4, 5].map((row) => [
    sheet?.getCell(row, 1).value,
    sheet?.getCell(row, 2).value,
  ]);
  expect(cells).toEqual(rows);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

test('rows are taken as they are written, and thousands are all there', async () => {
  function* many() {
    for (let number = 0; number < 5000; number += 1) yield [number, `人${number}`];
  }
  const sheet = (await readBack(many())).getWorksheet(1);
  expect(sheet?.rowCount).toBe(5000);
  expect(sheet?.getCell('B5000').value).toBe('人4999');
});

test('what XML cannot hold is left out, columns go on after Z', async () => {
  const wide = Array.from({ length: 30 }, (_, index) => `列${index}`);
  const sheet = (await readBack([wide, ['a\u0001b']])).getWorksheet(1);
  expect(sheet?.getCell('AD1').value).toBe('列29');
  expect(sheet?.getCell('A2').value).toBe('ab');
});
