import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import type { Words } from '../../../i18n/words.ts';

/** Kind and vehicles in one line. */
export function stationText(
  { kind, vehicles }: Pick<FireStationOnWire, 'kind' | 'vehicles'>,
  { profiles }: RouteOptions,
  words: Words,
): string {
  const names = vehicles.map((id) => {
    const found = profiles.find((profile) => profile.id === id);
    return found === undefined ? id : words.pick(found.label);
  });
  return [kind, names.join(words.comma)].filter((text) => text !== '').join(words.dot);
}
