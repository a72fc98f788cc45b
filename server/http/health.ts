import { Router } from 'express';
import type { AppContext } from './context.ts';
import { sendProblem } from './error-handler.ts';
import { httpProblem } from './problems.ts';

const DATABASE_TIMEOUT_MILLIS = 3000;

/** /healthz: the process answers. /readyz: it has its database and is not stopping. /metrics: Prometheus. */
export function healthRouter(context: AppContext): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.locals.route = '/healthz';
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    response.locals.route = '/readyz';
    if (context.isStopping()) sendProblem(request, response, httpProblem('server.stopping'));
    else if (await hasDatabase(context))
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    else sendProblem(request, response, httpProblem('server.database'));
  });
  router.get('/metrics', async (_request, response) => {
    response.locals.route = '/metrics';
    const { registry } = context.metrics;
    response.set('Cache-Control', 'no-store').type(registry.contentType);
    response.send(await registry.metrics());
  });
  return router;
}

async function hasDatabase({ database }: AppContext): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_TIMEOUT_MILLIS);
  });
  const answered = database.query('SELECT 1').then(
    () => true,
    () => false,
  );
  const result = await Promise.race([answered, timeout]);
  clearTimeout(timer);
  return result;
}
