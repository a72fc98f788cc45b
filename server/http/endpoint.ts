import type { Request, Response } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import type { Access } from '#domain/access/rules';
import type { Bilingual } from '#domain/resident/labels';
import type { Actor } from '../db/actor.ts';
import {
  type MunicipalityVersions,
  type Topic,
  versionToken,
} from '../services/read/data-versions.ts';
import type { AppContext } from './context.ts';
import { etagOf, isUnchanged } from './etag.ts';
import { type HttpProblem, type HttpProblemCode, httpProblem } from './problems.ts';

export type Tag =
  | 'municipality'
  | 'residents'
  | 'shelters'
  | 'zones'
  | 'scenarios'
  | 'data'
  | 'criteria'
  | 'jobs'
  | 'access'
  | 'map';

/** What a handler answers: a body, or the problem that stands in its way. */
export type Outcome<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problem: HttpProblem };

/** A body that is not JSON writes itself. */
export type BodyWriter = (request: Request, response: Response) => void | Promise<void>;

export const ok = <Body>(body: Body): Outcome<Body> => ({ ok: true, body });
export const fail = (problem: HttpProblem): Outcome<never> => ({ ok: false, problem });

const nothing = z.object({});
type Nothing = typeof nothing;

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
  /** Personal data is never stored by a browser or a proxy. */
  readonly personal?: boolean;
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
  answer(request: Request, context: AppContext): Promise<Answer>;
}

export type Answer =
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly body: unknown;
      readonly etag: string | null;
    }
  | { readonly kind: 'unchanged'; readonly etag: string }
  | { readonly kind: 'problem'; readonly problem: HttpProblem };

interface Shapes<Params, Query, Body, Result> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Result;
}

interface Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly context: AppContext;
  readonly actor: Actor;
  readonly request: Request;
}

type BodyOf<Result> = Result extends z.ZodType ? z.input<Result> : BodyWriter;

/** Declares an endpoint: its shapes are parsed, checked and documented from this one place. */
export function endpoint<
  Result extends z.ZodType | { readonly mediaType: string },
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  definition: Description &
    Shapes<Params, Query, Body, Result> & {
      handle(
        input: Input<Params, Query, Body>,
      ): Promise<Outcome<BodyOf<Result>>> | Outcome<BodyOf<Result>>;
    },
): Endpoint {
  const { handle, params, query, body, ...description } = definition;
  return {
    ...description,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    hasEtag: false,
    async answer(request, context) {
      const parsed = parse({ params, query, body }, request);
      if (!parsed.ok) return { kind: 'problem', problem: parsed.problem };
      const outcome = await handle({
        // The three schemas made these values.
        params: parsed.params as z.output<Params>,
        query: parsed.query as z.output<Query>,
        body: parsed.body as z.output<Body>,
        context,
        actor: context.actorOf(request),
        request,
      });
      return answerOf(outcome, definition.status ?? 200, null);
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
    Shapes<Params, Query, Body, Result> & {
      readonly dependsOn?: readonly Topic[];
      handle(
        input: Input<Params, Query, Body> & { readonly municipality: MunicipalityVersions },
      ): Promise<Outcome<BodyOf<Result>>> | Outcome<BodyOf<Result>>;
    },
): Endpoint {
  const { handle, dependsOn, params: ownParams, query, body, ...description } = definition;
  const params = ownParams ?? municipalParams;
  return {
    ...description,
    problems: ['municipality.unknown', ...(definition.problems ?? [])],
    params,
    query: query ?? nothing,
    body: body ?? null,
    hasEtag: dependsOn !== undefined,
    async answer(request, context) {
      const parsed = parse({ params, query, body }, request);
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
      const outcome = await handle({
        params: given,
        query: parsed.query as z.output<Query>,
        body: parsed.body as z.output<Body>,
        context,
        actor,
        request,
        municipality,
      });
      return answerOf(outcome, definition.status ?? 200, etag);
    },
  };
}

function answerOf(outcome: Outcome<unknown>, status: number, etag: string | null): Answer {
  return outcome.ok
    ? { kind: 'body', status, body: outcome.body, etag }
    : { kind: 'problem', problem: outcome.problem };
}

interface Parts {
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
}

type Parsed =
  | { readonly ok: true; readonly params: unknown; readonly query: unknown; readonly body: unknown }
  | { readonly ok: false; readonly problem: HttpProblem };

function parse(schemas: Parts, request: Request): Parsed {
  const params = (schemas.params ?? nothing).safeParse(request.params);
  const query = (schemas.query ?? nothing).safeParse(request.query);
  const body = (schemas.body ?? nothing).safeParse(schemas.body === undefined ? {} : request.body);
  if (params.success && query.success && body.success)
    return { ok: true, params: params.data, query: query.data, body: body.data };
  const errors = [params, query, body].flatMap(({ error }) =>
    (error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })),
  );
  return { ok: false, problem: httpProblem('request.invalid', { errors }) };
}
