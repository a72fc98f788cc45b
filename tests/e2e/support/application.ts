import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, ROOT } from '../../support/built-server.ts';
import { fetchAs, signInAt } from '../../support/signed-in.ts';
import { preparedClient, preparedDemo } from './prepared.ts';

/** Some seconds; on a busy machine it takes its time. */
const START_MILLIS = 120_000;

/** The whole application with the demo city, as a user starts it. */
export interface Application {
  /** Without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the program on a free port with a copy of the demo city of its own, so that no test file sees
 * what another did. The client and the city are made once for all of them.
 * `E2E_URL` names a running application to use instead. `environment`: settings beyond those.
 */
export async function startApplication(
  environment: Readonly<Record<string, string>> = {},
): Promise<Application> {
  const given = process.env.E2E_URL;
  if (given !== undefined && given !== '')
    return asOfficer({ url: given.replace(/\/$/, ''), stop: async () => {} });
  const webDir = await preparedClient();
  const demo = await preparedDemo();
  const dataDir = mkdtempSync(join(tmpdir(), 'michishirube-e2e-'));
  cpSync(demo, dataDir, { recursive: true });
  const program = spawn(process.execPath, [PROGRAM, 'start', '--demo', '--port', '0'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      WEB_DIR: webDir,
      LOG_LEVEL: 'error',
      LANG: 'en_US.UTF-8',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => program.once('exit', () => done()));
  const stop = async () => {
    program.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  let said = '';
  try {
    const url = await new Promise<string>((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`did not start:\n${said}`)), START_MILLIS);
      const read = (chunk: Buffer) => {
        said += chunk.toString();
        const address = /http:\/\/\S+?(?=\/? )/.exec(said)?.[0];
        if (address === undefined) return;
        clearTimeout(timer);
        found(address);
      };
      program.stdout.on('data', read);
      program.stderr.on('data', read);
      program.once('exit', () => failed(new Error(`ended at its start:\n${said}`)));
    });
    return await asOfficer({ url, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a test asks by fetch is asked as the demo's disaster-prevention officer. */
async function asOfficer({ url, stop }: Application): Promise<Application> {
  const fetchPlainly = fetchAs(url, await signInAt(url, 'disaster-officer'));
  return {
    url,
    stop: () => {
      fetchPlainly();
      return stop();
    },
  };
}
