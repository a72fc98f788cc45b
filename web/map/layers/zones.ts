import type {
  ExpressionFilterSpecification,
  ExpressionSpecification,
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

/** Hatching tells the phenomenon of a red zone without colour: lines, dots, waves. */
function hatch(theme: 'light' | 'dark'): ExpressionSpecification {
  return ['concat', 'hatch-', ['get', 'phenomenon'], `-${theme}`];
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
      },
    },
    {
      id: 'zones-yellow-not-surveyed',
      type: 'fill',
      ...source,
      minzoom: 12,
      filter: ['all', ofClass('yellow'), ['==', ['get', 'redNotSurveyed'], 1]],
      paint: { 'fill-pattern': `hatch-not-surveyed-${context.isDark ? 'dark' : 'light'}` },
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
      paint: { 'fill-color': byPhenomenon('red'), 'fill-opacity': context.isDark ? 0.34 : 0.3 },
    },
    {
      id: 'zones-red-hatch',
      type: 'fill',
      ...source,
      minzoom: 12,
      filter: ofClass('red'),
      paint: { 'fill-pattern': hatch(context.isDark ? 'dark' : 'light') },
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
