import { lazy } from 'react';
import { useMay } from '../api/access.ts';
import { useTool } from '../state/tool.ts';
import { useFirstView } from '../state/use-first-view.ts';
import { useView } from '../state/use-view.ts';
import { filtersOnMap, listsPeople } from '../state/view-state.ts';
import { SidePart } from '../ui/SidePart.tsx';
import type { MapToolProps } from './map-tools.tsx';
import { useFilteredResidents } from './use-filtered-residents.ts';

const ScenarioShape = lazy(() => import('../features/scenario/ScenarioOverlay.tsx'));
const RoutesDrawn = lazy(() => import('../features/routes/RoutesOverlay.tsx'));
const ResponseMarks = lazy(() => import('../features/response/ResponseOverlay.tsx'));
const ChartAreas = lazy(() => import('../features/charts/ChartOverlay.tsx'));
const ResourcesDrawn = lazy(() => import('../features/resources/ResourcesOverlay.tsx'));
const PlanDrawn = lazy(() => import('../features/plans/map/PlanOverlay.tsx'));
const ProposalDrawn = lazy(() => import('../features/plans/proposals/ProposalOverlay.tsx'));
const ReviewsDrawn = lazy(() => import('../features/plans/reviews/ReviewsOverlay.tsx'));
const DrillDrawn = lazy(() => import('../features/drills/map/DrillOverlay.tsx'));
const ShelterConflicts = lazy(() => import('../features/shelter-panel/ConflictOverlay.tsx'));

const FilterTold = lazy(() => import('../features/map-filter/MapFilter.tsx'));
const Candidates = lazy(() => import('../features/undetermined/CandidateMarks.tsx'));
const loadTip = () =>
  import('../features/map-tip/MapTip.tsx').then(({ MapTip }) => ({ default: MapTip }));
const GraticuleLines = lazy(() => import('../features/graticule/Graticule.tsx'));

/** The hypothetical zone at hand, in its own place only: elsewhere it could pass for a designated one. */
export function ScenarioOverlay() {
  const isOpen = useView((view) => view.place === 'scenarios' && view.scenario !== null);
  return isOpen ? <ScenarioShape /> : null;
}

/** Routes, closures and the roads themselves, where routes are looked at. */
export function RoutesOverlay({ municipality }: MapToolProps) {
  const isOpen = useView((view) => view.place === 'routes');
  return isOpen ? <RoutesDrawn municipality={municipality} /> : null;
}

/** How people of a response stand, where it is looked at. */
export function ResponseOverlay({ municipality }: MapToolProps) {
  const isOpen = useView((view) => view.place === 'response');
  return isOpen ? <ResponseMarks municipality={municipality} /> : null;
}

/** Districts by the class of the figure that is looked at. */
export function ChartOverlay({ municipality }: MapToolProps) {
  const isOpen = useView((view) => view.place === 'charts');
  return isOpen ? <ChartAreas municipality={municipality} /> : null;
}

/** Social resources, where they are looked at. */
export function ResourcesOverlay({ municipality }: MapToolProps) {
  const isOpen = useView(
    ({ place, relay }) => place === 'relay' && /(^|!)b\.resources(!|$)/.test(relay ?? ''),
  );
  return isOpen ? <ResourcesDrawn code={municipality.code} /> : null;
}

/** Home, supporters, destinations and route of the plan that is open. */
export function PlanOverlay({ municipality }: MapToolProps) {
  const id = useView(({ place, selection }) =>
    place === 'plans' && selection?.kind === 'plan' ? selection.id : null,
  );
  return id === null ? null : <PlanDrawn key={id} code={municipality.code} id={id} />;
}

/** Who is put where by the proposal that is open. */
export function ProposalOverlay({ municipality }: MapToolProps) {
  const isOpen = useView(
    ({ place, plans }) => place === 'plans' && /(^|!)b\.proposals(!|$)/.test(plans ?? ''),
  );
  return isOpen ? <ProposalDrawn code={municipality.code} /> : null;
}

/** Homes whose plans wait for a review, beside their list. */
export function ReviewsOverlay({ municipality }: MapToolProps) {
  const isOpen = useView(
    ({ place, plans }) => place === 'plans' && /(^|!)b\.reviews(!|$)/.test(plans ?? ''),
  );
  return isOpen ? <ReviewsDrawn code={municipality.code} /> : null;
}

/** Closed roads, routes, tours and who is where of the drill that is open. */
export function DrillOverlay({ municipality }: MapToolProps) {
  const isOpen = useView(({ place, drills }) => place === 'drills' && drills !== null);
  return isOpen ? <DrillDrawn code={municipality.code} /> : null;
}

/** Where other lists have the shelter that is selected. */
export function ConflictOverlay({ municipality }: MapToolProps) {
  const id = useView(({ selection }) => (selection?.kind === 'shelter' ? selection.id : null));
  return id === null ? null : <ShelterConflicts code={municipality.code} id={id} />;
}

/** Filters of the list of people hold on the map in every place; where the list is not seen, that is said. */
export function FilterOverlay({ municipality }: MapToolProps) {
  const count = useView((view) =>
    listsPeople(view.place) ? 0 : Object.keys(filtersOnMap(view)).length,
  );
  const { isTooMany } = useFilteredResidents(municipality.code);
  const hasTool = useTool() !== null;
  const may = useMay();
  if (count === 0 || isTooMany || hasTool || !may('people.see')) return null;
  return <FilterTold count={count} />;
}

/** Where the person of the queue may live, while positions are settled. */
export function CandidateOverlay({ municipality }: MapToolProps) {
  const isOpen = useView((view) => view.task === 'settle');
  return isOpen ? <Candidates municipality={municipality} /> : null;
}

/** There before anything is pointed at, or a screen reader would not hear the first; but after the map itself. */
export function TipOverlay({ municipality }: MapToolProps) {
  return useFirstView() ? <SidePart load={loadTip} given={{ municipality }} /> : null;
}

export function GraticuleOverlay() {
  const isOpen = useView((view) => view.grid);
  return isOpen ? <GraticuleLines /> : null;
}
