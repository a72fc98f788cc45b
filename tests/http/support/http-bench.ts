import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { z } from 'zod';
import { createApp } from '../../../server/app.ts';
import { SYSTEM } from '../../../server/db/actor.ts';
import { type AppContext, createContext } from '../../../server/http/context.ts';
import { createLogger } from '../../../server/http/logger.ts';
import { createSecretSealer } from '../../../server/services/accounts/secret-sealer.ts';
import { createMunicipality } from '../../../server/services/create-municipality.ts';
import type { ImportRequest } from '../../../server/services/import/import-request.ts';
import { importDataset } from '../../../server/services/import-dataset.ts';
import {
  type Beginning,
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
} from '../../support/database.ts';
import { fetchAs, type SignedIn, signedIn } from '../../support/signed-in.ts';
import { CODE, DISTRICTS, ROSTER, SHELTERS, SITES, ZONES } from './city.ts';

/** An application over the town, listening, with what it logged. */
export interface HttpBench {
  readonly url: string;
  readonly context: AppContext;
  readonly dataDir: string;
  /** As whom everything is asked that does not say otherwise. */
  readonly officer: SignedIn;
  /** Every line that was logged. */
  readonly log: readonly string[];
  /** Asks below `/api/municipalities/<the town>`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks for JSON, which has to be of a shape. */
  read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema>>;
}

export const TODAY = '2026-11-24';
/** As the settings are by default, for computers of this machine alone. */
export const SESSIONS = {
  sessionLimits: { idleMinutes: 30, hours: 12 },
  sealer: createSecretSealer('the key of second factors, for tests'),
  requestLimits: { perSession: 1e6, perAddress: 1e6, writes: 1e6, heavy: 1e6 },
  publicOrigin: null,
  isLoopback: true,
  trustProxy: null,
  demoAccounts: [],
} as const;
const MAX_UPLOAD_BYTES = 200_000;

const TOWN: Beginning = {
  name: 'town',
  sources: [
    ...['server/db', 'server/domain', 'server/services', 'geodata'],
    ...['tests/http/support', 'tests/services/support.ts'],
  ],
  fill: fillTown,
};

/** The same tests on the embedded database and on a real PostGIS. */
export function describeApp(name: string, tests: (bench: () => HttpBench) => void): void {
  const postgisUrl = inject('postgisUrl');
  for (const kind of DATABASE_KINDS)
    describe.skipIf(!canTest(kind, postgisUrl))(`${name} (${kind})`, () => {
      let bench: (HttpBench & { close(): Promise<void> }) | undefined;
      beforeAll(async () => {
        bench = await openBench(await createTestDatabase(kind, postgisUrl, TOWN));
      });
      afterAll(async () => bench?.close());
      tests(() => {
        if (bench === undefined) throw new Error('the application did not come up');
        return bench;
      });
    });
}

async function openBench(
  testDatabase: TestDatabase,
): Promise<HttpBench & { close(): Promise<void> }> {
  const { database, config } = testDatabase;
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  const settings = {
    databaseConfig: config,
    dataDir: config.dataDir,
    webDir: join(config.dataDir, 'web'),
    gsiTiles: [],
    oidc: null,
    maxUploadBytes: MAX_UPLOAD_BYTES,
    checkAnswers: true,
    ...SESSIONS,
  };
  const context = createContext(database, settings, logger, () => new Date(`${TODAY}T03:00:00Z`));
  const server = createServer({ keepAliveTimeout: 60_000 }, createApp(context));
  const url = await listen(server);
  const officer = await signedIn(database, 'disaster-officer', CODE);
  const fetchPlainly = fetchAs(url, officer.headers);
  const ask: HttpBench['ask'] = (path, init) =>
    fetch(`${url}/api/municipalities/${CODE}${path}`, init);
  return {
    url,
    context,
    dataDir: config.dataDir,
    log,
    ask,
    async read(schema, path) {
      const response = await ask(path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return schema.parse(await response.json());
    },
    officer,
    async close() {
      fetchPlainly();
      await context.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await testDatabase.remove();
    },
  };
}

async function fillTown({ database, config }: Omit<TestDatabase, 'remove'>): Promise<void> {
  const context = { database, actor: SYSTEM, today: TODAY };
  await createMunicipality(context, CODE, '架空市');
  const load = async (source: ImportRequest['source'], name: string, content: string) => {
    const file = join(config.dataDir, name);
    writeFileSync(file, content);
    const request = { municipalityCode: CODE, source, files: [file] };
    const result = await importDataset(context, request);
    if (!result.ok) throw new Error(`${name}: ${result.problem.en}`);
  };
  await load('districts', 'districts.geojson', DISTRICTS);
  await load('ksj-a33', 'zones.geojson', ZONES);
  await load('gsi-shelters', 'sites.csv', SITES);
  await load('gsi-shelters', 'shelters.csv', SHELTERS);
  await load('roster', 'roster.csv', ROSTER);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
