import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { hazardJudgementSchema } from '#contract/resident';
import type { PlaceToJudge } from '#contract/search';
import { metresText } from '#domain/geo/metres-text';
import type { Bbox, Position } from '#domain/geo/position';
import { districtsQuery, residentQuery, shelterQuery } from '../api/queries.ts';
import { judgePlaceQuery } from '../api/search.ts';
import { circleBounds, type JudgedPlace } from '../map/judgement-features.ts';
import { parsePointId } from '../state/point-id.ts';
import { useTracedZone } from '../state/traced-zone.ts';
import { useView } from '../state/use-view.ts';

type HazardJudgement = z.output<typeof hazardJudgementSchema>;

export interface SelectedPlace extends JudgedPlace {
  /** Where to look: a point, or the box of a district. */
  readonly target: Position | Bbox | null;
  /** The zone that the connector goes to. */
  readonly tracedZoneId: string | null;
  /** What the map is brought to look at when it changes. */
  readonly targetKey: string;
  /** Rank of a selected person. */
  readonly rank: number | null;
}

/** Where the selected person, shelter or district is, with the connector that the judgement rests on. */
export function useSelectedPlace(code: string): SelectedPlace | null {
  const selection = useView((view) => view.selection);
  const id = selection?.id ?? '';
  const chosenZoneId = useTracedZone(id);
  const isPerson = selection?.kind === 'resident' || selection?.kind === 'plan';
  const resident = useQuery({
    ...residentQuery(code, id),
    enabled: isPerson,
  });
  const shelter = useQuery({ ...shelterQuery(code, id), enabled: selection?.kind === 'shelter' });
  const point = selection?.kind === 'point' ? parsePointId(id) : null;
  const pointJudged = useQuery({
    ...judgePlaceQuery(code, point ?? NOWHERE),
    enabled: point !== null,
  });
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
        tracedZoneId: null,
        targetKey: `district.${id}`,
        target: district.bbox,
      };
    }
    if (selection?.kind === 'point') {
      const place = parsePointId(id);
      return place === null ? null : placeOfPoint(id, place, pointJudged.data, chosenZoneId);
    }
    const judged = isPerson
      ? resident.data
      : selection?.kind === 'shelter'
        ? shelter.data
        : undefined;
    if (judged === undefined) return null;
    const { zones } = judged.hazard;
    const traced = zones.find(({ zoneId }) => zoneId === chosenZoneId);
    const nearest = traced ?? zones[0];
    const radiusMeters = 'radiusMeters' in judged ? judged.radiusMeters : null;
    return {
      position: judged.position,
      radiusMeters,
      boundary: boundaryOf(nearest),
      rank: 'priority' in judged ? judged.priority.rank : null,
      tracedZoneId: nearest?.zoneId ?? null,
      // A zone that was chosen is brought into sight together with the person or shelter.
      targetKey: [selection?.kind, id, traced?.zoneId].filter(Boolean).join('.'),
      target:
        judged.position !== null && traced !== undefined
          ? boundsOf(judged.position, traced.nearestBoundary)
          : targetOf(judged.position, radiusMeters),
    };
  }, [
    selection,
    isPerson,
    id,
    chosenZoneId,
    resident.data,
    shelter.data,
    districts.data,
    pointJudged.data,
  ]);
}

const NOWHERE: PlaceToJudge = { position: [0, 0], accuracy: 'town', radiusMeters: 0 };

function placeOfPoint(
  id: string,
  place: PlaceToJudge,
  hazard: HazardJudgement | undefined,
  chosenZoneId: string | null,
): SelectedPlace {
  const zones = hazard?.zones ?? [];
  const nearest = zones.find(({ zoneId }) => zoneId === chosenZoneId) ?? zones[0];
  const { position, radiusMeters } = place;
  return {
    position,
    radiusMeters,
    boundary: boundaryOf(nearest),
    rank: null,
    tracedZoneId: nearest?.zoneId ?? null,
    targetKey: `point.${id}`,
    target: targetOf(position, radiusMeters),
  };
}

/** Where the connector ends, with its metres. */
function boundaryOf(
  nearest: HazardJudgement['zones'][number] | undefined,
): JudgedPlace['boundary'] {
  return nearest === undefined
    ? null
    : {
        position: nearest.nearestBoundary,
        label: `${metresText(nearest.signedDistanceMeters)}m`,
      };
}

/** From this radius on the whole circle is looked at: the person is somewhere in it. */
const CIRCLE_FROM_METERS = 50;

function boundsOf([lng, lat]: Position, [otherLng, otherLat]: Position): Bbox {
  return [
    Math.min(lng, otherLng),
    Math.min(lat, otherLat),
    Math.max(lng, otherLng),
    Math.max(lat, otherLat),
  ];
}

function targetOf(position: Position | null, radiusMeters: number | null): Position | Bbox | null {
  return position !== null && radiusMeters !== null && radiusMeters >= CIRCLE_FROM_METERS
    ? circleBounds(position, radiusMeters)
    : position;
}
