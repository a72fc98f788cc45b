import type { FeatureCollection } from 'geojson';
import type { ProposalLines } from '#contract/plan-proposal';
import type { ShelterRow } from '#contract/shelter';

type Feature = FeatureCollection['features'][number];

/** A line for each home with a destination, of kind `plain`, `red`, `unknown` or `picked`; a point where there is none. */
export function lineFeatures(
  lines: ProposalLines['lines'],
  shelters: readonly Pick<ShelterRow, 'id' | 'position'>[],
  picked: string | null,
): FeatureCollection {
  const places = new Map(shelters.map(({ id, position }) => [id, position]));
  const features = lines.flatMap((one): Feature[] => {
    const { residentId: id, position, shelterId, redMeters, isPlaced } = one;
    if (position === null) return [];
    if (!isPlaced)
      return [
        {
          type: 'Feature',
          properties: { id, kind: 'unplaced' },
          geometry: { type: 'Point', coordinates: [...position] },
        },
      ];
    const goal = shelterId === null ? null : (places.get(shelterId) ?? null);
    if (goal === null) return [];
    const known = redMeters === null ? 'unknown' : redMeters > 0 ? 'red' : 'plain';
    const kind = id === picked ? 'picked' : known;
    return [
      {
        type: 'Feature',
        properties: { id, kind },
        geometry: { type: 'LineString', coordinates: [[...position], [...goal]] },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}
