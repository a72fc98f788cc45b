import type { Request, Response } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import type { AuditAction } from '#domain/access/audit';
import type { Access } from '#domain/access/rules';
import type { Bilingual } from '#domain/resident/labels';
import type { Actor } from '../db/actor.ts';
import {
  type MunicipalityVersions,
  type Topic,
  versionToken,
} from '../services/read/data-versions.ts';
import { type Audited, noteChange } from './audit-trail.ts';
import type { AppContext } from './context.ts';
import { etagOf, isUnchanged } from './etag.ts';
import type { JsonText } from './json-text.ts';
import { type Nothing, nothing, parseRequest } from './parse-request.ts';
import { type HttpProblem, type HttpProblemCode, httpProblem } from './problems.ts';

export type Tag =
  | 'municipality'
  | 'residents'
  | 'plans'
  | 'drills'
  | 'shelters'
  | 'zones'
  | 'scenarios'
  | 'routes'
  | 'data'
  | 'criteria'
  | 'jobs'
  | 'account'
  | 'access'
  | 'audit'
  | 'charts'
  | 'relay'
  | 'resources'
  | 'map';

/** What a handler answers: a body, or the problem that stands in its way. */
export type Outcome<Body> =
  | { readonly ok: true; readonly body: Body; readonly people?: readonly string[] | undefined }
  | { readonly ok: false; readonly problem: HttpProblem };

/** A body that is not JSON writes itself. */
export type BodyWriter = (request: Request, response: Response) => void | Promise<void>;

/** `people`: ids of those whom the body shows, for the audit log. */
export const ok = <Body>(body: Body, people?: readonly string[]): Outcome<Body> => ({
  ok: true,
  body,
  people,
});
export const fail = (problem: HttpProblem): Outcome<never> => ({ ok: false, problem });

interface Description {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** Express path under which it answers, e.g. `/api/jobs/:id`. */
  readonly path: `/${string}`;
  /** The rule of who may ask. */
  readonly access: Access;
  readonly tag: Tag;
  readonly summary: Bilingual;
  /** Status of success; 200 unless told. */
  readonly status?: number;
  /** Kinds of problems beyond 400 of a wrong request. */
  readonly problems?: readonly HttpProblemCode[];
  /** Shape of a 409 that tells more than a problem does. */
  readonly conflict?: z.ZodType;
  /** Personal data is never stored by a browser or a proxy. */
  readonly personal?: boolean;
  /** What an answer is written down as in the audit log; the handler says whom it shows. */
  readonly audit?: Audited;
  /** The body is in the language that the client prefers. */
  readonly byLanguage?: boolean;
  /** Media type of what the client sends, where that is not JSON. */
  readonly accepts?: readonly string[];
}

/** An endpoint as the router and the OpenAPI document see it. */
export interface Endpoint extends Description {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  /** Shape of a JSON body, or the media type of another one. */
  readonly response: z.ZodType | { readonly mediaType: string };
  readonly hasEtag: boolean;
  /** What a request is written down as before it is carried out; null = it changes nobody. */
  readonly change: AuditAction | null;
  answer(request: Request, context: AppContext): Promise<Answer>;
}

export type Answer =
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly body: unknown;
      readonly etag: string | null;
      readonly people: readonly string[] | undefined;
      /** Ids of the disaster modes that are open where it was asked for. */
      readonly disasterModes: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly etag: string }
  | { readonly kind: 'problem'; readonly problem: HttpProblem };

interface Shapes<Params, Query, Body, Result> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Result;
}

/** What a request is written down as before it is carried out, and whom it changes. */
interface Changes<Params extends z.ZodType, Body extends z.ZodType> {
  readonly changes?: {
    readonly action: AuditAction;
    people(given: {
      readonly params: z.output<Params>;
      readonly body: z.output<Body>;
    }): readonly string[];
    /** What of the change the line tells beside its action; never anything of a person. */
    details?(body: z.output<Body>): Readonly<Record<string, string>>;
  };
}

interface Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly context: AppContext;
  readonly actor: Actor;
  readonly request: Request;
}

type BodyOf<Result> = Result extends z.ZodType ? z.input<Result> | JsonText : BodyWriter;

