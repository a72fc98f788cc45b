import type { Position } from '#domain/geo/position';
import type { RelayOffice } from '#domain/relay/office';
import { type RelayLink, URGENCIES, type Urgency } from '#domain/relay/sheet';
import { createStore } from '../../state/store.ts';

/** What is being written; it outlives a look at another place, and is sent under one id however often. */
export interface RelayDraft {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly placeText: string;
  readonly position: Position | null;
  readonly seen: string;
  readonly urgency: Urgency;
  readonly office: RelayOffice;
  readonly links: readonly RelayLink[];
  readonly files: readonly File[];
}

export const freshDraft = (): RelayDraft => ({
  ...{ id: crypto.randomUUID(), person: null, placeText: '', position: null, seen: '' },
  urgency: URGENCIES[1],
  office: { role: 'welfare-officer', district: null, shelterId: null },
  links: [],
  files: [],
});

export const relayDraft = createStore<RelayDraft>(freshDraft());
export const changeDraft = (change: Partial<RelayDraft>): void =>
  relayDraft.set({ ...relayDraft.get(), ...change });

export const isWritten = ({ person, placeText, position, seen }: RelayDraft): boolean =>
  seen.trim() !== '' && (person !== null || placeText.trim() !== '' || position !== null);
