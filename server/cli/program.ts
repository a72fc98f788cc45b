import { Command, type CommanderError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { registerAccounts } from './accounts.ts';
import { registerAssess } from './assess.ts';
import { registerAudit } from './audit.ts';
import { registerBackup } from './backup.ts';
import { registerCheck } from './check.ts';
import { registerCompare } from './compare.ts';
import { registerDatasets } from './datasets.ts';
import { registerDb } from './db.ts';
import { registerDemo } from './demo.ts';
import { registerExport } from './export.ts';
import { registerImport } from './import.ts';
import { type Language, sayIn } from './language.ts';
import { registerRank } from './rank.ts';
import { registerRoute } from './route.ts';
import { registerStart } from './start.ts';
import { registerTemplate } from './template.ts';
import { helpTitle, usageError } from './usage-error.ts';

/** Every command; wrong usage throws a CommanderError in place of ending the process. */
export function createProgram(language: Language): Command {
  const say = sayIn(language);
  const program = new Command('michishirube')
    .description(
      say({
        ja: 'みちしるべ: 土砂災害の警戒区域と、避難に支援が必要な人',
        en: 'Michishirube: landslide zones, and the people who cannot evacuate alone',
      }),
    )
    .version(VERSION, '-V, --version', say({ ja: '版を表示する', en: 'print the version' }))
    .helpOption('-h, --help', say({ ja: '使い方を表示する', en: 'show the usage' }))
    .helpCommand('help [command]', say({ ja: '使い方を表示する', en: 'show the usage' }))
    .configureOutput({ outputError: (text, write) => write(say(usageError(text))) })
    .configureHelp({ styleTitle: (title) => say(helpTitle(title)) })
    .addOption(
      new Option(
        '--lang <language>',
        say({ ja: '表示の言語(ja または en)', en: 'language: ja or en' }),
      ).choices(['ja', 'en']),
    )
    .addHelpText(
      'after',
      say({
        ja: '\n終了コード: 0 成功、1 失敗(理由は標準エラー)、2 使い方の誤り',
        en: '\nExit codes: 0 done, 1 failed (why: standard error), 2 wrong usage',
      }),
    )
    .showHelpAfterError(say({ ja: '(使い方: --help)', en: '(usage: --help)' }));
  for (const register of [
    registerStart,
    registerImport,
    registerTemplate,
    registerAssess,
    registerRank,
    registerCompare,
    registerExport,
    registerDatasets,
    registerDemo,
    registerDb,
    registerAccounts,
    registerAudit,
    registerBackup,
  ])
    register(program, say, language);
  throwOnWrongUsage(program);
  registerCheck(program);
  registerRoute(program);
  return program;
}

/** Commands take this over from their parent only when they are made, so it is said to each. */
function throwOnWrongUsage(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    throw error;
  });
  for (const child of command.commands) throwOnWrongUsage(child);
}
