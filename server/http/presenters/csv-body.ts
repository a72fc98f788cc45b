import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { BodyWriter } from '../endpoint.ts';
import { languageOf } from '../language.ts';

type Language = 'ja' | 'en';
type Cells = readonly (string | number | boolean | null | undefined)[];

/** A CSV that Excel opens as it is (UTF-8 with BOM, CRLF), written while its lines are made. */
export function csvBody(
  fileName: string,
  lines: (language: Language) => Iterable<Cells> | AsyncIterable<Cells>,
): BodyWriter {
  return async (request, response) => {
    const language = languageOf(request);
    response.type('text/csv; charset=utf-8').attachment(fileName);
    response.set('Content-Language', language);
    const csv = stringify({ bom: true, record_delimiter: 'windows' });
    await pipeline(Readable.from(lines(language)), csv, response);
  };
}
