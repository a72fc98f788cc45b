import { Layer, Source } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross } from '../../map/MapHint.tsx';
import { usePressedPlace } from '../../map/use-pressed-place.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { MapBox } from '../../ui/MapBox.tsx';
import { lineFeature, pointFeature } from './route-features.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

const LEAST_CORNERS = 3;
const MOST_CORNERS = 60;

/** Draws the area whose roads are taken as closed, corner by corner. */
export default function CloseAreaTool() {
  const say = useRouteWords().closures;
  const [corners, setCorners] = useState<readonly Position[]>([]);
  const add = useCallback(
    ([lng, lat]: Position) =>
      setCorners((now) =>
        [...now, [Number(lng.toFixed(6)), Number(lat.toFixed(6))] as const].slice(0, MOST_CORNERS),
      ),
    [],
  );
  const back = useCallback(() => setCorners((now) => now.slice(0, -1)), []);
  usePressedPlace(add, back);
  const [first] = corners;
  const take = () => {
    if (first === undefined) return;
    changePlan({ closedArea: [...corners, first] });
    changeView({ tab: 'list' }, 'replace');
    setTool(null);
  };
  const features = [
    ...(corners.length > 1 && first !== undefined
      ? [lineFeature({ kind: 'area-line' }, [...corners, first])]
      : []),
    ...corners.map((corner) => pointFeature('corner', corner)),
  ];
  return (
    <>
      <Source id="route-drawing" type="geojson" data={{ type: 'FeatureCollection', features }}>
        <Layer
          id="route-drawing-line"
          type="line"
          filter={['==', ['geometry-type'], 'LineString']}
          paint={{ 'line-color': '#1a1a1a', 'line-width': 3, 'line-dasharray': [2, 1.5] }}
        />
        <Layer
          id="route-drawing-corners"
          type="circle"
          filter={['==', ['geometry-type'], 'Point']}
          paint={{
            'circle-radius': 5,
            'circle-color': '#ffffff',
            'circle-stroke-color': '#1a1a1a',
            'circle-stroke-width': 3,
          }}
        />
      </Source>
      <MapCross />
      <MapBox title={say.draw} onClose={() => setTool(null)}>
        <p className="text-14 leading-normal">{say.drawing}</p>
        <p role="status" className="number">
          {say.corners(String(corners.length))}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" isDisabled={corners.length < LEAST_CORNERS} onPress={take}>
            {say.drawDone}
          </Button>
          <Button isDisabled={corners.length === 0} onPress={back}>
            {say.drawUndo}
          </Button>
        </div>
      </MapBox>
    </>
  );
}
