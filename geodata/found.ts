import type { Bilingual } from './item.ts';

/** What is found in place of the wanted layout and can be said in words, not by the file's own text. */
export const FOUND = {
  emptyFile: { ja: '空のファイルです', en: 'an empty file' },
  noRows: { ja: 'データ行のないファイルです', en: 'a file without rows of data' },
  noFeatures: { ja: '地物のないファイルです', en: 'a file without features' },
  noFeatureList: {
    ja: '地物の一覧(features)がない JSON です',
    en: 'JSON without a list of features',
  },
  noList: { ja: '一覧(配列)でない JSON です', en: 'JSON that is an object and not a list' },
  brokenJson: {
    ja: 'JSON が壊れています(もう一度ダウンロードしてください)',
    en: 'broken JSON (please download it again)',
  },
  brokenXml: {
    ja: 'XML が途中で切れているか壊れています(もう一度ダウンロードしてください)',
    en: 'XML that ends early or is broken (please download it again)',
  },
  brokenZip: {
    ja: 'ZIP が壊れています(もう一度ダウンロードしてください)',
    en: 'a broken ZIP (please download it again)',
  },
  zipBomb: {
    ja: '展開すると大きすぎる圧縮ファイルです(展開していません)',
    en: 'an archive that would be too large when unpacked (it was not unpacked)',
  },
  encryptedZip: {
    ja: 'パスワードの付いた ZIP です(パスワードを外してください)',
    en: 'a ZIP with a password (please remove it)',
  },
  brokenWorkbook: {
    ja: 'Excel のファイルが壊れています(もう一度保存するかダウンロードしてください)',
    en: 'a broken Excel workbook (please save or download it again)',
  },
  zip: {
    ja: 'ZIP のファイルです(展開してから選んでください)',
    en: 'a ZIP (please unpack it first)',
  },
  workbook: {
    ja: 'これは Excel のファイルです(名簿なら「名簿」を選び、ほかは CSV で保存してください)',
    en: 'this is an Excel workbook (if it is a roster choose “roster”; save anything else as CSV)',
  },
  oldWorkbook: {
    ja: '古い形式(.xls)またはパスワード付きの Excel です(.xlsx で保存してください)',
    en: 'an old (.xls) or encrypted Excel workbook (please save it as .xlsx)',
  },
} as const satisfies Record<string, Bilingual>;
