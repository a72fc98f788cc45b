import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CriteriaRef } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { type Adopted, adoptVersion, type Decision } from '../../api/criteria.ts';
import { followJob } from '../../api/import-job.ts';
import { offerUndo } from '../../state/undo.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

export type AdoptionState =
  | { readonly step: 'asking' }
  | { readonly step: 'ranking' }
  | { readonly step: 'failed' }
  | { readonly step: 'refused'; readonly error: Error };

/** What is in force before, so that it can be put in force again. */
export interface Former {
  readonly inForce: CriteriaRef;
  /** Whatever else has to be taken back, e.g. the draft. */
  readonly restore?: () => Promise<unknown>;
}

/** Adopts criteria, follows the ranking to its end, and offers to put the former ones in force again. */
export function useAdoption(municipality: MunicipalityView, name: string, onDone: () => void) {
  const words = useCriteriaWords();
  const say = words.criteria.adopt;
  const queryClient = useQueryClient();
  const [state, setState] = useState<AdoptionState>({ step: 'asking' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  // A draft that was adopted is there no more; all else rests on the ranking.
  const askAnew = () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] !== 'criteria-draft',
    });

  const ranked = useCallback(
    (adopted: Adopted) =>
      new Promise<boolean>((resolve) => {
        stop.current = followJob(
          adopted.job.id,
          (job) => {
            if (job.state !== 'running') resolve(job.state === 'succeeded');
          },
          () => resolve(false),
        );
      }),
    [],
  );

  const adopt = async (
    begin: () => Promise<Adopted>,
    decision: Decision,
    { inForce, restore }: Former,
  ) => {
    setState({ step: 'ranking' });
    try {
      const adopted = await begin();
      const isRanked = await ranked(adopted);
      await askAnew();
      if (!isRanked) {
        setState({ step: 'failed' });
        return;
      }
      offerUndo({
        text: say.done(name),
        undo: async () => {
          const back = { ...decision, note: say.undone };
          const { code } = municipality;
          const again = await adoptVersion(code, inForce, adopted.municipalityVersion, back);
          await restore?.();
          await ranked(again);
          await askAnew();
        },
      });
      onDone();
    } catch (error) {
      setState({
        step: 'refused',
        error: error instanceof Error ? error : new Error(String(error)),
      });
      // The settings may have been changed by somebody else: the next try is to know them.
      await queryClient.invalidateQueries({ queryKey: ['municipalities'] });
    }
  };
  return { state, adopt };
}
