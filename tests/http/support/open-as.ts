import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express, Request } from 'express';
import { afterAll } from 'vitest';
import type { Role } from '#domain/access/roles';
import { createApp } from '../../../server/app.ts';
import type { Actor } from '../../../server/db/actor.ts';
import type { AppContext } from '../../../server/http/context.ts';
import { LOCAL_OFFICER } from '../../support/local-officer.ts';
import { CODE } from './city.ts';

/** Asks the application as the supporter of one person, each time of another. */
export async function openAsSupporters(context: AppContext) {
  const actorOf = (request: Request): Actor => {
    const person = request.get('x-supporter-of') ?? '';
    const name = `supporter of ${person}`;
    return { ...LOCAL_OFFICER, role: 'supporter', name, residentIds: [person] };
  };
  const url = await listen(createApp({ ...context, actorOf }));
  return (person: string, path: string, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        ...{ 'Content-Type': 'application/json', 'X-Michishirube': '1' },
        'X-Supporter-Of': person,
      },
      body: JSON.stringify(body),
    });
}

async function listen(app: Express): Promise<string> {
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/api/municipalities/${CODE}`;
}

/** Asks the application as a role; with a body, by POST unless told otherwise. */
export async function openAs(context: AppContext, role: Role, reach: Partial<Actor> = {}) {
  const actor = { ...LOCAL_OFFICER, role, name: role, ...reach };
  const url = await listen(createApp({ ...context, actorOf: () => actor }));
  const ask = (path: string, body?: unknown, method = 'POST'): Promise<Response> =>
    fetch(`${url}${path}`, {
      ...(body !== undefined && {
        method,
        headers: { 'Content-Type': 'application/json', 'X-Michishirube': '1' },
        body: JSON.stringify(body),
      }),
    });
  return Object.assign(ask, { url });
}
