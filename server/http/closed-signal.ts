import type { Request } from 'express';

/** Aborts when whoever asked has gone away before the answer was sent: nobody works for nobody. */
export function closedSignal(request: Request): AbortSignal {
  const controller = new AbortController();
  const { res } = request;
  res?.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
