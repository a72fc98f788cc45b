import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { Role } from '#domain/access/roles';
import { createApp } from '../../../server/app.ts';
import type { Actor } from '../../../server/db/actor.ts';
import type { AppContext } from '../../../server/http/context.ts';
import { LOCAL_OFFICER } from '../../support/local-officer.ts';
import { CODE } from './city.ts';

/** Asks the application as a role; with a body, by POST unless told otherwise. */
export async function openAs(context: AppContext, role: Role, reach: Partial<Actor> = {}) {
  const actor = { ...LOCAL_OFFICER, role, name: role, ...reach };
  const server = createServer(createApp({ ...context, actorOf: () => actor }));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (path: string, body?: unknown, method = 'POST'): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/api/municipalities/${CODE}${path}`, {
      ...(body !== undefined && {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Michishirube': '1' },
        body: JSON.stringify(body),
      }),
    });
}
