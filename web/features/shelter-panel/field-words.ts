import type { ListedShelterValues } from '#contract/shelter-edit';
import type { ShelterField } from '#domain/shelter/shelter-edit';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';

/** A value of a field as it is read. */
export function fieldWords(field: ShelterField, values: ListedShelterValues, words: Words): string {
  const { none, landslide } = words.shelterEdit;
  const separator = words.language === 'ja' ? '、' : ', ';
  switch (field) {
    case 'position':
      return values.position ? positionText(values.position) : none;
    case 'capacity':
      return values.capacity === null || values.capacity === undefined
        ? none
        : words.terms.people(formatNumber(values.capacity));
    case 'acceptedGroups':
      return values.acceptedGroups?.join(separator) || none;
    case 'equipment':
      return values.equipment?.map((item) => words.terms.equipment[item]).join(separator) || none;
    case 'designatedForLandslide': {
      const isFor = values.designatedForLandslide;
      return isFor === null || isFor === undefined
        ? landslide.unknown
        : isFor
          ? landslide.yes
          : landslide.no;
    }
    default:
      return values[field] || none;
  }
}

/** Latitude first, as maps and GPS devices say it. */
export function positionText([lng, lat]: readonly [number, number]): string {
  return `${lat.toFixed(6)}, ${lng.toFixed(6)}`;
}
