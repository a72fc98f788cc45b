import { Map as MapCanvas, type MapRef, useMap } from '@vis.gl/react-maplibre';
import type { MapLayerMouseEvent, StyleSpecification } from 'maplibre-gl';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { Bbox, Position } from '#domain/geo/position';
import { activeTool } from '../state/tool.ts';
import type { Camera } from './camera.ts';
import { DrawnSignal } from './DrawnSignal.tsx';
import { drawImage, IMAGE_PIXEL_RATIO } from './images/draw.ts';
import { SELECTABLE_LAYERS } from './layers/index.ts';
import { maplibre } from './map-library.ts';

/** Where the map is asked to look; asked again only when the key changes. */
export interface LookAt {
  readonly key: string;
  readonly target: Position | Bbox;
}

interface MapViewProps {
  readonly style: StyleSpecification;
  readonly initialCamera: Camera | null;
  readonly initialBounds: Bbox;
  readonly lookAt: LookAt | null;
  readonly labels: { readonly map: string; readonly zoomIn: string; readonly zoomOut: string };
  readonly onCameraChange: (camera: Camera) => void;
  readonly onSelect: (kind: 'resident' | 'shelter' | 'zone', id: string) => void;
  /** Tools and what they draw. */
  readonly children?: ReactNode;
}

const CLICK_SLACK_PIXELS = 6;
/** Nothing on the screen moves longer than this. */
const MOTION_MILLIS = 140;
const PERSON_ZOOM = 16;
const LEAST_PERSON_ZOOM = 14;

/** The one map, and the only file that commands MapLibre. What is drawn comes in as a style. */
export default function MapView(props: MapViewProps) {
  const { onCameraChange, onSelect } = props;

  const handleClick = useCallback(
    (event: MapLayerMouseEvent) => {
      if (activeTool() !== null) return;
      const hit = topFeature(event.target, event.point);
      if (hit === null) return;
      if (hit.kind === 'cluster') {
        const zoom = event.target.getZoom() + 2;
        event.target.easeTo({ center: event.lngLat, zoom, duration: MOTION_MILLIS });
      } else onSelect(hit.kind, hit.id);
    },
    [onSelect],
  );

  return (
    <MapCanvas
      mapLib={maplibre}
      mapStyle={props.style}
      initialViewState={
        props.initialCamera === null
          ? {
              bounds: [...props.initialBounds],
              fitBoundsOptions: { padding: 24, maxZoom: PERSON_ZOOM },
            }
          : {
              longitude: props.initialCamera.lng,
              latitude: props.initialCamera.lat,
              zoom: props.initialCamera.zoom,
            }
      }
      minZoom={7}
      maxZoom={19}
      maxPitch={0}
      dragRotate={false}
      pitchWithRotate={false}
      touchPitch={false}
      attributionControl={false}
      fadeDuration={0}
      locale={{ 'Map.Title': props.labels.map }}
      onClick={handleClick}
      onMouseMove={pointAtFeatures}
      onLoad={({ target }) => onCameraChange(cameraOf(target))}
      onMoveEnd={({ target }) => onCameraChange(cameraOf(target))}
      onError={keepQuiet}
    >
      <DrawnImages />
      <DrawnSignal />
      <Gaze lookAt={props.lookAt} hasFirstCamera={props.initialCamera !== null} />
      <ZoomButtons labels={props.labels} />
      {props.children}
    </MapCanvas>
  );
}

/** A tile that fails is drawn when it comes; the frame says when the server is out of reach. */
function keepQuiet(): void {}

/** Draws marks and hatching when the style first asks for them. */
function DrawnImages() {
  const { current: map } = useMap();
  useEffect(() => {
    map?.getMap().setMissingStyleImageResolver((id) => {
      const image = drawImage(id);
      if (image !== null) map.addImage(id, image, { pixelRatio: IMAGE_PIXEL_RATIO });
    });
  }, [map]);
  return null;
}

/** Brings into sight what is asked for. An address that says where to look is obeyed at first. */
function Gaze(props: { readonly lookAt: LookAt | null; readonly hasFirstCamera: boolean }) {
  const { current: map } = useMap();
  const { lookAt } = props;
  const obeyedKey = useRef(props.hasFirstCamera ? (lookAt?.key ?? null) : null);
  useEffect(() => {
    if (map === undefined || lookAt === null || lookAt.key === obeyedKey.current) return;
    obeyedKey.current = lookAt.key;
    look(map, lookAt.target);
  }, [map, lookAt]);
  return null;
}

function ZoomButtons({ labels }: { labels: MapViewProps['labels'] }) {
  const { current: map } = useMap();
  const buttons = [
    { label: labels.zoomIn, sign: '+', step: 1 },
    { label: labels.zoomOut, sign: '−', step: -1 },
  ];
  return (
    <div className="absolute right-3 bottom-3 flex flex-col overflow-hidden rounded-8 border border-line-strong bg-surface">
      {buttons.map(({ label, sign, step }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          className="focus-inset size-11 text-24 leading-none text-ink not-first:border-t not-first:border-line hover:bg-surface-soft"
          onClick={() =>
            map?.easeTo({ zoom: map.getZoom() + step, duration: MOTION_MILLIS, essential: false })
          }
        >
          {sign}
        </button>
      ))}
    </div>
  );
}

function look(map: MapRef, target: Position | Bbox): void {
  if (target.length === 4) {
    const [west, south, east, north] = target;
    map.fitBounds([west, south, east, north], {
      padding: 32,
      maxZoom: PERSON_ZOOM,
      duration: MOTION_MILLIS,
    });
    return;
  }
  const [lng, lat] = target;
  const isSeen = map.getBounds().contains([lng, lat]) && map.getZoom() >= LEAST_PERSON_ZOOM;
  if (isSeen) return;
  const zoom = Math.max(map.getZoom(), PERSON_ZOOM);
  map.easeTo({ center: [lng, lat], zoom, duration: MOTION_MILLIS });
}

type MapTarget = MapLayerMouseEvent['target'];

function cameraOf(map: MapTarget): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

function topFeature(map: MapTarget, point: { x: number; y: number }) {
  const slack = CLICK_SLACK_PIXELS;
  const layers = SELECTABLE_LAYERS.filter(({ layerId }) => map.getLayer(layerId) !== undefined);
  const features = map.queryRenderedFeatures(
    [
      [point.x - slack, point.y - slack],
      [point.x + slack, point.y + slack],
    ],
    { layers: layers.map(({ layerId }) => layerId) },
  );
  for (const { layerId, kind } of layers) {
    // Areas are hit where the pointer is, marks also a little beside.
    const isArea = kind === 'zone';
    const candidates = isArea
      ? map.queryRenderedFeatures([point.x, point.y], { layers: [layerId] })
      : features.filter((candidate) => candidate.layer.id === layerId);
    const feature = candidates[0];
    if (feature && (kind === 'cluster' || feature.properties.id !== undefined))
      return { kind, id: String(feature.properties.id) };
  }
  return null;
}

function pointAtFeatures(event: MapLayerMouseEvent): void {
  if (activeTool() !== null) return;
  const canvas = event.target.getCanvas();
  canvas.style.cursor = topFeature(event.target, event.point) === null ? '' : 'pointer';
}
