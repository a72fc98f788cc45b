import { isInsidePolygon } from '#domain/geo/polygon';
import type { Position } from '#domain/geo/position';
import { wkbToMultiPolygon } from '../../db/wkb.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';

/** Names the district that a place lies in; null where no district on the map holds it. */
export async function districtAt(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<(place: Position) => string | null> {
  const rows = await readers.districts(municipality);
  const areas = new Map<string, ReturnType<typeof wkbToMultiPolygon>>();
  return (place) => {
    const [lng, lat] = place;
    const found = rows.find(({ id, bbox: [west, south, east, north], geometry }) => {
      if (lng < west || lng > east || lat < south || lat > north) return false;
      const area = areas.get(id) ?? wkbToMultiPolygon(geometry);
      areas.set(id, area);
      return area.coordinates.some((polygon) => isInsidePolygon(polygon, place));
    });
    return found?.name ?? null;
  };
}
