import type {
  ExpressionFilterSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { ZoneClass } from '#domain/hazard/zone';
import { ZONE_COLORS } from '../colors.ts';
import { byZoom, IS_POINTED, isSelected, type LayerContext, type LayerGroup } from './map-layer.ts';

const source = { source: 'zones', 'source-layer': 'zones' } as const;

function ofClass(...classes: ZoneClass[]): ExpressionFilterSpecification {
  return ['in', ['get', 'zoneClass'], ['literal', classes]];
}

function byPhenomenon(hue: 'red' | 'yellow'): ExpressionSpecification {
  const colors = ZONE_COLORS[hue];
  return [
    'match',
    ['get', 'phenomenon'],
    'debris-flow',
    colors['debris-flow'],
    'landslide',
    colors.landslide,
    colors['slope-failure'],
  ];
}

/**
 * Hatching tells the phenomenon of a red zone without colour: lines, dots, waves; another one that a yellow
 * zone was not surveyed for red ones. One expression for both, and their edge is a layer of its own: what a
 * layer is drawn by is compiled when it first comes up, each kind once.
 */
function hatch({ isDark }: LayerContext): NonNullable<FillLayerSpecification['paint']> {
  const sign: ExpressionSpecification = [
    'case',
    ['==', ['get', 'zoneClass'], 'yellow'],
    'not-surveyed',
    ['get', 'phenomenon'],
  ];
  return {
    'fill-pattern': ['concat', 'hatch-', sign, isDark ? '-dark' : '-light'],
    'fill-antialias': false,
    // Not seen from far, yet drawn: what draws it is compiled with the first view and not while somebody zooms.
    'fill-opacity': ['step', ['zoom'], 0.005, 12, 1],
  };
}

/** Around what is selected, what a connector goes to, and what the pointer or the keyboard rests on. */
function outlines(
  id: string,
  filter: ExpressionFilterSpecification,
  context: LayerContext,
): LayerSpecification[] {
  return [
    {
      id: `${id}-pointed`,
      type: 'line',
      ...source,
      filter,
      paint: {
        'line-color': context.colors.ink,
        'line-width': ['*', 3, IS_POINTED],
      },
    },
    {
      id: `${id}-selected`,
      type: 'line',
      ...source,
      filter: ['all', filter, ['any', isSelected('zone', context), isTraced(context)]],
      paint: { 'line-color': context.colors.select, 'line-width': 4 },
    },
  ];
}

function isTraced({ tracedZoneId }: LayerContext): ExpressionFilterSpecification {
  return ['==', ['get', 'id'], tracedZoneId ?? '-'];
}

export const yellowZones: LayerGroup = {
  switchId: 'zones-yellow',
  layers: (context) => [
    {
      id: 'zones-yellow-fill',
      type: 'fill',
      ...source,
      filter: ofClass('yellow'),
      paint: {
        'fill-color': byPhenomenon('yellow'),
        'fill-opacity': context.isDark ? 0.22 : 0.36,
        'fill-antialias': false,
      },
    },
    {
      id: 'zones-yellow-not-surveyed',
      type: 'fill',
      ...source,
      filter: ['all', ofClass('yellow'), ['==', ['get', 'redNotSurveyed'], 1]],
      paint: hatch(context),
    },
    {
      id: 'zones-yellow-line',
      type: 'line',
      ...source,
      filter: ofClass('yellow'),
      paint: {
        'line-color': context.colors.yellowLine,
        'line-width': byZoom([10, 0.4], [14, 1.2], [17, 2]),
      },
    },
    ...outlines('zones-yellow', ofClass('yellow'), context),
  ],
};

export const redZones: LayerGroup = {
  switchId: 'zones-red',
  layers: (context) => [
    {
      id: 'zones-red-fill',
      type: 'fill',
      ...source,
      filter: ofClass('red'),
      paint: {
        'fill-color': byPhenomenon('red'),
        'fill-opacity': context.isDark ? 0.34 : 0.3,
        'fill-antialias': false,
      },
    },
    {
      id: 'zones-red-hatch',
      type: 'fill',
      ...source,
      filter: ofClass('red'),
      paint: hatch(context),
    },
    {
      id: 'zones-red-line',
      type: 'line',
      ...source,
      filter: ofClass('red'),
      paint: {
        'line-color': context.colors.redLine,
        'line-width': byZoom([10, 0.6], [14, 1.6], [17, 2.6]),
      },
    },
    ...outlines('zones-red', ofClass('red'), context),
  ],
};

export const zonesBeforeDesignation: LayerGroup = {
  switchId: 'zones-before-designation',
  layers: (context) => [
    {
      id: 'zones-before-fill',
      type: 'fill',
      ...source,
      filter: ofClass('red-before-designation', 'yellow-before-designation'),
      paint: {
        'fill-color': [
          'case',
          ['==', ['get', 'zoneClass'], 'red-before-designation'],
          byPhenomenon('red'),
          byPhenomenon('yellow'),
        ],
        'fill-opacity': 0.16,
        'fill-antialias': false,
      },
    },
    {
      id: 'zones-before-line',
      type: 'line',
      ...source,
      filter: ofClass('red-before-designation', 'yellow-before-designation'),
      paint: {
        'line-color': [
          'case',
          ['==', ['get', 'zoneClass'], 'red-before-designation'],
          context.colors.redLine,
          context.colors.yellowLine,
        ],
        'line-width': byZoom([10, 0.8], [14, 1.8], [17, 2.6]),
        'line-dasharray': [3, 2],
      },
    },
    ...outlines(
      'zones-before',
      ofClass('red-before-designation', 'yellow-before-designation'),
      context,
    ),
  ],
};