/** Declares an endpoint: its shapes are parsed, checked and documented from this one place. */
export function endpoint<
  Result extends z.ZodType | { readonly mediaType: string },
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  definition: Description &
    Shapes<Params, Query, Body, Result> &
    Changes<Params, Body> & {
      handle(
        input: Input<Params, Query, Body>,
      ): Promise<Outcome<BodyOf<Result>>> | Outcome<BodyOf<Result>>;
    },
): Endpoint {
  const { handle, changes, params, query, body, ...description } = definition;
  return {
    ...description,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    hasEtag: false,
    change: changes?.action ?? null,
    async answer(request, context) {
      const parsed = parseRequest({ params, query, body }, request);
      if (!parsed.ok) return { kind: 'problem', problem: parsed.problem };
      // The three schemas made these values.
      const given = {
        params: parsed.params as z.output<Params>,
        query: parsed.query as z.output<Query>,
        body: parsed.body as z.output<Body>,
      };
      const outcome = await noted(changes, given, definition, request, context, () =>
        handle({
          ...given,
          context,
          // Asked for by those alone who need one: at a public door there may be nobody.
          get actor() {
            return context.actorOf(request);
          },
          request,
        }),
      );
      return answerOf(outcome, definition.status ?? 200, null, []);
    },
  };
}

const municipalParams = z.object({ code: municipalityCodeSchema });

/**
 * An endpoint of one municipality: 404 where that does not exist. `dependsOn` names the data that the
 * answer is made from: a client that has this version of it is told so (304) and nothing is computed.
 */
export function municipalEndpoint<
  Result extends z.ZodType | { readonly mediaType: string },
  Params extends z.ZodType<{ code: string }> = typeof municipalParams,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  definition: Description &
    Shapes<Params, Query, Body, Result> &
    Changes<Params, Body> & {
      readonly dependsOn?: readonly Topic[];
      handle(
        input: Input<Params, Query, Body> & { readonly municipality: MunicipalityVersions },
      ): Promise<Outcome<BodyOf<Result>>> | Outcome<BodyOf<Result>>;
    },
): Endpoint {
  const { handle, changes, dependsOn, params: ownParams, query, body, ...description } = definition;
  const params = ownParams ?? municipalParams;
  return {
    ...description,
    problems: ['municipality.unknown', ...(definition.problems ?? [])],
    params,
    query: query ?? nothing,
    body: body ?? null,
    hasEtag: dependsOn !== undefined,
    change: changes?.action ?? null,
    async answer(request, context) {
      const parsed = parseRequest({ params, query, body }, request);
      if (!parsed.ok) return { kind: 'problem', problem: parsed.problem };
      const given = parsed.params as z.output<Params>;
      const municipality = await context.readVersions(given.code);
      if (municipality === null)
        return { kind: 'problem', problem: httpProblem('municipality.unknown') };
      const actor = context.actorOf(request);
      const etag =
        dependsOn === undefined
          ? null
          : etagOf(
              request,
              actor,
              versionToken(municipality, dependsOn),
              context.clock(),
              definition.byLanguage === true,
            );
      if (etag !== null && isUnchanged(request, etag)) return { kind: 'unchanged', etag };
      const values = {
        params: given,
        query: parsed.query as z.output<Query>,
        body: parsed.body as z.output<Body>,
      };
      const outcome = await noted(changes, values, definition, request, context, () =>
        handle({ ...values, context, actor, request, municipality }),
      );
      // Whatever was changed, plans may rest on it; what is written down as a read alone changes nothing.
      const isQuestion =
        definition.method === 'get' || (definition.audit !== undefined && changes === undefined);
      if (outcome.ok && !isQuestion) context.planReviewer.look(given.code);
      return answerOf(outcome, definition.status ?? 200, etag, municipality.disasterModes);
    },
  };
}

/** A change is written down before it is carried out, and once more where it is refused. */
async function noted<Params extends z.ZodType, Body extends z.ZodType, Result>(
  changes: Changes<Params, Body>['changes'],
  given: { readonly params: z.output<Params>; readonly body: z.output<Body> },
  definition: Description,
  request: Request,
  context: AppContext,
  handle: () => Promise<Outcome<Result>> | Outcome<Result>,
): Promise<Outcome<Result>> {
  if (changes === undefined) return handle();
  const change = { action: changes.action, people: changes.people(given) };
  const details = changes.details?.(given.body) ?? {};
  const route = routeOf(definition);
  await noteChange(request, context, route, { ...change, details });
  const outcome = await handle();
  if (outcome.ok) return outcome;
  const refused = { ...details, refused: outcome.problem.code };
  await noteChange(request, context, route, { ...change, details: refused });
  return outcome;
}

export const routeOf = ({ method, path }: Pick<Description, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;

function answerOf(
  outcome: Outcome<unknown>,
  status: number,
  etag: string | null,
  disasterModes: readonly string[],
): Answer {
  return outcome.ok
    ? { kind: 'body', status, body: outcome.body, etag, people: outcome.people, disasterModes }
    : { kind: 'problem', problem: outcome.problem };
}
