import type { PlaceToJudge } from '#contract/search';

/** The id that a looked-up place goes by in the address: where it is and how well that is known; no address. */
export function pointId({ position: [lng, lat], accuracy, radiusMeters }: PlaceToJudge): string {
  return [lng.toFixed(6), lat.toFixed(6), accuracy, Math.round(radiusMeters)].join('_');
}

/** Null where the text is no such id. */
export function parsePointId(id: string): PlaceToJudge | null {
  const [lngText, latText, accuracy, radiusText] = id.split('_');
  const [lng, lat, radiusMeters] = [lngText, latText, radiusText].map(Number);
  if (lng === undefined || lat === undefined || radiusMeters === undefined) return null;
  const isPlace = Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && radiusMeters >= 0;
  const isKnown = accuracy === 'block' || accuracy === 'town' || accuracy === 'manual';
  return isPlace && radiusMeters <= 20_000 && isKnown
    ? { position: [lng, lat], accuracy, radiusMeters }
    : null;
}
