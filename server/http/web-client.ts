import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import staticGzip from 'express-static-gzip';

const NOT_BUILT = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Michishirube</title></head>
<body>
<h1>Michishirube</h1>
<p>サーバーは動いていますが、画面がまだ作られていません。<code>npm run build:web</code> を実行して読み直してください。</p>
<p lang="en">The server runs, but the web client has not been built. Run <code>npm run build:web</code> and load this page again.</p>
<p><a href="/api/docs">API</a></p>
</body>
</html>
`;

/**
 * The built web client: files with a hash in their name for ever, the page itself checked each time. An
 * address of the client (no file, asked for as a page) gets the page: the client shows the place.
 */
export function webClientRouter(webDir: string): Router {
  const page = join(webDir, 'index.html');
  const router = Router();
  router.use((_request, response, next) => {
    response.locals.route = 'web';
    next();
  });
  // The build has compressed them.
  router.use(
    '/assets',
    staticGzip(join(webDir, 'assets'), {
      index: false,
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  );
  router.use(
    express.static(webDir, {
      index: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.use(sendPage(page));
  return router;
}

function sendPage(page: string): RequestHandler {
  return (request, response, next) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    const isServerPath = /^\/(api|basemap|assets|public)(\/|$)/.test(request.path);
    if (!isPage || isServerPath || request.accepts('html') !== 'html') {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache');
    if (existsSync(page)) response.sendFile(page, { cacheControl: false });
    else response.status(503).type('html').send(NOT_BUILT);
  };
}
