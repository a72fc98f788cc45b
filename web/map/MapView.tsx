import { Map as MapCanvas, type MapRef, useMap } from '@vis.gl/react-maplibre';
import type { MapLayerMouseEvent, StyleSpecification } from 'maplibre-gl';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { Bbox, Position } from '#domain/geo/position';
import { setMapBounds } from '../state/map-bounds.ts';
import type { PointedFeature } from '../state/pointed-feature.ts';
import { activeTool } from '../state/tool.ts';
import type { Camera } from './camera.ts';
import { DrawnSignal } from './DrawnSignal.tsx';
import { topHit } from './hit.ts';
import { drawImage, IMAGE_PIXEL_RATIO } from './images/draw.ts';
import { maplibre } from './map-library.ts';
import { Pointing } from './Pointing.tsx';
import { noteFailure, TilesAfterReturn } from './TilesAfterReturn.tsx';

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
      const hit = topHit(event.target, event.point);
      if (hit === null) return;
      if (hit.kind === 'cluster' || hit.id === null) zoomInto(event.target, event.lngLat);
      else onSelect(hit.kind, hit.id);
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
      onLoad={({ target }) => {
        onCameraChange(cameraOf(target));
        tellBounds(target);
      }}
      onMoveEnd={({ target }) => {
        onCameraChange(cameraOf(target));
        tellBounds(target);
      }}
      onResize={({ target }) => tellBounds(target as MapTarget)}
      onError={noteFailure}
    >
      <DrawnImages />
      <SpokenTitle title={props.labels.map} />
      <TilesAfterReturn />
      <DrawnSignal />
      <ChoosingByKeyboard onSelect={onSelect} />
      <Gaze lookAt={props.lookAt} hasFirstCamera={props.initialCamera !== null} />
      <ZoomButtons labels={props.labels} />
      {props.children}
    </MapCanvas>
  );
}

function ChoosingByKeyboard({ onSelect }: Pick<MapViewProps, 'onSelect'>) {
  const { current: map } = useMap();
  const choose = useCallback(
    ({ kind, id, position: [lng, lat] }: Chosen) => {
      if (kind !== 'cluster' && id !== null) onSelect(kind, id);
      else if (map !== undefined) zoomInto(map.getMap(), { lng, lat });
    },
    [map, onSelect],
  );
  return <Pointing onChoose={choose} />;
}

type Chosen = Pick<PointedFeature, 'kind' | 'id' | 'position'>;

/** A group falls apart two levels on. */
function zoomInto(map: MapTarget, center: { lng: number; lat: number }): void {
  map.easeTo({ center, zoom: map.getZoom() + 2, duration: MOTION_MILLIS });
}

/** The map keeps the words that it was made with: it is told those of another language. */
function SpokenTitle({ title }: { readonly title: string }) {
  const { current: map } = useMap();
  useEffect(() => map?.getCanvas().setAttribute('aria-label', title), [map, title]);
  return null;
}

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

/** What lies on the map's edges covers nothing that is to be seen: legend above, tools at the right. */
function freePadding(map: MapRef) {
  const { clientWidth, clientHeight } = map.getContainer();
  // Of a low or narrow map not more than what leaves room between.
  const across = (pixels: number) => Math.min(pixels, clientWidth / 4);
  const along = (pixels: number) => Math.min(pixels, clientHeight / 4);
  return { top: along(76), right: across(80), bottom: along(32), left: across(32) };
}

function look(map: MapRef, target: Position | Bbox): void {
  if (target.length === 4) {
    const [west, south, east, north] = target;
    map.fitBounds([west, south, east, north], {
      padding: freePadding(map),
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

function tellBounds(map: MapTarget): void {
  const bounds = map.getBounds();
  setMapBounds([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
}

function cameraOf(map: MapTarget): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}
