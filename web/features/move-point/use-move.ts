import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResidentDetail } from '#contract/resident';
import type { Position } from '#domain/geo/position';
import { ApiError } from '../../api/client.ts';
import { movePosition, restorePosition } from '../../api/people-desk.ts';
import { residentQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';

interface Move {
  readonly position: Position;
  readonly radiusMeters: number;
  readonly reason: string;
}

export type MoveState =
  | { readonly step: 'placing' }
  | { readonly step: 'saving' }
  | { readonly step: 'failed'; readonly message: string | null }
  /** Somebody else changed the person: what is stored now. */
  | { readonly step: 'conflict'; readonly stored: ResidentDetail }
  | { readonly step: 'done'; readonly before: ResidentDetail; readonly after: ResidentDetail };

/** Places a person by hand; a conflict keeps what was placed and brings what is stored beside it. */
export function useMove(code: string, residentId: string) {
  const words = useWords();
  const client = useQueryClient();
  const [state, setState] = useState<MoveState>({ step: 'placing' });
  const refresh = () => client.invalidateQueries({ queryKey: [code] });

  const save = async (before: ResidentDetail, move: Move): Promise<void> => {
    setState({ step: 'saving' });
    try {
      const { lng, lat } = { lng: move.position[0], lat: move.position[1] };
      const after = await movePosition(code, residentId, {
        ...move,
        position: [lng, lat],
        version: before.version,
      });
      setState({ step: 'done', before, after });
      offerUndo({
        text: words.peopleDesk.move.undone,
        undo: async () => {
          await restorePosition(code, residentId, after.version, after.version);
          setState({ step: 'placing' });
          await refresh();
        },
      });
      await refresh();
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        const query = residentQuery(code, residentId);
        const stored = await client.fetchQuery({ ...query, staleTime: 0 }).catch(() => null);
        if (stored !== null) return setState({ step: 'conflict', stored });
      }
      const problem = error instanceof ApiError ? error.problem : null;
      setState({ step: 'failed', message: problem === null ? null : words.pick(problem.messages) });
    }
  };
  return { state, save, placeAgain: () => setState({ step: 'placing' }) };
}
