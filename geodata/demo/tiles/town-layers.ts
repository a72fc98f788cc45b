import { BASEMAP_LAYERS, type WATERWAY_CLASSES } from '../basemap-layers.ts';
import { toPosition } from '../frame.ts';
import type { Streams } from '../places/streams.ts';
import type { City } from '../plan-city.ts';
import { cornersOf } from '../streets/building.ts';
import { type RoadClass, widthRank } from '../streets/road-classes.ts';
import type { LayerFeature, TileLayer } from './layers.ts';

const ROAD_ZOOMS: Readonly<Record<RoadClass, number>> = {
  national: 8,
  prefectural: 9,
  main: 11,
  street: 12,
  lane: 13,
  track: 12,
};

/** Water, roads, houses and borders. */
export function townLayers(
  city: City,
  streams: Streams,
  isBridge: (chain: number) => boolean,
): TileLayer[] {
  return [
    { name: BASEMAP_LAYERS.waterway, leastZoom: 9, features: waterways(streams) },
    { name: BASEMAP_LAYERS.road, leastZoom: 8, features: roads(city, isBridge) },
    { name: BASEMAP_LAYERS.building, leastZoom: 14, features: buildings(city) },
    { name: BASEMAP_LAYERS.districtBorder, leastZoom: 9, features: borders(city) },
  ];
}

function waterways({ lines }: Streams): LayerFeature[] {
  return lines.map(({ points, catchment, name }) => {
    const isRiver = catchment >= 6e6;
    const isStream = catchment >= 1e6;
    const kind: (typeof WATERWAY_CLASSES)[number] = isRiver
      ? 'river'
      : isStream
        ? 'stream'
        : 'torrent';
    return {
      fromZoom: isRiver ? 9 : isStream ? 11 : 13,
      properties: {
        class: kind,
        ...(name === null ? {} : { name }),
      },
      geometry: { type: 'LineString', coordinates: points.map(({ x, y }) => toPosition(x, y)) },
    };
  });
}

function roads({ chains }: City, isBridge: (chain: number) => boolean): LayerFeature[] {
  return chains.map(({ roadClass, widthCentimeters, name, points }, chain) => ({
    fromZoom: ROAD_ZOOMS[roadClass],
    properties: {
      class: roadClass,
      width: widthCentimeters / 100,
      rank: widthRank(widthCentimeters),
      bridge: isBridge(chain) ? 1 : 0,
      ...(name === null ? {} : { name }),
    },
    geometry: { type: 'LineString', coordinates: points.map(({ x, y }) => toPosition(x, y)) },
  }));
}

function buildings({ buildings: all }: City): LayerFeature[] {
  return all.map((building) => {
    const ring = cornersOf(building).map(({ x, y }) => toPosition(x, y));
    return {
      properties: { height: building.heightMeters },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
    };
  });
}

function borders({ districts }: City): LayerFeature[] {
  return districts.borders.map((line) => ({
    properties: {},
    geometry: { type: 'LineString', coordinates: line.map(({ x, y }) => toPosition(x, y)) },
  }));
}
