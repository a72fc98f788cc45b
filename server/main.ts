import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DemoAccount } from '#contract/account';
import { localDay } from '#domain/local-day';
import { ProblemError } from '#domain/problem';
import { createApp } from './app.ts';
import { type Config, isLoopbackHost, readConfig } from './config.ts';
import { SYSTEM } from './db/actor.ts';
import { openDatabase } from './db/data-source.ts';
import type { Database } from './db/database.ts';
import { createContext } from './http/context.ts';
import { createLogger } from './http/logger.ts';
import { failureOf } from './output/failure.ts';
import { closeDemoAccounts } from './services/accounts/demo-accounts.ts';
import { makeFirstAdministrator } from './services/accounts/first-administrator.ts';
import { sealStoredSecrets } from './services/accounts/seal-stored-secrets.ts';
import { secondFactorKey } from './services/accounts/second-factor-key.ts';
import { createSecretSealer } from './services/accounts/secret-sealer.ts';
import { keepSwept } from './services/accounts/sweep.ts';
import { markInterrupted } from './services/import-history.ts';
import { keepPruned } from './services/retention/runs.ts';
import { clearScratchDirectories } from './services/scratch-directory.ts';
import { runJob } from './services/worker/run-job.ts';
import { PROJECT_ROOT } from './version.ts';

export interface RunningServer {
  /** Address to open in a browser. */
  readonly url: string;
  /** Ends streams and jobs, lets requests finish for a moment, and closes the database. */
  close(): Promise<void>;
}

const DRAIN_MILLIS = 3000;
/** Longer than browsers keep a connection, so that none sends into one that has just been closed. */
const KEEP_ALIVE_MILLIS = 65_000;

/**
 * Opens the database and serves the application on the address of the settings. `prepare`: what has to be
 * done before anybody is answered.
 */
export async function startServer(
  config: Config,
  demoAccounts: readonly DemoAccount[] = [],
  prepare: (database: Database) => Promise<void> = async () => {},
): Promise<RunningServer> {
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config);
  try {
    const sealer = createSecretSealer(await secondFactorKey(config));
    await sealStoredSecrets(database, sealer);
    await clearScratchDirectories(config.dataDir);
    await markInterrupted(database);
    if (demoAccounts.length === 0) await closeDemoAccounts(database);
    await prepare(database);
    const sessionLimits = { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours };
    const stopSweeping = await keepSwept(database, sessionLimits, (error) =>
      logger.error({ err: error }, 'ended sessions were not removed'),
    );
    const stopPruning = keepPruned(database, (error) =>
      logger.error({ err: error }, 'what is older than it is kept was not removed'),
    );
    const context = createContext(
      database,
      {
        databaseConfig: config,
        dataDir: config.dataDir,
        webDir: config.webDir ?? join(PROJECT_ROOT, 'dist', 'web'),
        gsiTiles: config.gsiTiles,
        oidc: config.oidc,
        maxUploadBytes: config.maxUploadMegabytes * 2 ** 20,
        checkAnswers: false,
        sessionLimits,
        sealer,
        requestLimits: config.requestLimits,
        publicOrigin: config.publicOrigin,
        isLoopback: isLoopbackHost(config.host),
        trustProxy: config.trustProxy,
        demoAccounts,
      },
      logger,
    );
    await context.paper.desk.open(() => Date.now());
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLIS }, createApp(context));
    await listen(server, config);
    context.planReviewer.lookHourly();
    context.charts.keepMonths((error) =>
      logger.error({ err: error }, 'figures of charts were not kept'),
    );
    const url = `http://${config.host === '::1' ? '[::1]' : config.host}:${portOf(server)}/`;
    return {
      url,
      async close() {
        stopSweeping();
        stopPruning();
        const drained = drain(server);
        await context.stop();
        await drained;
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Takes no new request, and cuts those off that have not ended after a moment. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MILLIS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Runs until SIGTERM or SIGINT; the exit code is that of a program that was asked to end. */
async function main(): Promise<void> {
  const settings = readConfig();
  if (!settings.ok) throw new ProblemError(settings.problem);
  const running = await startServer(settings.value, [], tellFirstAdministrator);
  process.stdout.write(
    `みちしるべ: ${running.url} をブラウザーで開いてください\nMichishirube: open ${running.url} in a browser\n`,
  );
  // What a process that was killed left undone; people can be seen meanwhile.
  const order = {
    databaseConfig: settings.value,
    actor: SYSTEM,
    today: localDay(new Date()),
    job: { kind: 'catch-up' },
  } as const;
  runJob(order, {}).catch((error: unknown) => process.stderr.write(`${words(error)}\n`));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

/** Told once, on the terminal of whoever starts the program: it stands nowhere else. */
async function tellFirstAdministrator(database: Database): Promise<void> {
  const made = await makeFirstAdministrator(database);
  if (made !== null)
    process.stdout.write(
      `管理者 / administrator: ${made.loginName}\n一度だけのパスワード / one-time password: ${made.oneTimePassword}\n`,
    );
}

function words(error: unknown): string {
  return error instanceof ProblemError ? error.message : JSON.stringify(failureOf(error));
}

const isProgram =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram)
  main().catch((error: unknown) => {
    process.stderr.write(`${words(error)}\n`);
    process.exit(1);
  });
