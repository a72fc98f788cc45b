import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { makeScratchDirectory } from '../services/scratch-directory.ts';
import { type HttpProblem, httpProblem } from './problems.ts';

/** Files of one upload, in a folder of their own. */
export interface Upload {
  readonly files: readonly string[];
  /** Other fields of the form, as they were sent. */
  readonly fields: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export type UploadResult =
  | { readonly ok: true; readonly upload: Upload }
  | { readonly ok: false; readonly problem: HttpProblem };

const MOST_FILES = 50;
const MOST_FIELDS = 20;
const MOST_FIELD_BYTES = 200_000;
/** What a form may add to the files in it: boundaries, names, fields. */
const FORM_BYTES = 100_000;

interface Limits {
  readonly dataDir: string;
  readonly maxUploadBytes: number;
}

/**
 * Writes the files of a multipart form, or a raw body named by `?fileName=`, into a new folder under
 * `uploads`. Names keep their base, as a source is told by its ending. On any failure nothing is left.
 */
export async function receiveUpload(request: Request, limits: Limits): Promise<UploadResult> {
  // Said at once, before a byte of it is written; what is sent all the same is read and thrown away.
  if (Number(request.get('Content-Length') ?? 0) > limits.maxUploadBytes + FORM_BYTES) {
    request.resume();
    return { ok: false, problem: tooLarge(limits.maxUploadBytes) };
  }
  const directory = await makeScratchDirectory(limits.dataDir, 'upload');
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const budget = byteBudget(limits.maxUploadBytes);
    const body = bodyOf(request);
    const { files, fields } = request.is('multipart/form-data')
      ? await receiveForm(request, body, directory, budget)
      : { files: await receiveBody(request, body, directory, budget), fields: {} };
    if (files.length > 0) return { ok: true, upload: { files, fields, remove } };
    await remove();
    const detail = { ja: 'ファイルが送られていません', en: 'No file was sent' };
    return { ok: false, problem: httpProblem('request.invalid', { detail }) };
  } catch (error) {
    await remove();
    const problem = problemOf(error, limits.maxUploadBytes);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/**
 * The body as a stream of its own: where that fails the request is read to its end all the same, as a
 * client that is cut off while it sends never reads why.
 */
function bodyOf(request: Request): PassThrough {
  const body = new PassThrough();
  request.pipe(body);
  body.once('error', () => request.resume());
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the multipart form or body ended early'));
  });
  return body;
}

async function receiveForm(
  request: Request,
  body: Readable,
  directory: string,
  limit: () => Transform,
): Promise<Pick<Upload, 'files' | 'fields'>> {
  const form = busboy({
    headers: request.headers,
    defParamCharset: 'utf8',
    limits: { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES },
  });
  const files: string[] = [];
  const fields: Record<string, string> = {};
  const writing: Promise<void>[] = [];
  form.on('field', (name, value) => {
    fields[name] = value;
  });
  form.on('file', (_field, stream, { filename }) => {
    const written = writeFile(stream, directory, filename ?? '', files, limit);
    // Its failure is thrown by the wait for all; until then it must not count as unhandled.
    written.catch((error: unknown) => form.destroy(asError(error)));
    writing.push(written);
  });
  await pipeline(body, form);
  await Promise.all(writing);
  return { files, fields };
}

async function receiveBody(
  request: Request,
  body: Readable,
  directory: string,
  limit: () => Transform,
): Promise<string[]> {
  const { fileName } = request.query;
  const files: string[] = [];
  if (Number(request.get('Content-Length') ?? 1) === 0) return files;
  await writeFile(body, directory, typeof fileName === 'string' ? fileName : '', files, limit);
  return files;
}

async function writeFile(
  stream: Readable,
  directory: string,
  name: string,
  files: string[],
  limit: () => Transform,
): Promise<void> {
  const path = join(directory, uniqueName(name, files));
  files.push(path);
  await pipeline(stream, limit(), createWriteStream(path, { mode: 0o600 }));
}

/** The last part of a name, whatever separators the sender's system has; two of one name stay apart. */
function uniqueName(name: string, files: readonly string[]): string {
  const base = basename(name.replaceAll('\\', '/')).replaceAll('\0', '') || 'upload';
  const safe = base === '.' || base === '..' ? 'upload' : base.slice(-200);
  const isTaken = files.some((file) => basename(file) === safe);
  return isTaken ? `${files.length}-${safe}` : safe;
}

class TooLargeError extends Error {}

/** Streams that pass on a total of bytes between them, and fail when there is more. */
function byteBudget(maxBytes: number): () => Transform {
  let used = 0;
  return () =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        used += chunk.length;
        if (used > maxBytes) done(new TooLargeError());
        else done(null, chunk);
      },
    });
}

function problemOf(error: unknown, maxBytes: number): HttpProblem | null {
  if (error instanceof TooLargeError) return tooLarge(maxBytes);
  // What busboy says of a form that it cannot read.
  const isBadForm = error instanceof Error && /form|boundary|multipart|header/i.test(error.message);
  return isBadForm ? httpProblem('request.invalid') : null;
}

function tooLarge(maxBytes: number): HttpProblem {
  const megabytes = Math.floor(maxBytes / 2 ** 20);
  const detail = {
    ja: `一度に送れるのは${megabytes}MBまでです`,
    en: `At most ${megabytes} MB can be sent at once`,
  };
  return httpProblem('request.too-large', { detail });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
