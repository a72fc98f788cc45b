import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { SYSTEM } from '../../server/db/actor.ts';
import { createContext } from '../../server/http/context.ts';
import { createLogger } from '../../server/http/logger.ts';
import { verifyChain } from '../../server/services/audit/verify-chain.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { type PostgisServer, startPostgisServer } from '../support/postgis-server.ts';
import { CODE, ROSTER } from './support/city.ts';
import { SESSIONS } from './support/http-bench.ts';

const READERS = 16;
const DOWN_MILLIS = 1500;

const isGiven = (process.env.TEST_DATABASE_URL ?? '') !== '';
if (isGiven)
  process.stderr.write(
    'TEST_DATABASE_URL names a server that is not ours to restart: going away under load is skipped\n',
  );

describe.skipIf(isGiven || inject('postgisUrl') === null)(
  'the database goes away under load',
  () => {
    let server: PostgisServer;
    let bench: TestDatabase;
    let http: Server;
    let url: string;
    let ids: string[];
    const log: string[] = [];

    beforeAll(async () => {
      const started = await startPostgisServer();
      if (started === null) throw new Error('no PostGIS');
      server = started;
      bench = await createTestDatabase('server', server.url);
      const service = { database: bench.database, actor: SYSTEM, today: '2026-11-24' };
      await createMunicipality(service, CODE, '架空市');
      const file = join(bench.config.dataDir, 'roster.csv');
      writeFileSync(file, ROSTER);
      await importDataset(service, { municipalityCode: CODE, source: 'roster', files: [file] });
      const context = createContext(
        bench.database,
        {
          databaseConfig: bench.config,
          dataDir: bench.config.dataDir,
          webDir: bench.config.dataDir,
          gsiTiles: [],
          oidc: null,
          maxUploadBytes: 1000,
          checkAnswers: false,
          ...SESSIONS,
        },
        createLogger('warn', { write: (line) => void log.push(line) }),
      );
      http = createServer(createApp({ ...context, actorOf: () => LOCAL_OFFICER }));
      http.listen(0, '127.0.0.1');
      await new Promise((resolve) => http.once('listening', resolve));
      url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
      const people = await bench.database.query<{ id: string }>(
        'SELECT id FROM resident ORDER BY 1',
      );
      ids = people.map(({ id }) => id);
    }, 120_000);
    afterAll(async () => {
      http?.closeAllConnections();
      http?.close();
      await bench?.remove();
      server?.stop();
    });

    const ask = (path: string, init?: RequestInit) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { 'X-Michishirube': '1', ...init?.headers },
      }).then(async (response) => {
        await response.arrayBuffer();
        return response.status;
      });
    const ready = () => ask('/readyz');
    const person = (place: number) =>
      `/api/municipalities/${CODE}/residents/${ids[place % ids.length]}`;

    test.each(['fast', 'crash'] as const)(
      'restart (%s): not ready and back, 503 and no other failure, no half of a change',
      async (mode) => {
        const statuses = new Map<number, number>();
        const acknowledged = new Map<string, number>();
        let isOver = false;
        const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const reading = Array.from({ length: READERS }, async (_, reader) => {
          for (let place = reader; !isOver; place += 1)
            count(
              await ask(place % 3 === 0 ? `/api/municipalities/${CODE}/residents` : person(place)),
            );
        });
        const writing = ids.map(async (id) => {
          const [row] = await bench.database.query<{ version: number }>(
            'SELECT coalesce(max(version), 0)::integer AS version FROM consent WHERE resident_id = $1',
            [id],
          );
          for (let version = row?.version ?? 0; !isOver; ) {
            const body = {
              ...{ version, state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 説明者' },
              ...{ onPaper: true, shelterIds: [] },
            };
            const status = await ask(
              `/api/municipalities/${CODE}/residents/${id}/consents/roster`,
              {
                method: 'PUT',
                headers: { 'Content-Type': 'application/json', 'X-Michishirube': '1' },
                body: JSON.stringify(body),
              },
            );
            count(status);
            if (status === 200) {
              version += 1;
              acknowledged.set(id, version);
            } else if (status === 409) version += 1; // It stood although its answer was lost.
          }
        });
        try {
          await sleep(500);
          expect(await ready()).toBe(200);
          const restarting = server.restart(mode, DOWN_MILLIS);
          await expect.poll(ready, { timeout: 5000, interval: 50 }).toBe(503);
          await restarting;
          await expect.poll(ready, { timeout: 10_000, interval: 50 }).toBe(200);
          const before = statuses.get(200) ?? 0;
          await expect
            .poll(() => statuses.get(200) ?? 0, { timeout: 20_000 })
            .toBeGreaterThan(before + 20);
        } finally {
          isOver = true;
          await Promise.allSettled([...reading, ...writing]);
        }
        const bugs = log.filter((line) => line.includes('"statusCode":500'));
        expect(bugs).toEqual([]);
        expect([...statuses.keys()].filter((status) => ![200, 409, 503].includes(status))).toEqual(
          [],
        );
        expect(statuses.get(503)).toBeGreaterThan(0);

        const rows = await bench.database.query<{ id: string; version: number; changes: number }>(
          `SELECT resident_id AS id, version, (SELECT count(*) FROM consent_change h
         WHERE h.resident_id = c.resident_id AND h.purpose = c.purpose)::integer AS changes
       FROM consent c WHERE purpose = 'roster'`,
        );
        for (const { id, version, changes } of rows) {
          expect(changes).toBe(version);
          expect(version).toBeGreaterThanOrEqual(acknowledged.get(id) ?? 0);
        }
        expect((await verifyChain(bench.database, CODE)).broken).toBeNull();
        expect(log.join('')).not.toMatch(/花子|架空町|説明者/);
      },
      60_000,
    );
  },
);
