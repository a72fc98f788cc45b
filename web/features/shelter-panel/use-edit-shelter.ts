import { useQueryClient } from '@tanstack/react-query';
import type { ShelterDetail } from '#contract/shelter';
import type { ShelterOverridesView } from '#contract/shelter-edit';
import { editShelter } from '../../api/places.ts';
import { shelterQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';

export interface ShelterSave {
  readonly id: string;
  readonly version: number;
  readonly former: ShelterOverridesView;
  readonly overrides: ShelterOverridesView;
  readonly reason: string;
  readonly editedBy: string;
  /** What the bar says was done. */
  readonly text: string;
}

/** Saves what stands over a shelter's list, shows it everywhere, and offers to take it back. */
export function useEditShelter(code: string): (save: ShelterSave) => Promise<ShelterDetail> {
  const client = useQueryClient();
  const { undone } = useWords().shelterEdit;
  const show = async (detail: ShelterDetail) => {
    client.setQueryData(shelterQuery(code, detail.id).queryKey, detail);
    // Lists, counts and tiles rest on it, and so do records of the same facility.
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === code && TOUCHED.has(String(queryKey[1])),
    });
  };
  return async ({ id, version, former, overrides, reason, editedBy, text }) => {
    const detail = await editShelter(code, id, { version, overrides, reason, editedBy });
    await show(detail);
    offerUndo({
      text,
      undo: async () => {
        const request = {
          version: detail.edit.version,
          overrides: former,
          reason: undone,
          editedBy,
        };
        await show(await editShelter(code, id, request));
      },
    });
    return detail;
  };
}

const TOUCHED = new Set(['shelter', 'shelters', 'summary', 'zone-subjects']);
