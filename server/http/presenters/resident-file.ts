import { pipeline } from 'node:stream/promises';
import type { ResidentColumn } from '#contract/people-desk';
import type { ResidentRow } from '#contract/resident';
import type { Bilingual } from '#domain/resident/labels';
import {
  type Cell,
  columnCells,
  columnHeads,
  type Language,
} from '../../output/resident-columns.ts';
import { workbook } from '../../output/workbook.ts';
import { asOfWords } from '../../services/read/date-words.ts';
import type { BodyWriter } from '../endpoint.ts';
import { languageOf } from '../language.ts';
import { csvBody } from './csv-body.ts';

/** What a file of the list says beside its rows. */
export interface ListFile {
  readonly municipalityName: string;
  readonly rows: Iterable<ResidentRow>;
  /** The usual ones where undefined. */
  readonly columns: readonly ResidentColumn[] | undefined;
  readonly zoneDataAsOf: readonly (string | null)[];
  readonly filter: Bilingual;
  readonly sort: Bilingual;
  /** Lines above the table that say what it is; a program that reads the file does without. */
  readonly hasHeading: boolean;
  /** Without its ending. */
  readonly fileName: string;
}

/** As CSV for Excel; the date of the zone data stands on every line beside the judgement. */
export const residentCsv = (file: ListFile): BodyWriter =>
  csvBody(`${file.fileName}.csv`, (language) => lines(file, language));

/** As an Excel workbook that is written while it is read. */
export function residentWorkbook(file: ListFile): BodyWriter {
  return async (request, response) => {
    const language = languageOf(request);
    response
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .attachment(`${file.fileName}.xlsx`);
    response.set('Content-Language', language);
    const sheetName = language === 'ja' ? '対象者' : 'People';
    const headRow = file.hasHeading ? heading(file, language).length + 1 : 1;
    await pipeline(workbook(lines(file, language), { sheetName, headRow }), response);
  };
}

function* lines(file: ListFile, language: Language): Generator<Cell[]> {
  if (file.hasHeading) yield* heading(file, language);
  const asOfColumn = language === 'ja' ? '区域データの時点' : 'Zone data';
  const asOf = file.zoneDataAsOf.length === 0 ? '' : asOfWords(file.zoneDataAsOf)[language];
  yield [...columnHeads(file.columns, language), asOfColumn];
  for (const row of file.rows) yield [...columnCells(file.columns, row, language), asOf];
}

function heading(file: ListFile, language: Language): Cell[][] {
  const isJapanese = language === 'ja';
  const noZones = isJapanese ? '区域データがありません' : 'There is no zone data';
  return [
    [
      `${file.municipalityName} ${isJapanese ? '避難行動要支援者の一覧' : 'People who need support to evacuate'}`,
    ],
    [file.zoneDataAsOf.length === 0 ? noZones : asOfWords(file.zoneDataAsOf)[language]],
    [`${isJapanese ? '絞り込み' : 'Filter'}: ${file.filter[language]}`],
    [`${isJapanese ? '並び順' : 'Order'}: ${file.sort[language]}`],
    [],
  ];
}
