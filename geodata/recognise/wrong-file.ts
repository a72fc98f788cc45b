import type { Bilingual } from '#geodata/item';
import { readStart } from '#geodata/steps/input-file';
import { fileOnDisk } from '#geodata/steps/open-inputs';

/** What people choose by mistake, which no source reads. */
const WRONG = {
  empty: {
    ja: '空のファイルです。中身がないため取り込めません。もう一度書き出すかダウンロードして、選び直してください',
    en: 'The file is empty, so there is nothing to import. Please export or download it again',
  },
  pdf: {
    ja: 'PDFのファイルです。PDFは取り込めません。元の表をCSVかExcel(.xlsx)で受け取り、選び直してください',
    en: 'This is a PDF, which cannot be imported. Please ask for the table as CSV or Excel (.xlsx)',
  },
  picture: {
    ja: '画像のファイルです。画像は取り込めません。元の表をCSVかExcel(.xlsx)で受け取り、選び直してください',
    en: 'This is a picture, which cannot be imported. Please ask for the table as CSV or Excel (.xlsx)',
  },
  oldOffice: {
    ja: '古い形式(.xls・.docなど)か、パスワード付きのOfficeのファイルです。Excelで開き、パスワードなしの.xlsxかCSVで保存して、選び直してください',
    en: 'This is an old (.xls, .doc) or encrypted Office file. Please save it as .xlsx without a password, or as CSV',
  },
} as const satisfies Record<string, Bilingual>;

const PICTURES = ['89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a'];
const OLD_OFFICE = 'd0cf11e0';

/** Says plainly that a file which was not recognised is none that could be; null where it may be. */
export async function wrongFile(path: string): Promise<Bilingual | null> {
  const start = await readStart(fileOnDisk(path), 1024);
  if (
    start
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim() === ''
  )
    return WRONG.empty;
  if (start.includes('%PDF-')) return WRONG.pdf;
  const hex = start.subarray(0, 4).toString('hex');
  if (PICTURES.some((signature) => hex.startsWith(signature))) return WRONG.picture;
  return hex === OLD_OFFICE ? WRONG.oldOffice : null;
}
