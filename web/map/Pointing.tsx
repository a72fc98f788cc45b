import { useMap } from '@vis.gl/react-maplibre';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { type PointedFeature, pointAt, pointedFeature } from '../state/pointed-feature.ts';
import { activeTool, useTool } from '../state/tool.ts';
import { inStepOrder, middleOf } from './feature-order.ts';
import { type Hit, hitsInView, topHit } from './hit.ts';

interface PointingProps {
  readonly onChoose: (hit: Pick<PointedFeature, 'kind' | 'id' | 'position'>) => void;
}

/** The pointer and the keyboard rest on features: outlined by feature state, told to whoever shows it. */
export function Pointing({ onChoose }: PointingProps) {
  const map = useMap().current?.getMap();
  const tool = useTool();
  useEffect(() => {
    if (map === undefined) return;
    const drop = [followPointer(map), followKeyboard(map, onChoose)];
    return () => {
      for (const end of drop) end();
      point(map, null, null);
    };
  }, [map, onChoose]);
  useEffect(() => {
    if (map !== undefined && tool !== null) point(map, null, null);
  }, [map, tool]);
  return null;
}

let marked: { source: string; sourceLayer?: string; id: string } | null = null;

function point(map: MapLibreMap, hit: Hit | null, how: PointedHow | null): void {
  if (marked !== null && map.getSource(marked.source) !== undefined)
    map.removeFeatureState(marked, 'pointed');
  marked = null;
  if (hit === null || how === null) {
    pointAt(null);
    return;
  }
  const { source, sourceLayer, geometry, properties } = hit.feature;
  if (hit.id !== null) {
    marked = { source, id: hit.id, ...(sourceLayer !== undefined && { sourceLayer }) };
    map.setFeatureState(marked, { pointed: true });
  }
  const { position = middleOf(geometry), by, step } = how;
  pointAt({ kind: hit.kind, id: hit.id, position, properties, by, step });
}

interface PointedHow extends Pick<PointedFeature, 'by' | 'step'> {
  readonly position?: readonly [number, number];
}

/** What the pointer passes on its way is not looked for. */
const REST_MILLIS = 50;

function followPointer(map: MapLibreMap): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const move = (event: MapMouseEvent) => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (activeTool() !== null || map.isMoving()) return;
      const hit = topHit(map, event.point);
      map.getCanvas().style.cursor = hit === null ? '' : 'pointer';
      const now = pointedFeature();
      if (hit === null && now === null) return;
      // Nothing under a pointer that happens to lie there takes nothing from the keyboard.
      if (hit === null && now?.by === 'keyboard') return;
      const { lng, lat } = event.lngLat;
      const position = hit?.kind === 'zone' ? ([lng, lat] as const) : undefined;
      point(map, hit, { by: 'pointer', step: null, ...(position && { position }) });
    }, REST_MILLIS);
  };
  const leave = () => {
    clearTimeout(rest);
    if (pointedFeature()?.by === 'pointer') point(map, null, null);
  };
  map.on('mousemove', move);
  map.on('mouseout', leave);
  map.on('movestart', leave);
  return () => {
    clearTimeout(rest);
    map.off('mousemove', move);
    map.off('mouseout', leave);
    map.off('movestart', leave);
  };
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ']': 1, n: 1, '[': -1, p: -1 };

function followKeyboard(map: MapLibreMap, onChoose: PointingProps['onChoose']): () => void {
  const canvas = map.getCanvas();
  const press = (event: KeyboardEvent) => {
    if (activeTool() !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    const now = pointedFeature();
    if (step !== undefined) {
      event.preventDefault();
      stepOn(map, step);
    } else if (event.key === 'Enter' && now !== null) {
      event.preventDefault();
      onChoose(now);
    } else if (event.key === 'Escape' && now?.by === 'keyboard') {
      event.preventDefault();
      event.stopPropagation();
      point(map, null, null);
    }
  };
  const leave = () => {
    if (pointedFeature()?.by === 'keyboard') point(map, null, null);
  };
  canvas.addEventListener('keydown', press);
  canvas.addEventListener('blur', leave);
  return () => {
    canvas.removeEventListener('keydown', press);
    canvas.removeEventListener('blur', leave);
  };
}

function stepOn(map: MapLibreMap, step: 1 | -1): void {
  const hits = inStepOrder(hitsInView(map));
  const now = pointedFeature();
  const place = hits.findIndex(
    (hit) =>
      hit.kind === now?.kind &&
      hit.id === now.id &&
      (hit.id !== null || String(middleOf(hit.feature.geometry)) === String(now.position)),
  );
  const first = step === 1 ? 0 : hits.length - 1;
  const next = place < 0 ? first : (place + step + hits.length) % hits.length;
  const hit = hits[next];
  point(
    map,
    hit ?? null,
    hit === undefined ? null : { by: 'keyboard', step: { place: next + 1, total: hits.length } },
  );
}
