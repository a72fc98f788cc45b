import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personSheet } from '../../server/output/paper/sheets/person-sheet.ts';
import { Typesetter } from '../../server/output/paper/typesetter.ts';
import { BatchFolder, type BatchOrder } from '../../server/services/paper/batch-folder.ts';
import { printBatch } from '../../server/services/paper/print-batch.ts';
import { PrintThread } from '../../server/services/paper/print-thread.ts';
import { examplePlan } from '../output/paper/support/example-plan.ts';
import { pdfText } from '../output/paper/support/pdf-text.ts';
import type { Benchmark } from './support/benchmark.ts';
import { townAround } from './support/paper-town.ts';
import { prepareReactPdf } from './support/react-pdf-plan.ts';
import { timeInTurns, timeMs } from './support/timing.ts';

const PLANS = 1000;
const LIMIT_THOUSAND_SECONDS = 60;
const plan = examplePlan();
const surroundings = { ...plan.surroundings, ground: townAround() };

/** A person's sheet of two pages with a map of a town; each is another person's, so that nothing is known already. */
const sheetOf = (number: number) =>
  personSheet({ ...plan, surroundings, person: { ...plan.person, name: `架空 ${number}郎` } });

export const benchmark: Benchmark = {
  about: 'a plan as PDF, two pages with a map, warm; then 1,000 of them in one job',
  peer: '@react-pdf/renderer, the same texts and paths',
  targetRatio: 5,
  limitMs: 40,
  async run() {
    const typesetter = new Typesetter();
    const withReactPdf = prepareReactPdf();
    let number = 0;
    const times = await timeInTurns(
      () => typesetter.typeset(sheetOf(++number)),
      () => withReactPdf(sheetOf(number)),
      { warmUp: 2, counted: 15 },
    );
    const ours = typesetter.typeset(sheetOf(1)).pdf;
    const theirs = await withReactPdf(sheetOf(1));
    const seconds = (await printThousand()) / 1000;
    const misses =
      seconds > LIMIT_THOUSAND_SECONDS ? [`${PLANS} plans took ${seconds.toFixed(1)} s`] : [];
    return {
      ...times,
      sameAnswers: [ours, theirs].every((pdf) => saysTheSame(pdf)),
      figures: { '1,000 plans, s': seconds, 'kilobytes of a plan': ours.byteLength / 1024 },
      misses,
    };
  },
};

/** The texts that both have to print. */
function saysTheSame(pdf: Uint8Array): boolean {
  const text = pdfText(pdf);
  const words = [
    '架空1郎',
    '道標福祉センター',
    '隣野四郎',
    '酸素濃縮器',
    '約束するものではありません',
  ];
  return words.every((word) => text.includes(word));
}

/** By the thread that prints, into files, as the server does. */
async function printThousand(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'michishirube-bench-'));
  const thread = new PrintThread();
  const order: BatchOrder = {
    id: crypto.randomUUID(),
    municipalityCode: '99999',
    accountId: null,
    role: 'disaster-officer',
    paper: 'person',
    residentIds: Array.from({ length: PLANS }, (_, index) => String(index)),
    orderedAt: '2026-11-29T00:00:00.000Z',
  };
  const folder = new BatchFolder(dataDir, order.id);
  await folder.begin(order);
  try {
    await thread.typeset(sheetOf(0));
    return await timeMs(() =>
      printBatch(folder, order, {
        sheetOf: async (id) => sheetOf(Number(id)),
        typeset: (sheet) => thread.typeset(sheet),
        signal: new AbortController().signal,
        onProgress: () => {},
      }),
    );
  } finally {
    await thread.close();
    await rm(dataDir, { recursive: true });
  }
}
