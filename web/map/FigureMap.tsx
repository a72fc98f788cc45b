import { Map as MapCanvas } from '@vis.gl/react-maplibre';
import type { StyleSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { Bbox } from '#domain/geo/position';
import { DARK_COLORS, LIGHT_COLORS } from './colors.ts';
import { fabric, ground, names } from './layers/base.ts';
import { FONT_BOLD } from './layers/map-layer.ts';
import { maplibre } from './map-library.ts';
import type { DrawnFeatures } from './style.ts';

interface FigureMapProps {
  readonly label: string;
  readonly municipalityCode: string;
  readonly hasBaseMap: boolean;
  readonly isDark: boolean;
  readonly bounds: Bbox;
  /** `kind`: `before` (dashed outline), `after` (filled), `place` (with `name` A, B …), `chosen`. */
  readonly features: DrawnFeatures;
}

/** A small map of its own in a report: a few shapes on the base map, to be looked at side by side. */
export default function FigureMap(props: FigureMapProps) {
  const { features, isDark, municipalityCode, hasBaseMap } = props;
  const style = useMemo<StyleSpecification>(() => {
    const colors = isDark ? DARK_COLORS : LIGHT_COLORS;
    const context = { colors, isDark, selection: null, tracedZoneId: null, filtered: false };
    const under = hasBaseMap
      ? [ground, fabric, names]
          .flatMap((group) => group.layers(context))
          .filter((layer) => 'source' in layer && layer.source === 'base')
      : [];
    const archive = `pmtiles://${location.origin}/basemap/${municipalityCode}/basemap.pmtiles`;
    const of = (kind: string): ['==', ['get', string], string] => ['==', ['get', 'kind'], kind];
    return {
      version: 8,
      sources: {
        ...(hasBaseMap && { base: { type: 'vector', url: archive } }),
        figure: { type: 'geojson', data: features },
      },
      layers: [
        {
          id: 'background',
          type: 'background',
          paint: { 'background-color': hasBaseMap ? colors.sea : colors.land },
        },
        ...under,
        {
          id: 'figure-after',
          type: 'fill',
          source: 'figure',
          filter: of('after'),
          paint: { 'fill-color': colors.select, 'fill-opacity': 0.35 },
        },
        {
          id: 'figure-after-line',
          type: 'line',
          source: 'figure',
          filter: of('after'),
          paint: { 'line-color': colors.select, 'line-width': 2 },
        },
        {
          id: 'figure-before',
          type: 'line',
          source: 'figure',
          filter: of('before'),
          paint: { 'line-color': colors.ink, 'line-width': 4, 'line-dasharray': [1.5, 1.5] },
        },
        {
          id: 'figure-place',
          type: 'circle',
          source: 'figure',
          filter: ['==', ['geometry-type'], 'Point'],
          paint: {
            'circle-radius': 14,
            'circle-color': ['case', ['==', ['get', 'kind'], 'chosen'], colors.select, colors.halo],
            'circle-stroke-color': colors.select,
            'circle-stroke-width': 3,
          },
        },
        {
          id: 'figure-name',
          type: 'symbol',
          source: 'figure',
          filter: ['==', ['geometry-type'], 'Point'],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': FONT_BOLD,
            'text-size': 15,
            'text-allow-overlap': true,
          },
          paint: {
            'text-color': ['case', ['==', ['get', 'kind'], 'chosen'], colors.halo, colors.ink],
          },
        },
      ],
    };
  }, [features, isDark, municipalityCode, hasBaseMap]);
  return (
    <div className="h-72 overflow-hidden rounded-8 border border-line">
      <MapCanvas
        mapLib={maplibre}
        mapStyle={style}
        initialViewState={{
          bounds: [...props.bounds],
          fitBoundsOptions: { padding: 40, maxZoom: 18 },
        }}
        maxPitch={0}
        dragRotate={false}
        attributionControl={false}
        fadeDuration={0}
        scrollZoom={false}
        locale={{ 'Map.Title': props.label }}
      />
    </div>
  );
}
