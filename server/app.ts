import express, { type Express } from 'express';
import { baseMapRouter } from './http/base-map.ts';
import { compress } from './http/compress.ts';
import type { AppContext } from './http/context.ts';
import { docsRouter } from './http/docs.ts';
import { ENDPOINTS } from './http/endpoints.ts';
import { errorHandler, sendProblem } from './http/error-handler.ts';
import { healthRouter } from './http/health.ts';
import { ownOriginOnly } from './http/own-origin.ts';
import { httpProblem } from './http/problems.ts';
import { requestId } from './http/request-id.ts';
import { createRequestLimiter } from './http/request-limit.ts';
import { requestLog } from './http/request-log.ts';
import { routerOf } from './http/router.ts';
import { securityHeaders } from './http/security-headers.ts';
import { readSession } from './http/session.ts';
import { webClientRouter } from './http/web-client.ts';
import { GSI_ORIGIN } from './services/read/base-maps.ts';
import { VERSION } from './version.ts';

const MOST_JSON_BYTES = 256 * 1024;

/** The application over a context: everything between a request and its answer, in order. */
export function createApp(context: AppContext): Express {
  const app = express();
  const tileOrigins = context.settings.gsiTiles.length === 0 ? [] : [GSI_ORIGIN];
  app.disable('x-powered-by');
  // Entity tags are made from the versions of the data, not from bodies.
  app.disable('etag');
  app.set('query parser', 'simple');
  if (context.settings.trustProxy !== null) app.set('trust proxy', context.settings.trustProxy);
  app.use(requestId, requestLog(context.logger), context.metrics.measure);
  app.use(securityHeaders(tileOrigins), ownOriginOnly(context.settings), compress);
  app.use(healthRouter(context));
  app.use(docsRouter(ENDPOINTS, VERSION));
  app.use('/api', readSession(context.database, context.settings.sessionLimits));
  const limiter = createRequestLimiter(context.settings.requestLimits);
  app.use(['/api', '/public'], limiter.all);
  app.use('/api', express.json({ limit: MOST_JSON_BYTES }));
  app.use(routerOf(ENDPOINTS, context, limiter));
  app.use(baseMapRouter(context.settings.dataDir));
  app.use(webClientRouter(context.settings.webDir));
  app.use((request, response) => sendProblem(request, response, httpProblem('route.unknown')));
  app.use(errorHandler);
  return app;
}
