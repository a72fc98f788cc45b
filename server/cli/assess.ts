import type { Command } from 'commander';
import { assessMunicipality } from '../services/assess-municipality.ts';
import { rankMunicipality } from '../services/rank-municipality.ts';
import { assessmentText } from './assessment-text.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { print, printJson } from './print.ts';
import { withContext } from './session.ts';

export function registerAssess(program: Command, say: Say): void {
  program
    .command('assess')
    .summary(say({ ja: '全員の区域判定と優先順位をやり直す', en: 'check and rank everybody anew' }))
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action((flags: { municipality?: string; json?: true }) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const run = unwrap(await assessMunicipality(context, code));
        unwrap(await rankMunicipality(context, code));
        if (flags.json) printJson(run);
        else print(assessmentText(run, say));
      }),
    );
}
