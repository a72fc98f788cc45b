import { useMap } from '@vis.gl/react-maplibre';
import { useEffect } from 'react';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { scenarioDrawingSchema } from '#contract/scenario';
import {
  chooseMode,
  draftNow,
  drawMeanwhile,
  finishStep,
  onDraft,
  type Shape,
  useDraft,
} from './draft.ts';
import { DEFAULT_BUFFER_METERS, rounded } from './shapes.ts';
import { bringBack, takeBack, unfinished } from './unfinished.ts';
import { useScenarioWords } from './use-scenario-words.ts';

const MODE_OF: Readonly<Record<string, 'polygon' | 'linestring' | 'point'>> = {
  Polygon: 'polygon',
  LineString: 'linestring',
  Point: 'point',
};
/** Vertices stand on a white rim, so that one colour is seen on either map. */
const INK = '#1a1a1a';
const EDITABLE = {
  draggable: true,
  coordinates: { midpoints: true, draggable: true, deletable: true },
} as const;

/** Draws the hypothetical zone on the map, and moves its vertices. The draft holds what is drawn. */
export default function DrawZoneTool() {
  const { current: map } = useMap();
  const words = useScenarioWords().scenario;
  const { mode, shape } = useDraft();

  useEffect(() => {
    if (map === undefined) return;
    const openWhenReady = () => (map.getStyle() === undefined ? null : openSession(map.getMap()));
    let session = openWhenReady();
    // Another theme or filter is another style, which leaves out what was added to the one before.
    const reopen = () => {
      if (session !== null && map.getSource('td-polygon') !== undefined) return;
      session?.close();
      session = openWhenReady();
    };
    map.on('styledata', reopen);
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isTyping || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      // Before the bar that would take back what was done elsewhere.
      event.preventDefault();
      if (key === 'y' || event.shiftKey) bringBack();
      else takeBack();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      map.off('styledata', reopen);
      document.removeEventListener('keydown', onKey, true);
      session?.close();
    };
  }, [map]);

  const isMany = mode === 'select' && shape?.type === 'MultiPolygon';
  const text =
    mode === 'select'
      ? isMany
        ? words.drawing.editMany
        : words.drawing.edit
      : words.drawing[mode === 'linestring' ? 'line' : mode];
  return (
    <p
      role="status"
      className="absolute bottom-3 left-3 z-2 mr-20 max-w-md rounded-8 bg-ink px-4 py-2 text-14 leading-normal text-surface"
    >
      {text}
    </p>
  );
}

type MapLibreMap = NonNullable<ConstructorParameters<typeof TerraDrawMapLibreGLAdapter>[0]['map']>;

/** terra-draw over the map, kept in step with the draft in both directions. */
function openSession(map: MapLibreMap) {
  const polygons = new TerraDrawPolygonMode({
    styles: { fillColor: INK, fillOpacity: 0.05, outlineColor: INK, outlineWidth: 2 },
  });
  const lines = new TerraDrawLineStringMode({
    styles: { lineStringColor: INK, lineStringWidth: 2 },
  });
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      polygons,
      lines,
      new TerraDrawPointMode({ styles: { pointColor: INK, pointWidth: 6 } }),
      new TerraDrawSelectMode({
        styles: {
          // The dashed shape below shows through: only vertices are to be seen of this.
          ...{ selectedPolygonColor: INK, selectedPolygonFillOpacity: 0 },
          ...{ selectedPolygonOutlineColor: INK, selectedPolygonOutlineOpacity: 0 },
          ...{ selectedLineStringColor: INK, selectedLineStringWidth: 2, selectedPointColor: INK },
          ...{ selectionPointColor: INK, selectionPointWidth: 7 },
          ...{ midPointColor: INK, midPointWidth: 4 },
        },
        flags: {
          polygon: { feature: EDITABLE },
          linestring: { feature: EDITABLE },
          point: { feature: { draggable: true } },
        },
      }),
    ],
  });
  /** What the draft was last told, or told us: only what somebody else changed is taken over. */
  let known: Shape | null = null;
  let isOpen = false;

  const take = (feature: GeoJSONStoreFeatures | undefined, isStep: boolean) => {
    const parsed = scenarioDrawingSchema.shape.shape.safeParse(feature?.geometry);
    if (!parsed.success) return;
    known = rounded(parsed.data);
    const isArea = known.type === 'Polygon';
    const { bufferMeters } = draftNow();
    const meters = isArea ? bufferMeters : bufferMeters || DEFAULT_BUFFER_METERS;
    drawMeanwhile({ shape: known, bufferMeters: meters });
    if (isStep) finishStep();
  };
  /** Tells how many corners are set of what is being drawn, and what may be done with them. */
  const tell = () => {
    if (!isOpen) return;
    const name = draw.getMode();
    const mode = name === 'polygon' ? polygons : name === 'linestring' ? lines : null;
    const isDrawing = mode?.state === 'drawing';
    const corners = isDrawing ? mode.undoSize() : 0;
    const takenBack = mode?.redoSize() ?? 0;
    const told = unfinished.get();
    if ((told?.corners ?? 0) === corners && (told?.takenBack ?? 0) === takenBack) return;
    if (mode === null || corners + takenBack === 0) return unfinished.set(null);
    const then = (act: () => void) => () => {
      act();
      tell();
    };
    unfinished.set({
      ...{ corners, takenBack },
      // There is no call for it but the key that does the same.
      finish: then(() => mode.onKeyUp({ key: 'Enter', heldKeys: [], preventDefault() {} })),
      undo: then(() => mode.undo()),
      redo: then(() => mode.redo()),
    });
  };
  const show = () => {
    const { shape, mode } = draftNow();
    known = shape;
    draw.clear();
    const modeOfShape = shape === null ? undefined : MODE_OF[shape.type];
    if (mode !== 'select' || shape === null || modeOfShape === undefined) {
      if (mode !== 'select') draw.setMode(mode);
      return;
    }
    draw.setMode('select');
    const id = draw.getFeatureId();
    const geometry = shape as GeoJSONStoreFeatures['geometry'];
    const feature = { id, type: 'Feature', geometry, properties: { mode: modeOfShape } } as const;
    const [added] = draw.addFeatures([feature]);
    if (added?.valid) draw.selectFeature(id);
  };
  const start = () => {
    draw.start();
    draw.on('finish', (id, { action }) => {
      take(draw.getSnapshotFeature(id), true);
      if (action === 'draw') chooseMode('select');
    });
    draw.on('change', (ids, type) => {
      // The mode counts a corner only after it has told of the change.
      queueMicrotask(tell);
      if (type !== 'update' || draw.getMode() !== 'select') return;
      for (const id of ids) {
        const feature = draw.getSnapshotFeature(id);
        if (feature?.properties.mode !== undefined && feature.properties.mode !== 'select')
          take(feature, false);
      }
    });
    isOpen = true;
    show();
  };
  start();

  let mode = draftNow().mode;
  const unfollow = onDraft(() => {
    const now = draftNow();
    if (now.shape === known && now.mode === mode) return;
    known = now.shape;
    mode = now.mode;
    // Not within an event of terra-draw: the mode that drew it has not ended yet.
    setTimeout(() => isOpen && show(), 0);
  });
  return {
    close() {
      unfollow();
      isOpen = false;
      unfinished.set(null);
      finishStep();
      try {
        draw.stop();
      } catch {
        // The style that held its layers has gone, and they with it.
      }
    },
  };
}
