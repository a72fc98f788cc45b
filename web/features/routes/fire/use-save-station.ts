import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FireStationOnWire } from '#contract/fire-station';
import { ApiError } from '../../../api/client.ts';
import { fireStationsQuery } from '../../../api/fire.ts';
import {
  changeFireStation,
  closeFireStation,
  createFireStation,
  type NewFireStation,
} from '../../../api/fire-stations.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import {
  draftOfStation,
  keepStationDraft,
  readStationDraft,
  type StationDraft,
} from './station-draft.ts';
import { useStationWords } from './use-station-words.ts';

interface Stations {
  readonly stations: readonly FireStationOnWire[];
}

/** Stores stations and closes them; each can be taken back, and where somebody was first nothing is lost. */
export function useSaveStation(code: string) {
  const client = useQueryClient();
  const words = useWords();
  const say = useStationWords();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** What stands now in place of what was begun from; `shut`: it was closed down. */
  const [stale, setStale] = useState<FireStationOnWire | 'shut' | null>(null);
  const { queryKey } = fireStationsQuery(code);
  const show = (now: Stations) => client.setQueryData(queryKey, { stations: [...now.stations] });

  async function write(draft: StationDraft, station: NewFireStation): Promise<void> {
    const { base } = draft;
    const before = new Set(client.getQueryData(queryKey)?.stations.map(({ id }) => id));
    const now =
      base === null
        ? await createFireStation(code, station)
        : await changeFireStation(code, base.id, { ...station, version: base.version });
    const stored = now.stations.find(({ id }) =>
      base === null ? !before.has(id) : id === base.id,
    );
    show(now);
    keepStationDraft(code, null);
    if (stored === undefined) return;
    offerUndo({ text: say.saved(stored.name), undo: () => takeBack(stored, base) });
    focusOn(stored.id);
  }

  async function takeBack(stored: FireStationOnWire, base: FireStationOnWire | null) {
    const { id, version } = stored;
    if (base === null) return void show(await closeFireStation(code, id, version, true));
    const { name, kind, position, vehicles } = base;
    const former = { name, kind, position: [position[0], position[1]] as [number, number] };
    show(await changeFireStation(code, id, { ...former, vehicles, version }));
  }

  async function explain(error: unknown, base: FireStationOnWire | null): Promise<void> {
    const problem = error instanceof ApiError ? error.problem : null;
    if (problem?.code === 'fire-station.stale' && base !== null) {
      await client.invalidateQueries({ queryKey });
      const now = client.getQueryData(queryKey)?.stations;
      return setStale(now?.find(({ id }) => id === base.id) ?? 'shut');
    }
    setFailure(
      problem === null ? say.form.failed : `${words.pick(problem.messages)} ${say.form.kept}`,
    );
  }

  async function save(draft: StationDraft): Promise<void> {
    const read = readStationDraft(draft);
    if (!read.ok) return;
    setSaving(true);
    setFailure(null);
    setStale(null);
    try {
      await write(draft, read.station);
    } catch (error) {
      await explain(error, draft.base);
    } finally {
      setSaving(false);
    }
  }

  return {
    isSaving,
    failure,
    stale,
    save,
    /** Over what stands now; as a new station where that one was closed down. */
    keepMine(draft: StationDraft) {
      const mine = { ...draft, base: stale === 'shut' ? null : stale };
      keepStationDraft(code, mine);
      void save(mine);
    },
    takeTheirs() {
      keepStationDraft(code, stale === null || stale === 'shut' ? null : draftOfStation(stale));
      setStale(null);
    },
    async shut(station: FireStationOnWire) {
      setFailure(null);
      try {
        show(await closeFireStation(code, station.id, station.version, true));
        const reopen = async () =>
          void show(await closeFireStation(code, station.id, station.version + 1, false));
        offerUndo({ text: say.wasShut(station.name), undo: reopen });
      } catch (error) {
        await explain(error, null);
        await client.invalidateQueries({ queryKey });
      }
    },
  };
}
export type SaveStation = ReturnType<typeof useSaveStation>;

/** The keyboard goes on at what was stored. */
function focusOn(id: string): void {
  setTimeout(
    () => document.querySelector<HTMLElement>(`[data-station="${id}"] button`)?.focus(),
    0,
  );
}
