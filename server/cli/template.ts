import { Argument, type Command } from 'commander';
import { WELFARE_SHELTERS_TEMPLATE } from '#geodata/mappers/shelter-welfare';
import { CONSENTS_TEMPLATE } from '#geodata/sources/consents';
import { ROSTER_TEMPLATE } from '#geodata/sources/roster-template';
import type { Say } from './language.ts';

const TEMPLATES = {
  'welfare-shelters': WELFARE_SHELTERS_TEMPLATE,
  roster: ROSTER_TEMPLATE,
  consents: CONSENTS_TEMPLATE,
};

export function registerTemplate(program: Command, say: Say): void {
  program
    .command('template')
    .summary(say({ ja: 'CSV のひな形を出力する', en: 'print a CSV template' }))
    .description(
      say({
        ja: '取り込みに使う CSV のひな形(Excel で開ける UTF-8)を標準出力に書きます。例の人物は架空です。',
        en: 'Prints a template to fill in (UTF-8 for Excel). The people in it are fictional.',
      }),
    )
    .addArgument(
      new Argument('<kind>', say({ ja: 'ひな形の種類', en: 'kind of template' })).choices(
        Object.keys(TEMPLATES),
      ),
    )
    .action((kind: keyof typeof TEMPLATES) => {
      process.stdout.write(TEMPLATES[kind]);
    });
}
