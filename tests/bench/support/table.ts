import type { Benchmark, BenchmarkReport } from './benchmark.ts';

const WIDTHS = [18, 12, 12, 10, 10, 7, 10];

export function tableHeader(): string {
  return `${cells(['name', 'ours ms', 'peer ms', 'ratio', 'target', 'same', 'peak MB'])}peer`;
}

export function tableRow(report: BenchmarkReport, benchmark: Benchmark): string {
  if ('skipped' in report) return `${cells([report.name])}skipped: ${report.skipped}`;
  const { targetRatio, maxMegabytes } = benchmark;
  const misses = [
    report.ratio < targetRatio ? 'below target' : '',
    report.peakMegabytes > (maxMegabytes ?? Infinity) ? `over ${maxMegabytes} MB` : '',
    report.sameAnswers ? '' : 'ANSWERS DIFFER',
  ].filter((miss) => miss !== '');
  const figures = cells([
    report.name,
    report.oursMs.toFixed(1),
    report.peerMs.toFixed(1),
    `${report.ratio.toFixed(1)}x`,
    `${targetRatio}x`,
    report.sameAnswers ? 'yes' : 'NO',
    String(report.peakMegabytes),
  ]);
  const verdict = misses.length > 0 ? ` <- ${misses.join(', ')}` : '';
  return `${figures}${report.peer}: ${benchmark.about}${verdict}`;
}

function cells(texts: readonly string[]): string {
  return texts.map((text, column) => text.padEnd(WIDTHS[column] ?? 0)).join('');
}
