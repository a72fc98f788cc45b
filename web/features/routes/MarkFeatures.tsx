import { Layer, Source } from '@vis.gl/react-maplibre';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { CutOffAnswer } from '#contract/cut-off';
import type { Position } from '#domain/geo/position';
import type { MapColors } from '../../map/colors.ts';
import { routeMarkLayers } from '../../map/layers/routes.ts';
import { useCommitted } from '../../map/use-committed.ts';
import type { ProfilePoint } from './profile-points.ts';
import { placeAlong } from './profile-runs.ts';
import { lineFeature, NO_FEATURES, pointFeature } from './route-features.ts';
import { routeCursor, shownLine } from './route-marks.ts';

/** What lists and chart point at, the area that is closed, and who is cut off. */
export function MarkFeatures(props: {
  readonly colors: MapColors;
  readonly profile: readonly ProfilePoint[];
  readonly closedArea: readonly Position[] | null;
  readonly cutOff: CutOffAnswer['people'];
}) {
  const { profile, closedArea, cutOff } = props;
  const cursor = routeCursor.use();
  const shown = shownLine.use();
  const data = useMemo((): FeatureCollection => {
    const place = cursor === null ? null : placeAlong(profile, cursor);
    const [first] = shown ?? [];
    return {
      type: 'FeatureCollection',
      features: [
        ...(closedArea === null
          ? []
          : [
              {
                type: 'Feature' as const,
                properties: { kind: 'area' },
                geometry: {
                  type: 'Polygon' as const,
                  coordinates: [closedArea.map((corner) => [...corner])],
                },
              },
            ]),
        ...cutOff
          .filter(({ foot, vehicle }) => [foot.state, vehicle.state].includes('cut-off'))
          .map(({ position }) => pointFeature('cut-off', position)),
        ...(shown === null || first === undefined
          ? []
          : shown.length === 1
            ? [pointFeature('shown-place', first)]
            : [lineFeature({ kind: 'shown' }, shown)]),
        ...(place === null ? [] : [pointFeature('cursor', place.position)]),
      ],
    };
  }, [profile, closedArea, cutOff, cursor, shown]);
  const drawn = useCommitted(data, NO_FEATURES);
  return (
    <Source id="route-marks" type="geojson" data={drawn}>
      {routeMarkLayers(props.colors).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}
