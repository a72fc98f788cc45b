import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bbox, Position } from '#domain/geo/position';
import { districtsQuery, residentQuery, shelterQuery } from '../api/queries.ts';
import { circleBounds, type JudgedPlace } from '../map/judgement-features.ts';
import { useView } from '../state/use-view.ts';
import { boundaryLabel } from '../ui/HazardSection.tsx';

export interface SelectedPlace extends JudgedPlace {
  /** Where to look: a point, or the box of a district. */
  readonly target: Position | Bbox | null;
  /** Rank of a selected person. */
  readonly rank: number | null;
}

/** Where the selected person, shelter or district is, with the connector that the judgement rests on. */
export function useSelectedPlace(code: string): SelectedPlace | null {
  const selection = useView((view) => view.selection);
  const id = selection?.id ?? '';
  const resident = useQuery({
    ...residentQuery(code, id),
    enabled: selection?.kind === 'resident',
  });
  const shelter = useQuery({ ...shelterQuery(code, id), enabled: selection?.kind === 'shelter' });
  const districts = useQuery({ ...districtsQuery(code), enabled: selection?.kind === 'district' });
  return useMemo(() => {
    if (selection?.kind === 'district') {
      const district = districts.data?.districts.find((candidate) => candidate.id === id);
      if (district === undefined) return null;
      return {
        position: null,
        radiusMeters: null,
        boundary: null,
        rank: null,
        target: district.bbox,
      };
    }
    const judged =
      selection?.kind === 'resident'
        ? resident.data
        : selection?.kind === 'shelter'
          ? shelter.data
          : undefined;
    if (judged === undefined) return null;
    const nearest = judged.hazard.zones[0];
    const radiusMeters = 'radiusMeters' in judged ? judged.radiusMeters : null;
    return {
      position: judged.position,
      radiusMeters,
      boundary:
        nearest === undefined
          ? null
          : {
              position: nearest.nearestBoundary,
              label: boundaryLabel(nearest.signedDistanceMeters),
            },
      rank: 'priority' in judged ? judged.priority.rank : null,
      target: targetOf(judged.position, radiusMeters),
    };
  }, [selection, id, resident.data, shelter.data, districts.data]);
}

/** From this radius on the whole circle is looked at: the person is somewhere in it. */
const CIRCLE_FROM_METERS = 50;

function targetOf(position: Position | null, radiusMeters: number | null): Position | Bbox | null {
  return position !== null && radiusMeters !== null && radiusMeters >= CIRCLE_FROM_METERS
    ? circleBounds(position, radiusMeters)
    : position;
}
