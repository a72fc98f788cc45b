import type { ColumnMapping, UploadColumns } from '#contract/data-decisions';
import type { ImportSource } from '#contract/dataset';
import {
  ROSTER_COLUMNS,
  ROSTER_FIELDS,
  SUPPORTER_COLUMNS,
  SUPPORTER_FIELDS,
} from '#geodata/mappers/roster-columns';
import { type RosterMapping, suggestMapping } from '#geodata/mappers/roster-mapping';
import { suggestWelfareMapping, WELFARE_COLUMNS } from '#geodata/mappers/shelter-welfare-columns';
import { previewTable } from '#geodata/recognise/preview-table';
import type { SourceOptions } from '#geodata/registry';
import type { Queryable } from '../../db/database.ts';
import { findColumnMapping } from '../../db/queries/column-mappings.ts';

/** Sources whose columns somebody can map. */
export const MAPPED_SOURCES = ['roster', 'welfare-shelters'] as const satisfies ImportSource[];
export type MappedSource = (typeof MAPPED_SOURCES)[number];

const SAMPLE_ROWS = 20;
const SAMPLES = 3;
const SUPPORTERS = 3;
const NEEDED = new Set<string>(['rosterNumber', 'name']);

/** The columns of an uploaded list, what each can be, and the mapping that is proposed. */
export async function uploadColumns(
  database: Queryable,
  municipalityCode: string,
  files: readonly string[],
  source: MappedSource,
): Promise<UploadColumns | null> {
  const table = await previewTable(files, SAMPLE_ROWS);
  if (table === null) return null;
  const columns = table.headers.flatMap((header, at) =>
    header === '' ? [] : [{ header, samples: samplesOf(table.rows, at) }],
  );
  const headers = columns.map(({ header }) => header);
  const saved = await findColumnMapping(database, municipalityCode, source);
  const suggested = suggestedColumns(source, headers);
  return {
    columns,
    fields: fieldsOf(source),
    proposed: { columns: { ...suggested, ...stillThere(saved?.mapping ?? null, headers) } },
    savedAt: saved?.savedAt.toISOString() ?? null,
  };
}

/**
 * What of a mapping is worth keeping for lists to come: what somebody chose. That a column was not there
 * is no choice, and must not shut out a later list that has it.
 */
export async function chosenColumns(
  files: readonly string[],
  source: MappedSource,
  { columns }: ColumnMapping,
): Promise<ColumnMapping> {
  const table = await previewTable(files, SAMPLE_ROWS);
  const suggested = suggestedColumns(source, table?.headers.filter((one) => one !== '') ?? []);
  const known = new Map(Object.entries(suggested));
  return {
    columns: Object.fromEntries(
      Object.entries(columns).filter(
        ([field, header]) => header !== null || (known.get(field) ?? null) !== null,
      ),
    ),
  };
}

/** Of a saved mapping what this file has too: a header that it lacks says nothing. */
function stillThere(
  saved: ColumnMapping | null,
  headers: readonly string[],
): ColumnMapping['columns'] {
  return Object.fromEntries(
    Object.entries(saved?.columns ?? {}).filter(
      ([, header]) => header === null || headers.includes(header),
    ),
  );
}

function samplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const values = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(values)].slice(0, SAMPLES);
}

function fieldsOf(source: MappedSource): UploadColumns['fields'] {
  if (source === 'welfare-shelters')
    return WELFARE_COLUMNS.map(({ header, labelEn, isNeeded }) => ({
      field: header,
      label: { ja: header, en: labelEn },
      isNeeded,
    }));
  const supporters = Array.from({ length: SUPPORTERS }, (_, at) =>
    SUPPORTER_FIELDS.map((field) => ({
      field: supporterField(at, field),
      label: {
        ja: `支援者${at + 1} ${SUPPORTER_COLUMNS[field].labelJa}`,
        en: `${SUPPORTER_COLUMNS[field].labelEn} (${at + 1})`,
      },
      isNeeded: false,
    })),
  );
  return [
    ...ROSTER_FIELDS.map((field) => ({
      field,
      label: { ja: ROSTER_COLUMNS[field].labelJa, en: ROSTER_COLUMNS[field].labelEn },
      isNeeded: NEEDED.has(field),
    })),
    ...supporters.flat(),
  ];
}

const supporterField = (at: number, field: string): string => `supporter${at + 1}.${field}`;

function suggestedColumns(
  source: MappedSource,
  headers: readonly string[],
): ColumnMapping['columns'] {
  if (source === 'welfare-shelters') return { ...suggestWelfareMapping(headers) };
  const { columns, supporters } = suggestMapping(headers);
  return {
    ...Object.fromEntries(ROSTER_FIELDS.map((field) => [field, columns[field] ?? null])),
    ...Object.fromEntries(
      Array.from({ length: SUPPORTERS }, (_, at) =>
        SUPPORTER_FIELDS.map((field) => [
          supporterField(at, field),
          supporters[at]?.[field] ?? null,
        ]),
      ).flat(),
    ),
  };
}

/** A mapping as the reader of the source takes it; fields that it does not know are left out. */
export function mappingOptions(
  source: MappedSource,
  { columns }: ColumnMapping,
): Pick<SourceOptions, 'mapping' | 'welfareMapping'> {
  const said = new Map(Object.entries(columns));
  if (source === 'welfare-shelters')
    return {
      welfareMapping: Object.fromEntries(
        WELFARE_COLUMNS.map(({ header }) => [header, said.get(header) ?? null]),
      ),
    };
  const mapping: RosterMapping = {
    columns: Object.fromEntries(
      ROSTER_FIELDS.flatMap((field) =>
        said.has(field) ? [[field, said.get(field) ?? null] as const] : [],
      ),
    ),
    supporters: Array.from({ length: SUPPORTERS }, (_, at) =>
      Object.fromEntries(
        SUPPORTER_FIELDS.flatMap((field) => {
          const header = said.get(supporterField(at, field));
          return header === undefined || header === null ? [] : [[field, header] as const];
        }),
      ),
    ).filter((one) => Object.keys(one).length > 0),
  };
  return { mapping };
}
