import { problemSchema } from '#contract/common';
import { type RecognisedUpload, recognisedUploadListSchema } from '#contract/data-decisions';
import { noteSessionEnded } from '../state/session-end.ts';
import { ApiError, OWN_REQUEST } from './client.ts';

/** A file that was changed, moved or locked while the browser read it. */
export class FileChangedError extends Error {
  readonly fileName: string;
  constructor(fileName: string) {
    super('a file changed while it was read');
    this.name = 'FileChangedError';
    this.fileName = fileName;
  }
}

/**
 * Sends files and has them recognised.
 *
 * @param onProgress share that has been sent, 0 to 1
 * @throws ApiError (status 0: out of reach), FileChangedError, AbortError
 */
export async function uploadFiles(
  code: string,
  files: readonly File[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RecognisedUpload[]> {
  const body = new FormData();
  for (const file of files) body.append('files', file, file.name);
  try {
    return await send(`/api/municipalities/${code}/uploads`, body, onProgress, signal);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.problem?.code === 'session.none') {
      await noteSessionEnded();
      signal.throwIfAborted();
      return uploadFiles(code, files, onProgress, signal);
    }
    if (error.status !== 0) throw error;
    // The browser says no more than that it failed: a file that cannot be read now is why.
    for (const file of files) if (!(await isReadable(file))) throw new FileChangedError(file.name);
    throw error;
  }
}

/** By XMLHttpRequest: fetch does not tell how much has been sent. */
function send(
  address: string,
  body: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RecognisedUpload[]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(OWN_REQUEST)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(new ApiError(0, null)));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    request.addEventListener('load', () => {
      const answer = jsonOf(request.responseText);
      const list = recognisedUploadListSchema.safeParse(answer);
      if (request.status < 300 && list.success) resolve(list.data.uploads);
      else reject(new ApiError(request.status, problemSchema.safeParse(answer).data ?? null));
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A File is a picture of the file when it was chosen: reading it fails once that has changed. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
