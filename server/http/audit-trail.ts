import type { Request } from 'express';
import type { AuditAction } from '#domain/access/audit';
import { scopeOf } from '../db/actor.ts';
import { agentClass } from '../services/accounts/agent-class.ts';
import { type AccessNote, type Origin, recordAccess } from '../services/audit/record-access.ts';
import type { AppContext } from './context.ts';
import { requestIdOf } from './request-id.ts';

/**
 * What an answer with people is written down as. A name alone: with the ids that the handler gives.
 * `unnamed`: who is in it cannot be told by ids (lines of a file). `hour`: many answers make one picture
 * (tiles of a map, counts of what it shows) in which nobody has a name; the first of an hour stands for all.
 */
export type Audited =
  | AuditAction
  | { readonly action: AuditAction; readonly of: 'unnamed' | 'hour' };

interface Shown {
  readonly people: readonly string[] | undefined;
  readonly disasterModes: readonly string[];
}

const HOUR_MILLIS = 3_600_000;

/** Keys of hourly lines that stand, and those that are being written; by application and hour. */
const HOURLY = new WeakMap<
  AppContext,
  { hour: number; readonly lines: Map<string, Promise<number>> }
>();

/** Writes down whom an answer shows; it may be sent when this has resolved. Nobody shown: nothing to write. */
export async function noteRead(
  request: Request,
  context: AppContext,
  audited: Audited,
  route: string,
  { people, disasterModes }: Shown,
): Promise<void> {
  if (typeof audited !== 'string') {
    if (audited.of === 'hour')
      await noteHourly(request, context, audited.action, route, disasterModes);
    else await write(request, context, route, { action: audited.action, people: [] });
    return;
  }
  if (people === undefined) throw new Error(`${route} does not say whom it shows`);
  if (people.length > 0) await write(request, context, route, { action: audited, people });
}

/** Writes down whom a request is about to change; it may be carried out when this has resolved. */
export async function noteChange(
  request: Request,
  context: AppContext,
  route: string,
  change: AccessNote,
): Promise<void> {
  await write(request, context, route, change);
}

function write(
  request: Request,
  context: AppContext,
  route: string,
  { action, people, details = {} }: AccessNote,
): Promise<number> {
  const actor = context.actorOf(request);
  // Ids of what was asked for; words that were searched by are in bodies and queries and stay there.
  const { code, ...ids } = request.params;
  const chain = (typeof code === 'string' ? code : null) ?? actor.municipalityCode ?? '';
  const origin = originOf(request, route);
  const note = { action, people, origin, details: { ...ids, ...details } };
  return recordAccess(context.database, actor, chain, note);
}

async function noteHourly(
  request: Request,
  context: AppContext,
  action: AuditAction,
  route: string,
  disasterModes: readonly string[],
): Promise<void> {
  const hour = Math.floor(context.clock().getTime() / HOUR_MILLIS);
  const known = HOURLY.get(context);
  const current = known?.hour === hour ? known : { hour, lines: new Map() };
  HOURLY.set(context, current);
  const actor = context.actorOf(request);
  const { address, agent } = originOf(request, route);
  const who = [actor.accountId, actor.name, scopeOf(actor), address, agent];
  const { code, id } = request.params;
  // Where disaster mode has opened meanwhile others are shown, and the line has to say so.
  const key = JSON.stringify([action, code, id, disasterModes, ...who]);
  const standing = current.lines.get(key);
  if (standing !== undefined) {
    await standing;
    return;
  }
  const line = write(request, context, route, { action, people: [] });
  current.lines.set(key, line);
  // One that could not be written must not let the next answer pass.
  line.catch(() => current.lines.delete(key));
  await line;
}

/** Without a route: by its pattern, where one was matched; the address itself may hold somebody's id. */
export function originOf(request: Request, route: string | null = patternOf(request)): Origin {
  return {
    address: request.ip ?? null,
    agent: agentClass(request.get('User-Agent')),
    route,
    requestId: request.res === undefined ? null : requestIdOf(request.res),
  };
}

function patternOf({ method, route }: Request): string | null {
  const pattern: unknown = route?.path;
  return typeof pattern === 'string' ? `${method} ${pattern}` : null;
}
