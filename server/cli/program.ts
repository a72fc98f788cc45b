import { Command, type CommanderError, Option } from 'commander';
import { VERSION } from '../version.ts';
import { type Language, type Say, sayIn } from './language.ts';
import { helpTitle, usageError } from './usage-error.ts';

type Register = (program: Command, say: Say, language: Language) => void;

/** In the order of the help. Each brings what it needs with it, which takes longer than what many of them do. */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  start: async () => (await import('./start.ts')).registerStart,
  import: async () => (await import('./import.ts')).registerImport,
  template: async () => (await import('./template.ts')).registerTemplate,
  assess: async () => (await import('./assess.ts')).registerAssess,
  rank: async () => (await import('./rank.ts')).registerRank,
  compare: async () => (await import('./compare.ts')).registerCompare,
  export: async () => (await import('./export.ts')).registerExport,
  datasets: async () => (await import('./datasets.ts')).registerDatasets,
  demo: async () => (await import('./demo.ts')).registerDemo,
  db: async () => (await import('./db.ts')).registerDb,
  accounts: async () => (await import('./accounts.ts')).registerAccounts,
  audit: async () => (await import('./audit.ts')).registerAudit,
  backup: async () => (await import('./backup.ts')).registerBackup,
  restore: async () => (await import('./backup.ts')).registerRestore,
};
/** Those that read files alone end with codes of their own. */
const FILE_COMMANDS: typeof COMMANDS = {
  check: async () => (await import('./check.ts')).registerCheck,
  route: async () => (await import('./route.ts')).registerRoute,
};

/**
 * The command that the arguments name, or every one where they ask for the help of all or name none; wrong usage
 * throws a CommanderError in place of ending the process.
 */
export async function createProgram(language: Language, args: readonly string[]): Promise<Command> {
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
  const named = nameIn(args);
  const register = async (commands: typeof COMMANDS) => {
    for (const [name, load] of Object.entries(commands))
      if (named === null || named === name) (await load())(program, say, language);
  };
  await register(COMMANDS);
  throwOnWrongUsage(program);
  await register(FILE_COMMANDS);
  return program;
}

/** Null where none is named, or the help comes before it: that lists all. */
function nameIn(args: readonly string[]): string | null {
  const isCommand = (one: string) =>
    Object.hasOwn(COMMANDS, one) || Object.hasOwn(FILE_COMMANDS, one);
  const first = args.find((one) => isCommand(one) || one === '--help' || one === '-h');
  return first === undefined || first.startsWith('-') ? null : first;
}

/** Commands take this over from their parent only when they are made, so it is said to each. */
function throwOnWrongUsage(command: Command): void {
  command.exitOverride((error: CommanderError) => {
    throw error;
  });
  for (const child of command.commands) throwOnWrongUsage(child);
}
