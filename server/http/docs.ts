import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import type { Endpoint } from './endpoint.ts';
import { openApiOf } from './openapi.ts';

const require = createRequire(import.meta.url);

const PAGE = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – Michishirube</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

/** In a file of its own: the content security policy lets no inline script run. */
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null,
  requestInterceptor: (request) => { request.headers['X-Michishirube'] = '1'; return request; } });
`;

/** The OpenAPI document and its page, with Swagger UI served from here: no outside host is asked. */
export function docsRouter(endpoints: readonly Endpoint[], version: string): Router {
  // Once somebody asks: it takes as long as the rest of a start, and most never ask.
  let document: string | undefined;
  const assets = dirname(require.resolve('swagger-ui-dist/package.json'));
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.locals.route = '/api/openapi.json';
    document ??= JSON.stringify(openApiOf(endpoints, version));
    response.set('Cache-Control', 'private, no-cache').type('application/json').send(document);
  });
  router.get('/api/docs', (_request, response) => {
    response.locals.route = '/api/docs';
    response.set('Cache-Control', 'private, no-cache').type('html').send(PAGE);
  });
  router.get('/api/docs/start.js', (_request, response) => {
    response.locals.route = '/api/docs/start.js';
    response.set('Cache-Control', 'private, no-cache').type('text/javascript').send(START);
  });
  router.use(
    '/api/docs/assets',
    (_request, response, next) => {
      response.locals.route = '/api/docs/assets';
      next();
    },
    express.static(assets, { index: false, maxAge: '1d' }),
  );
  return router;
}
