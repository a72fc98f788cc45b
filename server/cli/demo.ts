import type { Command } from 'commander';
import { DEMO_CODE, loadDemo } from '../services/load-demo.ts';
import { unwrap } from './exit.ts';
import { importReportText } from './import-report-text.ts';
import type { Say } from './language.ts';
import { print, printJson } from './print.ts';
import { withContext } from './session.ts';

export function registerDemo(program: Command, say: Say): void {
  program
    .command('demo')
    .summary(say({ ja: '架空の町を作って取り込む', en: 'make and load the fictional city' }))
    .description(
      say({
        ja: `架空の町(${DEMO_CODE})を作り、通常の取り込みで読み込みます。人物も地名もすべて架空です。すでにあれば何もしません。`,
        en: `Makes the fictional city (${DEMO_CODE}) and loads it by the ordinary imports. Does nothing where it is loaded.`,
      }),
    )
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the reports as JSON' }))
    .action((flags: { json?: true }) =>
      withContext(async (context, { dataDir }) => {
        const onStep = (step: Parameters<Say>[0]) => process.stderr.write(`${say(step)}…\n`);
        const { isNew, reports } = unwrap(await loadDemo(context, dataDir, onStep));
        if (flags.json) printJson({ isNew, reports });
        else if (!isNew) print(say({ ja: 'すでに読み込まれています', en: 'It is loaded already' }));
        else for (const report of reports) print(importReportText(report, [], say));
      }),
    );
}
