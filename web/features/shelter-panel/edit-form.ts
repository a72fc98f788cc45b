import type { ShelterDetail } from '#contract/shelter';
import type { ShelterOverridesView } from '#contract/shelter-edit';
import type { ShelterEquipment } from '#domain/shelter/shelter';
import { positionText } from './field-words.ts';

/** What stands in the form: texts as they were typed. */
export interface EditForm {
  readonly capacity: string;
  readonly acceptedGroups: string;
  readonly equipment: readonly ShelterEquipment[];
  readonly phone: string;
  readonly landslide: 'yes' | 'no' | 'unknown';
  readonly openingNote: string;
  readonly position: string;
}

export function formOf(shelter: ShelterDetail): EditForm {
  const isFor = shelter.designatedForLandslide;
  return {
    capacity: shelter.capacity === null ? '' : String(shelter.capacity),
    acceptedGroups: shelter.acceptedGroups?.join('、') ?? '',
    equipment: shelter.equipment ?? [],
    phone: shelter.phone ?? '',
    landslide: isFor === null ? 'unknown' : isFor ? 'yes' : 'no',
    openingNote: shelter.openingNote ?? '',
    position: shelter.position === null ? '' : positionText(shelter.position),
  };
}

export type ReadForm =
  | { readonly ok: true; readonly overrides: ShelterOverridesView }
  | { readonly ok: false; readonly reason: 'badCapacity' | 'badPosition' };

/**
 * All that is to stand in place of the list: what was not touched in the form keeps its value exactly, so
 * that a position is not rounded by being shown. The server leaves out what the list says anyway.
 */
export function readForm(form: EditForm, shelter: ShelterDetail): ReadForm {
  const before = formOf(shelter);
  const capacityText = form.capacity.normalize('NFKC').trim();
  if (!/^\d{0,6}$/.test(capacityText)) return { ok: false, reason: 'badCapacity' };
  const isMoved = form.position.trim() !== before.position;
  const position = isMoved ? readPosition(form.position) : shelter.position;
  if (isMoved && position === null) return { ok: false, reason: 'badPosition' };
  const groups = form.acceptedGroups
    .split(/[、,,\n]/)
    .map((group) => group.trim())
    .filter((group) => group !== '');
  const isUnequipped = form.equipment.length === 0 && shelter.equipment === null;
  const { name } = shelter.edit.overrides;
  return {
    ok: true,
    overrides: {
      ...(name === undefined ? {} : { name }),
      ...(position === null ? {} : { position }),
      capacity: capacityText === '' ? null : Number(capacityText),
      acceptedGroups:
        form.acceptedGroups === before.acceptedGroups
          ? shelter.acceptedGroups
          : groups.length === 0
            ? null
            : groups,
      equipment: isUnequipped ? null : [...form.equipment],
      phone: form.phone.trim() === '' ? null : form.phone,
      designatedForLandslide: form.landslide === 'unknown' ? null : form.landslide === 'yes',
      openingNote: form.openingNote.trim() === '' ? null : form.openingNote,
    },
  };
}

/** `latitude, longitude` in any width; null where it is none, or no place in Japan. */
export function readPosition(text: string): [number, number] | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,、]+/)
    .map(Number);
  const [lat, lng] = parts;
  if (parts.length !== 2 || lat === undefined || lng === undefined) return null;
  const isInJapan = lat >= 20 && lat <= 46 && lng >= 122 && lng <= 154;
  return isInJapan ? [lng, lat] : null;
}
