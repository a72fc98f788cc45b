import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import type { DemoAccount } from '#contract/account';
import { localDay } from '#domain/local-day';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { Config } from '../config.ts';
import { COMMAND_LINE } from '../db/actor.ts';
import { openDatabase } from '../db/data-source.ts';
import { makeDemoAccounts } from '../services/accounts/demo-accounts.ts';
import { makeFirstAdministrator } from '../services/accounts/first-administrator.ts';
import { catchUp } from '../services/catch-up.ts';
import { DEMO_CODE, loadDemo } from '../services/load-demo.ts';
import { printFirstAdministrator } from './accounts.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { print } from './print.ts';
import { settings } from './session.ts';

interface StartFlags {
  readonly port?: number;
  readonly demo?: true;
}

export function registerStart(program: Command, say: Say): void {
  program
    .command('start')
    .summary(say({ ja: '起動する', en: 'start the application' }))
    .description(
      say({
        ja: 'アプリケーションを起動します。はじめての起動では管理者を作り、一度だけのパスワードをここに表示します。Ctrl-C で終わります。\n環境変数: PORT、HOST、PUBLIC_ORIGIN、TRUST_PROXY、DATA_DIR、DATABASE_URL、LOG_LEVEL(docs/operations.md)',
        en: 'Starts the application. The first start makes an administrator and prints a one-time password here. Ctrl-C ends it.\nEnvironment: PORT, HOST, PUBLIC_ORIGIN, TRUST_PROXY, DATA_DIR, DATABASE_URL, LOG_LEVEL (docs/operations.md)',
      }),
    )
    .option('--port <number>', say({ ja: 'ポート番号', en: 'port' }), readPort)
    .option('--demo', say({ ja: '架空の町を読み込んでおく', en: 'load the fictional city first' }))
    .action((flags: StartFlags) => start(flags, say));
}

async function start(flags: StartFlags, say: Say): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const config = { ...settings(), ...(flags.port === undefined ? {} : { port: flags.port }) };
  // Held open to the end, so that the server joins it and the engine starts only once.
  const database = await openDatabase(config);
  try {
    const context = { database, actor: COMMAND_LINE, today: localDay(new Date()) };
    if (flags.demo) {
      const onStep = (step: Parameters<Say>[0]) => process.stderr.write(`${say(step)}…\n`);
      const loaded = await loadDemo(context, config.dataDir, onStep, stop.signal);
      if (!stop.signal.aborted) unwrap(loaded);
    }
    if (!stop.signal.aborted) await catchUp(context);
    // A city that was stopped while it was loaded has nobody yet whom the accounts could reach.
    if (stop.signal.aborted) return;
    const demoAccounts = flags.demo ? await makeDemoAccounts(database, DEMO_CODE) : [];
    if (!flags.demo) printFirstAdministrator(await makeFirstAdministrator(database), say);
    if (!stop.signal.aborted) await serve(config, demoAccounts, stop.signal, say);
  } finally {
    await database.close();
  }
}

/** Serves until the signal comes. */
async function serve(
  config: Config,
  demoAccounts: readonly DemoAccount[],
  stop: AbortSignal,
  say: Say,
): Promise<void> {
  const { startServer } = await import('../main.ts');
  const server = await startServer(config, demoAccounts).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new ProblemError(PROBLEMS.portTaken(config.port));
    throw error;
  });
  print(
    say({
      ja: `みちしるべ: ${server.url} をブラウザーで開いてください(終了: Ctrl-C)`,
      en: `Michishirube: open ${server.url} in a browser (Ctrl-C ends)`,
    }),
  );
  if (!stop.aborted) await once(stop, 'abort');
  await server.close();
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('0–65535');
  return port;
}
