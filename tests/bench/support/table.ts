import type { Benchmark, BenchmarkReport } from './benchmark.ts';

const WIDTHS = [16, 10, 10, 10, 8, 8, 6, 9, 8, 6];

export function tableHeader(): string {
  return `${cells([
    'name',
    'ours ms',
    'limit',
    'peer ms',
    'ratio',
    'target',
    'same',
    'peak MB',
    'limit',
    '',
  ])}peer`;
}

export function tableRow(report: BenchmarkReport, { about }: Benchmark): string {
  if ('skipped' in report) return `${cells([report.name])}skipped: ${report.skipped}`;
  const row = cells([
    report.name,
    report.oursMs.toFixed(1),
    String(report.limitMs ?? '-'),
    report.peerMs.toFixed(1),
    `${report.ratio.toFixed(1)}x`,
    report.targetRatio === 0 ? '-' : `${report.targetRatio}x`,
    report.sameAnswers ? 'yes' : 'NO',
    String(report.peakMegabytes),
    String(report.limitMegabytes ?? '-'),
    report.pass ? 'pass' : 'FAIL',
  ]);
  const figures = Object.entries(report.figures).map(([name, value]) => `; ${name} ${value}`);
  const verdict = report.misses.length > 0 ? ` <- ${report.misses.join(', ')}` : '';
  return `${row}${report.peer}: ${about}${figures.join('')}${verdict}`;
}

function cells(texts: readonly string[]): string {
  return texts.map((text, column) => text.padEnd(WIDTHS[column] ?? 0)).join('');
}
