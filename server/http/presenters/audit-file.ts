import type { AuditEntry } from '#contract/audit';
import { AUDIT_ACTIONS } from '#domain/access/audit';
import { ROLE_LABELS } from '#domain/access/roles';
import { PLAN_STEP_LABELS } from '#domain/plan/step-names';
import type { Bilingual } from '#domain/resident/labels';
import type { SeenInDisaster } from '../../db/queries/audit/search-audit.ts';
import { plainCell } from '../../output/plain-cell.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

type Cells = (string | number | null)[];
type Language = 'ja' | 'en';

const SYSTEM: Bilingual = { ja: 'この機械', en: 'This machine' };
const roleWords = (role: AuditEntry['role'], language: Language) =>
  (role === 'system' ? SYSTEM : ROLE_LABELS[role])[language];

/** Japanese time, as whoever reads the file has it on the wall. */
function wallTime(at: string | Date): string {
  const shifted = new Date(new Date(at).getTime() + 9 * 3_600_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}

const ENTRY_HEADS: readonly Bilingual[] = [
  { ja: '番号', en: 'Number' },
  { ja: '日時(日本時間)', en: 'Time (Japan)' },
  { ja: 'アカウント', en: 'Account' },
  { ja: '役割', en: 'Role' },
  { ja: '操作', en: 'Action' },
  { ja: '人数', en: 'People' },
  { ja: '根拠', en: 'Ground' },
  { ja: '災害時の情報提供中', en: 'Disaster mode' },
  { ja: '結果', en: 'Outcome' },
  { ja: '接続元', en: 'Address' },
  { ja: 'プログラム', en: 'Program' },
  { ja: '要求の番号', en: 'Request' },
];

const entryCells = (entry: AuditEntry, language: Language): Cells => [
  entry.seq,
  wallTime(entry.at),
  plainCell(entry.name),
  roleWords(entry.role, language),
  entry.step === null
    ? AUDIT_ACTIONS[entry.action][language]
    : `${AUDIT_ACTIONS[entry.action][language]}: ${PLAN_STEP_LABELS[entry.step][language]}`,
  entry.peopleCount,
  entry.purpose,
  entry.isDisaster ? '○' : '',
  entry.refused,
  plainCell(entry.address),
  plainCell(entry.agent),
  plainCell(entry.requestId),
];

const SEEN_HEADS: readonly Bilingual[] = [
  { ja: 'アカウント', en: 'Account' },
  { ja: '役割', en: 'Role' },
  { ja: '名簿番号', en: 'Roster number' },
  { ja: '回数', en: 'Times' },
  { ja: '最初(日本時間)', en: 'First (Japan)' },
  { ja: '最後(日本時間)', en: 'Last (Japan)' },
];

const seenCells = (seen: SeenInDisaster, language: Language): Cells => [
  plainCell(seen.name),
  roleWords(seen.role, language),
  plainCell(seen.rosterNumber ?? seen.residentId),
  seen.times,
  wallTime(seen.firstAt),
  wallTime(seen.lastAt),
];

export const auditFile = (entries: AsyncIterable<AuditEntry>, fileName: string): BodyWriter =>
  csvFile(entries, ENTRY_HEADS, entryCells, fileName);

/** Who saw whom, a line for each pair. */
export const disasterReportFile = (seen: Iterable<SeenInDisaster>, fileName: string): BodyWriter =>
  csvFile(seen, SEEN_HEADS, seenCells, fileName);

function csvFile<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  heads: readonly Bilingual[],
  cells: (row: Row, language: Language) => Cells,
  fileName: string,
): BodyWriter {
  return csvBody(fileName, async function* (language) {
    yield heads.map((head) => head[language]);
    for await (const row of rows) yield cells(row, language);
  });
}
