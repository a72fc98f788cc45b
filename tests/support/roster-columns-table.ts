import {
  ROSTER_COLUMNS,
  ROSTER_FIELDS,
  SUPPORTER_COLUMNS,
  SUPPORTER_FIELDS,
} from '#geodata/mappers/roster-columns';

/** The table of docs/import-roster.md, made of the columns that the importer knows. */
export function rosterColumnsTable(): string {
  const row = (key: string, labelJa: string, labelEn: string, synonyms: readonly string[]) =>
    `| \`${key}\` | ${labelJa} | ${labelEn} | ${synonyms.filter(Boolean).join('、') || '—'} |`;
  const others = (labelJa: string, synonyms: readonly string[]) =>
    synonyms.filter((synonym) => synonym !== labelJa);
  return [
    '| キー (key) | 項目 | English | 読み取れるほかの列名 (other headers) |',
    '| --- | --- | --- | --- |',
    ...ROSTER_FIELDS.map((field) => {
      const { labelJa, labelEn, synonyms } = ROSTER_COLUMNS[field];
      return row(field, labelJa, labelEn, others(labelJa, synonyms));
    }),
    ...SUPPORTER_FIELDS.map((field) => {
      const { labelJa, labelEn, synonyms } = SUPPORTER_COLUMNS[field];
      return row(
        `supporters[].${field}`,
        `支援者1${labelJa}`,
        labelEn,
        others(labelJa, synonyms).map((synonym) => synonym && `支援者1${synonym}`),
      );
    }),
  ].join('\n');
}
