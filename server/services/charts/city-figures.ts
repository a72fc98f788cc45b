import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type {
  CityFiguresOnWire,
  importedFiguresSchema,
  importFiguresSchema,
} from '#contract/chart';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { type FigureRecord, type FigureReport, judgeFigures } from '#domain/chart/city-figures';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import type { Queryable } from '../../db/database.ts';
import {
  insertFigureImport,
  listFigureImports,
  markFigureImport,
  selectCityFigures,
  selectFormerDistricts,
} from '../../db/queries/charts/figures.ts';
import { selectDistricts } from '../../db/queries/read/districts.ts';
import type { ServiceContext } from '../context.ts';

const MOST_IMPORTS = 20;
const COLUMNS = {
  district: ['地区名', '地区', 'district'],
  asOf: ['時点', '基準日', 'as_of'],
  item: ['項目', '項目名', 'item'],
  value: ['値', '数値', 'value'],
} as const;

/** Imports, newest first, and the figures in force. */
export async function readCityFigures(
  database: Queryable,
  code: string,
  today: string,
): Promise<CityFiguresOnWire> {
  const imports = await listFigureImports(database, code, MOST_IMPORTS);
  return {
    imports: imports.map(({ importedAt, report, ...one }) => ({
      ...one,
      report: onWire(report),
      importedAt: importedAt.toISOString(),
    })),
    figures: await selectCityFigures(database, code, today),
  };
}

const onWire = (report: FigureReport) => ({ ...report, remarks: [...report.remarks] });

/**
 * Takes over a file of figures in one transaction: every line that holds, or none where none does. Each line is
 * accepted, repaired or rejected and says so.
 */
export async function importCityFigures(
  { database, actor, today }: ServiceContext,
  code: string,
  { fileName, content, isTrial }: z.output<typeof importFiguresSchema>,
): Promise<Result<z.input<typeof importedFiguresSchema>>> {
  const read = recordsOf(content);
  if (!read.ok) return read;
  const districts = await selectDistricts(database, code, 'districts');
  if (districts.length === 0) return failure(CHART_PROBLEMS.noDistricts());
  const { figures, report } = judgeFigures(read.value, {
    districts: districts.map(({ name }) => name),
    former: await selectFormerDistricts(database, code),
    today,
  });
  if (isTrial || figures.length === 0) return success({ id: null, report: onWire(report) });
  const id = randomUUID();
  await withActor(database, actor, code, (tx) =>
    insertFigureImport(tx, code, { id, fileName, report }, figures, actor.name),
  );
  return success({ id, report: onWire(report) });
}

function recordsOf(content: string): Result<FigureRecord[]> {
  let lines: string[][];
  try {
    lines = parse(content, { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    return failure(PROBLEMS.fileUnreadable(error instanceof Error ? error.message : String(error)));
  }
  const [head = [], ...rest] = lines;
  const placeOf = (names: readonly string[]) =>
    head.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const places = Object.entries(COLUMNS).map(([key, names]) => ({
    key,
    place: placeOf(names),
    names,
  }));
  const missing = places.filter(({ place }) => place < 0);
  if (missing.length > 0)
    return failure(
      CHART_PROBLEMS.figuresUnreadable(missing.map(({ names }) => names[0]).join('、')),
    );
  return success(
    rest.flatMap((cells, place) => {
      if (cells.every((cell) => cell.trim() === '')) return [];
      const at = (key: string) => cells[places.find((one) => one.key === key)?.place ?? -1] ?? '';
      return [
        {
          line: place + 2,
          ...{ district: at('district'), asOf: at('asOf'), item: at('item'), value: at('value') },
        },
      ];
    }),
  );
}

/** Takes an import back, or brings it back. */
export async function undoFigureImport(
  { database, actor, today }: ServiceContext,
  code: string,
  id: string,
  isUndone: boolean,
): Promise<Result<CityFiguresOnWire>> {
  return withActor(database, actor, code, async (tx): Promise<Result<CityFiguresOnWire>> => {
    if (!(await markFigureImport(tx, code, id, isUndone)))
      return failure(CHART_PROBLEMS.importUnknown());
    return success(await readCityFigures(tx, code, today));
  });
}
