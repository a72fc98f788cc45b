import { joinNotes, readHazards } from './shelter-gsi.ts';
import type { ShelterDraft, ShelterRow } from './shelter-row.ts';
import { municipalityCodeOf, readCapacity, readPhone, readPosition } from './shelter-values.ts';

export const STANDARD_HEADERS = ['ID', '名称', '災害種別_洪水', '災害種別_地震'] as const;

/** A row of the municipal standard open data 指定緊急避難場所一覧. */
export function readStandardRow(row: ShelterRow): ShelterDraft {
  const towns = row.text('対象となる町会・自治会');
  return {
    listId: row.text('ID'),
    repairs: row.repairs,
    entry: {
      kind: 'emergency-site',
      name: row.text('名称'),
      nameKana: row.text('名称_カナ'),
      address: row.text('所在地_連結表記', '住所', '所在地'),
      position: readPosition(row),
      designatedHazards: readHazards(row, '災害種別_'),
      ...readCapacity(row, '想定収容人数'),
      acceptedGroups: null,
      basis: null,
      equipment: null,
      phone: readPhone(row, '電話番号'),
      municipalityCode:
        municipalityCodeOf(row.text('所在地_全国地方公共団体コード')) ??
        municipalityCodeOf(row.text('全国地方公共団体コード')) ??
        municipalityCodeOf(row.text('市区町村コード')),
      notes: joinNotes(
        row.text('備考'),
        row.flag('指定避難所との重複') === true ? '指定避難所と重複' : null,
        towns === null ? null : `対象: ${towns}`,
      ),
    },
  };
}
