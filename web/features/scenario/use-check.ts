import { useEffect, useRef, useState } from 'react';
import type { CheckAnswer, CheckRequest, CheckResult } from './check-messages.ts';

export interface Check {
  /** The latest answer; while a newer one is on its way the former stays to be seen. */
  readonly result: CheckResult | null;
  readonly isWaiting: boolean;
  readonly isFailed: boolean;
  readonly retry: () => void;
}

/**
 * Checks a hypothetical zone in a worker as it is drawn. While one is checked only the latest drawing
 * waits, so that dragging a vertex never piles up work. null: there is nothing to be checked.
 */
export function useCheck(asked: Omit<CheckRequest, 'number'> | null): Check {
  const [state, setState] = useState<Omit<Check, 'retry'>>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const line = useRef<{ worker: Worker; ask: (request: CheckRequest) => void } | null>(null);
  const latest = useRef(0);

  useEffect(() => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    let isBusy = false;
    let waiting: CheckRequest | null = null;
    const ask = (request: CheckRequest) => {
      if (isBusy) {
        waiting = request;
        return;
      }
      isBusy = true;
      worker.postMessage(request);
    };
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      isBusy = false;
      if (waiting !== null) {
        const next = waiting;
        waiting = null;
        ask(next);
      }
      const isLatest = data.number === latest.current;
      // What was asked before the drawing was thrown away is no answer to anything.
      if (latest.current === 0) return;
      if (data.ok) setState({ result: data.result, isWaiting: !isLatest, isFailed: false });
      else if (isLatest) setState((now) => ({ ...now, isWaiting: false, isFailed: true }));
    };
    worker.onerror = () => setState((now) => ({ ...now, isWaiting: false, isFailed: true }));
    line.current = { worker, ask };
    return () => {
      worker.terminate();
      line.current = null;
    };
  }, []);

  const number = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same again
  useEffect(() => {
    if (asked === null) {
      latest.current = 0;
      setState(NOTHING);
      return;
    }
    number.current += 1;
    latest.current = number.current;
    setState((now) => ({ ...now, isWaiting: true, isFailed: false }));
    line.current?.ask({ ...asked, number: number.current });
  }, [asked, attempt]);

  return { ...state, retry: () => setAttempt((now) => now + 1) };
}

const NOTHING = { result: null, isWaiting: false, isFailed: false } as const;
