import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { setTool, type Tool, useTool } from '../state/tool.ts';
import {
  CandidateOverlay,
  ChartOverlay,
  ConflictOverlay,
  DrillOverlay,
  FilterOverlay,
  GraticuleOverlay,
  PlanOverlay,
  ProposalOverlay,
  ResourcesOverlay,
  ResponseOverlay,
  ReviewsOverlay,
  RoutesOverlay,
  ScenarioOverlay,
  TipOverlay,
} from './PlaceOverlays.tsx';

export interface MapToolProps {
  readonly municipality: MunicipalityView;
}

/** Tools are fetched when they are taken in hand. They render inside the map: `useMap()` is theirs. */
const MAP_TOOLS: Readonly<Partial<Record<Tool, ComponentType<MapToolProps>>>> = {
  measure: lazy(() => import('../features/measure/Measure.tsx')),
  'place-shelter': lazy(() => import('../features/shelter-panel/PlaceShelterTool.tsx')),
  'move-point': lazy(() => import('../features/move-point/MovePointTool.tsx')),
  'draw-zone': lazy(() => import('../features/scenario/DrawZoneTool.tsx')),
  'route-place': lazy(() => import('../features/routes/PickPlaceTool.tsx')),
  'close-road': lazy(() => import('../features/routes/CloseRoadTool.tsx')),
  'close-area': lazy(() => import('../features/routes/CloseAreaTool.tsx')),
  'site-road': lazy(() => import('../features/routes/site/PickRoadTool.tsx')),
  'site-point': lazy(() => import('../features/routes/site/PickSitePointTool.tsx')),
  'fire-station': lazy(() => import('../features/routes/fire/PickStationTool.tsx')),
  'plan-place': lazy(() => import('../features/plans/map/PickPlanPlaceTool.tsx')),
  'draw-route': lazy(() => import('../features/plans/map/DrawRouteTool.tsx')),
  'drill-pick': lazy(() => import('../features/drills/map/DrillPickTool.tsx')),
};

/** Always in the map, in this order. */
const MAP_OVERLAYS: readonly ComponentType<MapToolProps>[] = [
  ScenarioOverlay,
  RoutesOverlay,
  ChartOverlay,
  ResponseOverlay,
  ResourcesOverlay,
  PlanOverlay,
  ProposalOverlay,
  ReviewsOverlay,
  DrillOverlay,
  ConflictOverlay,
  CandidateOverlay,
  FilterOverlay,
  TipOverlay,
  GraticuleOverlay,
];

/** What the map holds beside its layers. Esc puts a tool down. */
export function MapTools({ municipality }: MapToolProps) {
  const tool = useTool();
  useEffect(() => {
    if (tool === null) return;
    const putDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      setTool(null);
    };
    // In the capture phase, before the panel that Esc would close.
    document.addEventListener('keydown', putDown, true);
    return () => document.removeEventListener('keydown', putDown, true);
  }, [tool]);
  const ToolInHand = tool === null ? undefined : MAP_TOOLS[tool];
  return (
    <>
      {MAP_OVERLAYS.map((Overlay, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Suspense key={index} fallback={null}>
          <Overlay municipality={municipality} />
        </Suspense>
      ))}
      <Suspense fallback={null}>
        {ToolInHand !== undefined && <ToolInHand municipality={municipality} />}
      </Suspense>
    </>
  );
}
