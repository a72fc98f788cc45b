import { join } from 'node:path';
import { Router } from 'express';
import { municipalityCodeSchema } from '#contract/common';
import { sendProblem } from './error-handler.ts';
import { httpProblem } from './problems.ts';

/** The files that a base map can consist of: vector tiles, and heights for the hillshade. */
const FILES = ['basemap.pmtiles', 'terrain.pmtiles'] as const;
type BaseMapFile = (typeof FILES)[number];

export function baseMapFile(dataDir: string, code: string, file: BaseMapFile): string {
  return join(dataDir, 'basemaps', code, file);
}

const PATH = '/basemap/:code/:file';

/** Serves PMTiles archives by ranges of bytes: the map reads a directory and then single tiles. */
export function baseMapRouter(dataDir: string): Router {
  const router = Router();
  router.get(PATH, (request, response, next) => {
    response.locals.route = PATH;
    const code = municipalityCodeSchema.safeParse(request.params.code);
    const file = FILES.find((one) => one === request.params.file);
    if (!code.success || file === undefined) {
      sendProblem(request, response, httpProblem('basemap.unknown'));
      return;
    }
    const options = {
      acceptRanges: true,
      cacheControl: false,
      headers: { 'Cache-Control': 'private, no-cache', 'Content-Type': 'application/octet-stream' },
    };
    response.sendFile(baseMapFile(dataDir, code.data, file), options, (error?: Error) => {
      if (error === undefined || response.headersSent) return;
      if ('status' in error && error.status === 404)
        sendProblem(request, response, httpProblem('basemap.unknown'));
      else next(error);
    });
  });
  return router;
}
