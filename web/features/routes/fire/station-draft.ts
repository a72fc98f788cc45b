import type { FireStationOnWire } from '#contract/fire-station';
import { readPosition } from '#domain/geo/read-position';
import type { NewFireStation } from '../../../api/fire-stations.ts';
import { createStore } from '../../../state/store.ts';

/** What stands in the form, as it was typed. */
export interface StationDraft {
  readonly name: string;
  readonly kind: string;
  /** Latitude, longitude. */
  readonly placeText: string;
  readonly vehicles: readonly string[];
  /** What stood when this was begun; null: a new station. */
  readonly base: FireStationOnWire | null;
}

export const EMPTY_STATION: StationDraft = {
  ...{ name: '', kind: '', placeText: '', vehicles: [], base: null },
};

/** The one that is being written, by municipality: neither another task nor the map takes it away. */
export const stationDrafts = createStore<Readonly<Record<string, StationDraft | null>>>({});

export const keepStationDraft = (code: string, draft: StationDraft | null): void =>
  stationDrafts.set({ ...stationDrafts.get(), [code]: draft });

export const draftOfStation = (station: FireStationOnWire): StationDraft => ({
  name: station.name,
  kind: station.kind,
  placeText: placeTextOf(station.position),
  vehicles: station.vehicles,
  base: station,
});

/** To a tenth of a metre: more no hand means. */
export const placeTextOf = ([lng, lat]: readonly number[]): string =>
  `${Number((lat ?? 0).toFixed(6))}, ${Number((lng ?? 0).toFixed(6))}`;

export type StationMistake = 'name' | 'place';

/** What would be stored, or what is missing. */
export function readStationDraft(
  draft: StationDraft,
):
  | { readonly ok: true; readonly station: NewFireStation }
  | { readonly ok: false; readonly mistakes: readonly StationMistake[] } {
  const { base } = draft;
  // A place that nobody touched stays as exact as it is.
  const position =
    base !== null && draft.placeText === placeTextOf(base.position)
      ? base.position
      : readPosition(draft.placeText);
  const name = draft.name.trim();
  if (name === '' || position === null)
    return {
      ok: false,
      mistakes: [
        ...(name === '' ? (['name'] as const) : []),
        ...(position === null ? (['place'] as const) : []),
      ],
    };
  const [lng, lat] = position;
  const vehicles = [...draft.vehicles];
  return { ok: true, station: { name, kind: draft.kind.trim(), position: [lng, lat], vehicles } };
}
