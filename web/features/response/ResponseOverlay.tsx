import { useQuery } from '@tanstack/react-query';
import { Layer, Source } from '@vis.gl/react-maplibre';
import { useEffect, useMemo, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { responsesQuery } from '../../api/open-responses.ts';
import { responseQuery } from '../../api/response.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import { responseLayers, responseWayLayers } from '../../map/layers/response.ts';
import { useCommitted } from '../../map/use-committed.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useView } from '../../state/use-view.ts';
import { useFoundWay } from './found-way.ts';
import { useResponseWords } from './use-response-words.ts';

type Marks = GeoJSON.FeatureCollection<GeoJSON.Point>;
const NOTHING: Marks = { type: 'FeatureCollection', features: [] };
type Line = GeoJSON.FeatureCollection<GeoJSON.LineString>;
const NO_LINE: Line = { type: 'FeatureCollection', features: [] };

/** A mark with how each person stands of whom something was said; the others stay as they are drawn. */
export default function ResponseOverlay(props: { readonly municipality: MunicipalityView }) {
  const { code } = props.municipality;
  const say = useResponseWords();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const chosen = useView(({ response }) => response);
  const listed = useQuery(responsesQuery(code)).data?.responses ?? [];
  const id = chosen ?? listed.find(({ closedAt }) => closedAt === null)?.id ?? null;
  const { data } = useQuery({ ...responseQuery(code, id ?? ''), enabled: id !== null });
  const marks = useMemo(
    (): Marks => ({
      ...NOTHING,
      features: (data?.people ?? []).flatMap(({ position, status }) =>
        position === null || status === 'no-report'
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: { type: 'Point' as const, coordinates: [...position] },
                properties: { label: say.marks[status], status },
              },
            ],
      ),
    }),
    [data, say],
  );
  // A source begins with nothing: react-maplibre may throw its first rendering away.
  const [drawn, setDrawn] = useState<Marks>(NOTHING);
  useEffect(() => setDrawn(marks), [marks]);
  const way = useFoundWay();
  const line = useMemo(
    (): Line =>
      way === null
        ? NO_LINE
        : {
            ...NO_LINE,
            features: [
              {
                type: 'Feature',
                geometry: { type: 'LineString', coordinates: way.line.map((one) => [...one]) },
                properties: {},
              },
            ],
          },
    [way],
  );
  const drawnLine = useCommitted(line, NO_LINE);
  return (
    <>
      <Source id="response-way" type="geojson" data={drawnLine}>
        {responseWayLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
      <Source id="response" type="geojson" data={drawn}>
        {responseLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
    </>
  );
}
