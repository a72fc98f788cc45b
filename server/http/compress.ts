import compression from 'compression';
import type { RequestHandler } from 'express';

/** From here on compressing is worth its time. */
export const THRESHOLD_BYTES = 1024;
export const COMPRESSION = {
  /** JSON shrinks to a sixth at the fastest level already, and everybody waits for the slowest. */
  level: 1,
  /** A window of 8 kB: a page of the list is five of them, and setting up a larger one costs more than it saves. */
  windowBits: 13,
  memLevel: 6,
} as const;

/** Compresses texts; not streams of events (they would wait in a buffer) and not what is compressed. */
export const compress: RequestHandler = compression({
  threshold: THRESHOLD_BYTES,
  ...COMPRESSION,
  filter: (request, response) => {
    const type = String(response.getHeader('Content-Type') ?? '');
    return !type.startsWith('text/event-stream') && compression.filter(request, response);
  },
});
