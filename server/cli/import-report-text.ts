import { basename } from 'node:path';
import type { DatasetDifference, ImportReport, ImportSource } from '#contract/dataset';
import { SOURCES } from '#geodata/registry';
import { assessmentText } from './assessment-text.ts';
import type { Say } from './language.ts';

/** A report in words: counts, reasons, what changed, what is to be known of the data. */
export function importReportText(report: ImportReport, files: readonly string[], say: Say): string {
  const { counts } = report;
  const lines = [
    `${say(SOURCES[report.source].labels)}: ${files.map((file) => basename(file)).join(', ')}`,
    say({
      ja: `  読み取り ${counts.read} = 採用 ${counts.accepted} + 修正 ${counts.repaired} + 取り込まず ${counts.rejected}(ほかに対象外 ${counts.skipped})`,
      en: `  read ${counts.read} = accepted ${counts.accepted} + repaired ${counts.repaired} + rejected ${counts.rejected} (skipped besides: ${counts.skipped})`,
    }),
    ...report.rejectedReasons.map(({ code, count, message }) =>
      say({
        ja: `  取り込まず ${count}: ${message.ja} [${code}]`,
        en: `  rejected ${count}: ${message.en} [${code}]`,
      }),
    ),
    ...report.repairs.map(({ count, message }) =>
      say({ ja: `  修正 ${count}: ${message.ja}`, en: `  repaired ${count}: ${message.en}` }),
    ),
    ...report.skippedReasons.map(({ count, message }) =>
      say({ ja: `  対象外 ${count}: ${message.ja}`, en: `  skipped ${count}: ${message.en}` }),
    ),
    ...report.notes.map((note) => `  ${say(note)}`),
    say({
      ja: `  データの時点: ${report.asOf ?? '不明'}`,
      en: `  data as of: ${report.asOf ?? 'unknown'}`,
    }),
  ];
  if (report.unchanged)
    lines.push(
      say({
        ja: '  同じファイルが使用中です。何も変更していません',
        en: '  The same file is in force; nothing was changed',
      }),
    );
  else if (report.difference !== null)
    lines.push(`  ${differenceText(report.difference, say, report.source)}`);
  if (report.dryRun)
    lines.push(
      say({ ja: '  試行のため、何も変更していません', en: '  Dry run: nothing was changed' }),
    );
  if (report.assessment !== null) lines.push(`  ${assessmentText(report.assessment, say)}`);
  lines.push(
    say({
      ja: `  ${(report.durationMillis / 1000).toFixed(1)} 秒`,
      en: `  ${(report.durationMillis / 1000).toFixed(1)} s`,
    }),
  );
  return lines.join('\n');
}

export function differenceText(
  { added, changed, removed, unchanged }: DatasetDifference,
  say: Say,
  source: ImportSource,
): string {
  return source === 'roster'
    ? say({
        ja: `差分: 新しい人 ${added}、変わった人 ${changed}、名簿から消えた人 ${removed}(記録は残します)、同じ ${unchanged}`,
        en: `difference: new ${added}, changed ${changed}, gone ${removed} (archived), same ${unchanged}`,
      })
    : say({
        ja: `差分: 追加 ${added}、変更 ${changed}、削除 ${removed}、同じ ${unchanged}`,
        en: `difference: added ${added}, changed ${changed}, removed ${removed}, same ${unchanged}`,
      });
}
