import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { SHADE_PROTOCOL, shadeProtocol } from './shade-protocol.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

// MapLibre 6 looks for its worker beside its own file, where a bundler does not put it.
maplibre.setWorkerUrl(workerUrl);
const archives = new Protocol();
maplibre.addProtocol('pmtiles', archives.tile);
maplibre.addProtocol(SHADE_PROTOCOL, shadeProtocol(archives));

export { maplibre };
