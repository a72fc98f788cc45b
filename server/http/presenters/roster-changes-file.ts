import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { listRosterChanges, type RosterChangeRow } from '../../db/queries/roster-changes.ts';
import { plainCell } from '../../output/plain-cell.ts';
import { changeWords } from '../../services/read/change-words.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

type Language = 'ja' | 'en';

const ROWS_IN_BATCH = 2000;
const COLUMNS = {
  ja: ['変わり方', '名簿番号', '氏名', '生年月日', '住所', '地区', '変わること(今 → 切り替え後)'],
  en: ['Change', 'Number', 'Name', 'Date of birth', 'Address', 'District', 'From what to what'],
} as const;
const CHANGES = {
  removed: { ja: '名簿から外れる人', en: 'Leaves the roster' },
  added: { ja: '新しい人', en: 'New' },
  changed: { ja: '変わる人', en: 'Changes' },
} as const;
const OTHERS = { ja: '支援する人・位置', en: 'Supporters or position' } as const;
const UNKNOWN = { ja: '不明', en: 'unknown' } as const;

/** Who is gone, new and changed by a roster that waits for a decision; read in batches. */
export function rosterChangesFile(
  database: Database,
  actor: Actor,
  key: DatasetKey,
  fileName: string,
): BodyWriter {
  return csvBody(fileName, async function* (language) {
    yield COLUMNS[language];
    for (let offset = 0; ; offset += ROWS_IN_BATCH) {
      const batch = await withActor(database, actor, key.municipalityCode, (tx) =>
        listRosterChanges(tx, key, offset, ROWS_IN_BATCH),
      );
      for (const row of batch) yield cellsOf(row, language);
      if (batch.length < ROWS_IN_BATCH) return;
    }
  });
}

function cellsOf(row: RosterChangeRow, language: Language) {
  const texts = [row.rosterNumber, row.name, row.birthDate, row.address, row.district];
  return [CHANGES[row.change][language], ...texts.map(plainCell), plainCell(whatOf(row, language))];
}

function whatOf({ change, changes }: RosterChangeRow, language: Language): string {
  if (change !== 'changed') return '';
  if (changes === null) return OTHERS[language];
  return changeWords(changes)
    .map(({ label, from, to }) => {
      const [before, after] = [from ?? UNKNOWN, to ?? UNKNOWN];
      return `${label[language]}:${before[language]} → ${after[language]}`;
    })
    .join(language === 'ja' ? '、' : ', ');
}
