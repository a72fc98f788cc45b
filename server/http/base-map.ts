import { join } from 'node:path';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { municipalityCodeSchema } from '#contract/common';
import { sharedBaseMapFile } from '../services/read/base-maps.ts';
import { sendProblem } from './error-handler.ts';
import { httpProblem } from './problems.ts';

/** The files that a base map can consist of: vector tiles, and heights for the hillshade. */
const FILES = ['basemap.pmtiles', 'terrain.pmtiles'] as const;
type BaseMapFile = (typeof FILES)[number];

export function baseMapFile(dataDir: string, code: string, file: BaseMapFile): string {
  return join(dataDir, 'basemaps', code, file);
}

const PATH = '/basemap/:code/:file';
const SHARED_PATH = '/basemap/shared/:file';

/** Serves PMTiles archives by ranges of bytes: the map reads a directory and then single tiles. */
export function baseMapRouter(dataDir: string): Router {
  const router = Router();
  router.get(SHARED_PATH, (request, response, next) => {
    response.locals.route = SHARED_PATH;
    send(request, response, next, sharedBaseMapFile(dataDir, request.params.file));
  });
  router.get(PATH, (request, response, next) => {
    response.locals.route = PATH;
    const code = municipalityCodeSchema.safeParse(request.params.code);
    const file = FILES.find((one) => one === request.params.file);
    const isKnown = code.success && file !== undefined;
    send(request, response, next, isKnown ? baseMapFile(dataDir, code.data, file) : null);
  });
  return router;
}

/** Sends the asked range of a file; 404 where there is none. */
function send(request: Request, response: Response, next: NextFunction, path: string | null): void {
  if (path === null) {
    sendProblem(request, response, httpProblem('basemap.unknown'));
    return;
  }
  const options = {
    acceptRanges: true,
    cacheControl: false,
    headers: { 'Cache-Control': 'private, no-cache', 'Content-Type': 'application/octet-stream' },
  };
  response.sendFile(path, options, (error?: Error) => {
    if (error === undefined || response.headersSent) return;
    if ('status' in error && error.status === 404)
      sendProblem(request, response, httpProblem('basemap.unknown'));
    else next(error);
  });
}
