import { type Request, type Response, Router } from 'express';
import { mayUse } from '#domain/access/rules';
import { noteRead } from './audit-trail.ts';
import type { AppContext } from './context.ts';
import { type Endpoint, routeOf } from './endpoint.ts';
import { sendProblem } from './error-handler.ts';
import { JsonText } from './json-text.ts';
import { type HttpProblem, httpProblem } from './problems.ts';
import type { RequestLimiter } from './request-limit.ts';
import { sendJson } from './send-json.ts';
import { sessionOf } from './session.ts';

/** Mounts endpoints; an address that is known under other methods only is a 405. */
export function routerOf(
  endpoints: readonly Endpoint[],
  context: AppContext,
  limiter: RequestLimiter,
): Router {
  const router = Router({ caseSensitive: true });
  for (const endpoint of endpoints)
    router[endpoint.method](
      endpoint.path,
      limiter.of(endpoint),
      async (request: Request, response: Response) => {
        response.locals.route = endpoint.path;
        await send(request, response, endpoint, context);
      },
    );
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((one) => one.path === path).map(({ method }) => method);
    router.all(path, (request, response) => {
      response.locals.route = path;
      response.set('Allow', methods.map((method) => method.toUpperCase()).join(', '));
      sendProblem(request, response, httpProblem('route.method'));
    });
  }
  return router;
}

async function send(
  request: Request,
  response: Response,
  endpoint: Endpoint,
  context: AppContext,
): Promise<void> {
  const barrier = barrierOf(request, endpoint, context);
  if (barrier !== null) {
    sendProblem(request, response, barrier);
    return;
  }
  const answer = await endpoint.answer(request, context);
  if (answer.kind === 'problem') {
    sendProblem(request, response, answer.problem);
    return;
  }
  response.set('Cache-Control', endpoint.personal === true ? 'no-store' : 'private, no-cache');
  if (endpoint.byLanguage === true) response.vary('Accept-Language');
  if (answer.etag !== null) response.set('ETag', answer.etag).vary('Accept-Encoding');
  if (answer.kind === 'unchanged') {
    response.status(304).end();
    return;
  }
  // No line, no answer.
  if (endpoint.audit !== undefined)
    await noteRead(request, context, endpoint.audit, routeOf(endpoint), answer);
  response.status(answer.status);
  if (typeof answer.body === 'function') {
    await answer.body(request, response);
    return;
  }
  const text = answer.body instanceof JsonText ? answer.body.text : JSON.stringify(answer.body);
  if (context.settings.checkAnswers && 'parse' in endpoint.response)
    endpoint.response.parse(answer.body instanceof JsonText ? JSON.parse(text) : answer.body);
  await sendJson(request, response, text);
}

/** Before anything of the request is looked at: what the actor may not do, and whose data it cannot reach. */
function barrierOf(
  request: Request,
  { access }: Endpoint,
  context: AppContext,
): HttpProblem | null {
  if (mayUse(null, access)) return null;
  const { role, municipalityCode } = context.actorOf(request);
  if (sessionOf(request)?.mustChangePassword === true && access !== 'own-account')
    return httpProblem('session.password-change');
  if (!mayUse(role, access)) return httpProblem('access.denied');
  const { code } = request.params;
  // Another municipality is as if it were not there.
  return municipalityCode === null || code === undefined || code === municipalityCode
    ? null
    : httpProblem('municipality.unknown');
}
