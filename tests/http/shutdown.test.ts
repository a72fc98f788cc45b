import { expect, inject, test } from 'vitest';
import { SYSTEM } from '../../server/db/actor.ts';
import { startServer } from '../../server/main.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import { canTest, createTestDatabase, DATABASE_KINDS } from '../support/database.ts';
import { serverConfig } from '../support/server-config.ts';
import { fetchAs, signedIn } from '../support/signed-in.ts';
import { CODE, ZONES } from './support/city.ts';

const postgisUrl = inject('postgisUrl');

test.each(DATABASE_KINDS.filter((kind) => canTest(kind, postgisUrl)))(
  'a server that stops ends its streams and jobs within seconds (%s)',
  async (kind) => {
    const testDatabase = await createTestDatabase(kind, postgisUrl);
    try {
      await createMunicipality(
        { database: testDatabase.database, actor: SYSTEM, today: '2026-11-24' },
        CODE,
        '架空市',
      );
      const { headers } = await signedIn(testDatabase.database, 'disaster-officer', CODE);
      const server = await startServer(serverConfig(testDatabase.config));
      const fetchPlainly = fetchAs(server.url, headers);
      const answer = await fetch(
        `${server.url}api/municipalities/${CODE}/imports?source=ksj-a33&fileName=z.geojson`,
        { method: 'POST', body: ZONES, headers: { 'Content-Type': 'application/octet-stream' } },
      );
      expect(answer.status).toBe(202);
      const { id } = (await answer.json()) as { id: string };
      const stream = await fetch(`${server.url}api/jobs/${id}/events`);
      const start = performance.now();
      const text = stream.text();
      await server.close();
      fetchPlainly();
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(await text).toContain('event: job');
      await expect(fetch(`${server.url}healthz`)).rejects.toThrow();
    } finally {
      await testDatabase.remove();
    }
  },
);
