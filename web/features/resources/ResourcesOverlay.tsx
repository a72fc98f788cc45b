import { useQuery } from '@tanstack/react-query';
import { Layer, Source } from '@vis.gl/react-maplibre';
import { useEffect, useMemo, useState } from 'react';
import { CATEGORY_LABELS } from '#domain/resource/resource';
import { resourcesQuery } from '../../api/resources.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import { resourceLayers } from '../../map/layers/resources.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useRelayView } from '../../state/relay-view.ts';

type Marks = GeoJSON.FeatureCollection<GeoJSON.Point>;
const NOTHING: Marks = { type: 'FeatureCollection', features: [] };

/** Resources on the map, by the categories that are looked at; the list beside it is their table. */
export default function ResourcesOverlay({ code }: { readonly code: string }) {
  const words = useWords();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const { categories, resource } = useRelayView();
  const { data } = useQuery(resourcesQuery(code));
  const marks = useMemo(
    (): Marks => ({
      ...NOTHING,
      features: (data?.resources ?? []).flatMap(({ id, facts: { name, category, position } }) =>
        position === null || (categories.length > 0 && !categories.includes(category))
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: { type: 'Point' as const, coordinates: [...position] },
                properties: {
                  mark: words.pick(CATEGORY_LABELS[category]).slice(0, 1),
                  name,
                  isOpen: id === resource,
                },
              },
            ],
      ),
    }),
    [data, categories, resource, words],
  );
  // A source begins with nothing: react-maplibre may throw its first rendering away.
  const [drawn, setDrawn] = useState<Marks>(NOTHING);
  useEffect(() => setDrawn(marks), [marks]);
  return (
    <Source id="resources" type="geojson" data={drawn}>
      {resourceLayers(colors).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}
