import type { MapLib } from '@vis.gl/react-maplibre';
import { addProtocol, Map as MapLibreMap, Marker, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { SHADE_PROTOCOL, shadeProtocol } from './shade-protocol.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

// MapLibre 6 looks for its worker beside its own file, where a bundler does not put it.
setWorkerUrl(workerUrl);
const archives = new Protocol();
addProtocol('pmtiles', archives.tile);
addProtocol(SHADE_PROTOCOL, shadeProtocol(archives));

/** What of MapLibre the screens use: its own buttons and boxes are not fetched. */
const parts: Pick<MapLib, 'Map' | 'Marker'> = { Map: MapLibreMap, Marker };

export const maplibre = parts as MapLib;
