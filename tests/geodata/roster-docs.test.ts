import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROSTER_COLUMNS, SUPPORTER_COLUMNS } from '#geodata/mappers/roster-columns';
import { parseRosterMapping, suggestMapping } from '#geodata/mappers/roster-mapping';
import { rosterColumnsTable } from '../support/roster-columns-table.ts';

const DOCUMENT = readFileSync(new URL('../../docs/import-roster.md', import.meta.url), 'utf8');

describe('docs/import-roster.md', () => {
  it('lists the columns as the code knows them', () => {
    const table = /<!-- columns -->\n([\s\S]*?)\n<!-- \/columns -->/.exec(DOCUMENT)?.[1];
    expect(table).toBe(rosterColumnsTable());
  });

  it('names every header that the importer takes', () => {
    const columns = [...Object.values(ROSTER_COLUMNS), ...Object.values(SUPPORTER_COLUMNS)];
    const missing = columns
      .flatMap(({ synonyms }) => synonyms)
      .filter((synonym) => !DOCUMENT.includes(synonym));
    expect(missing).toEqual([]);
  });

  it('shows a mapping file that the importer takes', () => {
    const json = /```json\n([\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? '';
    expect(parseRosterMapping(JSON.parse(json)).columns.rosterNumber).toBe('コード');
  });
});

describe('headers', () => {
  it('belong to one fact each', () => {
    for (const [field, { synonyms }] of Object.entries(ROSTER_COLUMNS))
      for (const synonym of synonyms)
        expect([synonym, suggestMapping([synonym]).columns]).toEqual([
          synonym,
          { [field]: synonym },
        ]);
  });

  it.each([
    ['支援者1氏名', 0, 'name'],
    ['避難支援者①（続柄）', 0, 'relationship'],
    ['避難支援等実施者の電話番号', 0, 'phone'],
    ['支援者住所1', 0, 'address'],
    ['支援者', 0, 'name'],
  ])('%s is a supporter’s', (header, index, field) => {
    expect(suggestMapping([header]).supporters[index]).toEqual({ [field]: header });
  });

  it('keep supporters apart by their number', () => {
    expect(suggestMapping(['支援者2氏名', '支援者1氏名', '支援者2電話番号']).supporters).toEqual([
      { name: '支援者1氏名' },
      { name: '支援者2氏名', phone: '支援者2電話番号' },
    ]);
  });

  it('leave a bare No and a blood group alone', () => {
    expect(suggestMapping(['No', '血液型', '氏名']).unmapped).toEqual(['No', '血液型']);
  });
});
