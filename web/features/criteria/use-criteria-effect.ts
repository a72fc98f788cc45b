import { useEffect, useRef, useState } from 'react';
import type { CriteriaEffect, CriteriaTrial } from '#contract/criteria-desk';
import { tryCriteria } from '../../api/criteria.ts';

export interface EffectState {
  /** The latest that is known; stays while a newer one is calculated. */
  readonly effect: CriteriaEffect | null;
  readonly isBehind: boolean;
  readonly error: Error | null;
}

/**
 * What a trial would mean, following it as it changes: one request at a time, and then only the newest
 * trial. `trial` null (unfinished criteria) keeps the latest effect. It has to stay the same object
 * while it is the same.
 */
export function useCriteriaEffect(code: string, trial: CriteriaTrial | null): EffectState {
  const [state, setState] = useState<EffectState>({ effect: null, isBehind: true, error: null });
  const wanted = useRef<CriteriaTrial | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    wanted.current = trial;
    if (trial === null) return;
    setState((before) => (before.isBehind ? before : { ...before, isBehind: true }));
    if (running.current === null) void follow();

    async function follow(): Promise<void> {
      const abort = new AbortController();
      running.current = abort;
      while (wanted.current !== null && !abort.signal.aborted) {
        const asked: CriteriaTrial = wanted.current;
        try {
          const effect = await tryCriteria(code, asked, abort.signal);
          if (wanted.current === asked) wanted.current = null;
          if (!abort.signal.aborted)
            setState({ effect, isBehind: wanted.current !== null, error: null });
        } catch (error) {
          if (abort.signal.aborted) break;
          wanted.current = null;
          const failure = error instanceof Error ? error : new Error(String(error));
          setState((before) => ({ ...before, isBehind: false, error: failure }));
        }
      }
      if (running.current === abort) running.current = null;
    }
  }, [code, trial]);
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
  return state;
}
