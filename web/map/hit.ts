import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { PointedFeature } from '../state/pointed-feature.ts';
import { SELECTABLE_LAYERS } from './layers/index.ts';

/** Something on the map that can be pointed at and selected. */
export interface Hit {
  readonly kind: PointedFeature['kind'];
  /** Null for a group of people. */
  readonly id: string | null;
  readonly feature: MapGeoJSONFeature;
}

const CLICK_SLACK_PIXELS = 6;

/** What lies on top at a point of the screen: marks a little beside it too, areas where it is. */
export function topHit(map: MapLibreMap, point: { x: number; y: number }): Hit | null {
  const slack = CLICK_SLACK_PIXELS;
  const layers = selectableLayers(map);
  // Zones are asked for where there is no mark: in a prefecture a point of the screen is near to hundreds.
  const marks = layers.filter(({ kind }) => kind !== 'zone');
  const [mark] = query(map, marks, [
    [point.x - slack, point.y - slack],
    [point.x + slack, point.y + slack],
  ]);
  if (mark !== undefined) return mark;
  const zones = layers.filter(({ kind }) => kind === 'zone');
  return query(map, zones, [point.x, point.y])[0] ?? null;
}

/** Everything in view, each once: people before shelters before zones, as the layers lie. */
export function hitsInView(map: MapLibreMap): Hit[] {
  const seen = new Set<string>();
  return query(map, selectableLayers(map), undefined).filter(({ kind, id, feature }) => {
    const key = `${kind} ${id ?? JSON.stringify(feature.geometry)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function selectableLayers(map: MapLibreMap) {
  return SELECTABLE_LAYERS.filter(({ layerId }) => map.getLayer(layerId) !== undefined);
}

/** In the order of the layers, the ones on top first. */
function query(
  map: MapLibreMap,
  layers: ReturnType<typeof selectableLayers>,
  where: PointLike | [PointLike, PointLike] | undefined,
): Hit[] {
  const options = { layers: layers.map(({ layerId }) => layerId) };
  const found =
    where === undefined
      ? map.queryRenderedFeatures(options)
      : map.queryRenderedFeatures(where, options);
  const order = new Map(layers.map((layer, place) => [layer.layerId, { ...layer, place }]));
  return found
    .flatMap((feature) => {
      const layer = order.get(feature.layer.id);
      if (layer === undefined) return [];
      const isCluster = layer.kind === 'cluster';
      const { id } = feature.properties;
      if (!isCluster && id === undefined) return [];
      return [
        {
          place: layer.place,
          hit: { kind: layer.kind, id: isCluster ? null : String(id), feature },
        },
      ];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ hit }) => hit);
}
