import Flatbush from 'flatbush';
import { bboxOf } from '#domain/geo/bbox';
import type { MultiPolygon, PolygonCoordinates } from '#domain/geo/position';
import { judgePoint, judgePolygon } from '#domain/hazard/exposure';
import { buildZoneIndex } from '#domain/hazard/zone-index';

const EXACTLY = { marginMeters: 0 };

/**
 * Tells whether an area touches the area of a municipality, its boundary included. Where no edge of the
 * boundary passes through the area's box, the area is all in or all out and one vertex tells which.
 */
export function touches(municipality: MultiPolygon): (geometry: MultiPolygon) => boolean {
  const index = buildZoneIndex([
    {
      id: 'municipality',
      phenomenon: 'landslide',
      zoneClass: 'yellow',
      redNotSurveyed: false,
      geometry: municipality,
    },
  ]);
  const edges = indexEdges(municipality);
  const polygonTouches = (polygon: PolygonCoordinates): boolean => {
    const [outer = []] = polygon;
    const [position] = outer;
    if (position === undefined) return false;
    const isCrossed = edges.search(...bboxOf(outer)).length > 0;
    const judgement = isCrossed
      ? judgePolygon(index, polygon, EXACTLY)
      : judgePoint(index, { accuracy: 'manual', radiusMeters: 0, position }, EXACTLY);
    return judgement.relation === 'inside';
  };
  return ({ coordinates }) => coordinates.some(polygonTouches);
}

function indexEdges({ coordinates }: MultiPolygon): Flatbush {
  const boxes = coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((end, at) => bboxOf([ring[at] ?? end, end])));
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return tree;
}
