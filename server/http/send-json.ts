import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { COMPRESSION, THRESHOLD_BYTES } from './compress.ts';

const gzipInThread = promisify(gzip);
/** Compressing this much takes half a millisecond, and handing it to a thread takes as long. */
const MOST_AT_ONCE = 128 * 1024;

/** Sends a body that is whole: compressed in one piece, where the stream of `compress` takes it in many. */
export async function sendJson(request: Request, response: Response, text: string): Promise<void> {
  response.type('application/json');
  if (text.length < THRESHOLD_BYTES || request.acceptsEncodings('gzip', 'identity') !== 'gzip') {
    response.send(text);
    return;
  }
  const body =
    text.length <= MOST_AT_ONCE
      ? gzipSync(text, COMPRESSION)
      : await gzipInThread(text, COMPRESSION);
  response.vary('Accept-Encoding').set('Content-Encoding', 'gzip');
  response.set('Content-Length', String(body.byteLength)).end(body);
}
