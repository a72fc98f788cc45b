import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RecognisedUpload } from '#contract/data-decisions';
import { uploadLimitQuery } from '../../api/imports.ts';
import { uploadFiles } from '../../api/upload-files.ts';

/** More than can be sent at once: told before anything is sent. */
export class TooMuchError extends Error {
  readonly bytes: number;
  readonly maxBytes: number;
  constructor(bytes: number, maxBytes: number) {
    super('more than can be sent at once');
    this.name = 'TooMuchError';
    this.bytes = bytes;
    this.maxBytes = maxBytes;
  }
}

export interface Uploads {
  /** What was sent and waits to be looked at. */
  readonly uploads: readonly RecognisedUpload[];
  /** Share that has been sent, 0 to 1; null while nothing is sent. */
  readonly share: number | null;
  readonly error: Error | null;
  /** Files of the last attempt, which can be sent again. */
  readonly files: readonly File[];
  readonly send: (files: readonly File[]) => void;
  readonly stop: () => void;
  readonly forget: (uploadId: string) => void;
}

/** Files on their way to the server, and what they were taken for. */
export function useUploads(code: string): Uploads {
  const [uploads, setUploads] = useState<readonly RecognisedUpload[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const limit = useQuery(uploadLimitQuery(code));
  const abort = useRef<AbortController | null>(null);
  const sending = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
      const maxBytes = limit.data?.maxBytes ?? Number.POSITIVE_INFINITY;
      if (bytes > maxBytes) throw new TooMuchError(bytes, maxBytes);
      abort.current = new AbortController();
      setShare(0);
      return uploadFiles(code, chosen, setShare, abort.current.signal);
    },
    onSuccess: (sent) => setUploads((before) => [...before, ...sent]),
    onSettled: () => setShare(null),
  });
  const wasStopped = sending.error instanceof DOMException;
  return {
    uploads,
    share,
    error: wasStopped ? null : sending.error,
    files,
    send: (chosen) => {
      if (chosen.length === 0) return;
      setFiles(chosen);
      sending.mutate(chosen);
    },
    stop: () => abort.current?.abort(),
    forget: (uploadId) => setUploads((all) => all.filter((one) => one.uploadId !== uploadId)),
  };
}
