import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Layer, Marker, Source } from '@vis.gl/react-maplibre';
import type { Marker as MapLibreMarker } from 'maplibre-gl';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { bboxOf } from '#domain/geo/bbox';
import type { Position } from '#domain/geo/position';
import { useMay } from '../../../api/access.ts';
import { planQuery } from '../../../api/plans.ts';
import { residentQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../../map/colors.ts';
import { routeLabelLayers, routeLayers } from '../../../map/layers/routes.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { useTool } from '../../../state/tool.ts';
import { isLookFromAddress } from '../../../state/use-view.ts';
import { usePlanDraft } from '../draft/use-plan-draft.ts';
import { routeEnds } from '../route/plan-route.ts';
import { findRoute } from '../route/route-finding.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { NO_FEATURES, type PlanMark, planMarks, planRouteFeatures } from './plan-features.ts';

/** Under people and shelters, which stay to be chosen: the lowest layer that is always there. */
const BELOW = 'judgement-radius';

/** The plan that is open on the map: home, supporters, destinations, the way and the places it is led through. */
export default function PlanOverlay({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = usePlanWords();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const view = useQuery(planQuery(code, id)).data;
  const person = useQuery(residentQuery(code, id)).data;
  const { content, change } = usePlanDraft(code, id, view, person?.name ?? null);
  const may = useMay();
  const mayWrite = view?.mayWrite === true && may('routes.see');
  const queryClient = useQueryClient();
  const route = content?.route ?? null;
  const features = useMemo(() => planRouteFeatures(route, words, say), [route, words, say]);
  const drawn = useCommitted(features, NO_FEATURES);
  const home = person?.position ?? null;
  const marks = useMemo(
    () => (content === null ? [] : planMarks(content, home, say.map)),
    [content, home, say],
  );
  useLookAtPlan(id, marks, person !== undefined && view !== undefined);
  const moveVia = (index: number, position: Position) => {
    const ends = content === null ? null : routeEnds(content, person);
    if (ends === null || route === null) return;
    const asked = { ...ends, via: route.via.with(index, [...position]), isNight: route.isNight };
    void findRoute(queryClient, code, id, asked, change);
  };
  return (
    <>
      <Source id="routes" type="geojson" data={drawn}>
        {routeLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} beforeId={BELOW} />
        ))}
        {routeLabelLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
      {marks.map((mark) => (
        <Mark key={mark.key} name={mark.name} position={mark.position}>
          <span
            className={`flex h-8 min-w-8 items-center justify-center border-2 px-1 text-14 font-bold ${MARK_STYLE[mark.kind]}`}
          >
            {mark.mark}
          </span>
        </Mark>
      ))}
      {(route?.via ?? []).map((position, index) => (
        <Mark
          // biome-ignore lint/suspicious/noArrayIndexKey: places to go by have no other name
          key={index}
          name={say.map.via(String(index + 1))}
          position={position}
          hint={say.map.drag}
          {...(mayWrite && { onMove: (to: Position) => moveVia(index, to) })}
        >
          <span className="flex size-8 items-center justify-center rounded-full border-2 border-action bg-surface text-14 font-bold text-action">
            {index + 1}
          </span>
        </Mark>
      ))}
    </>
  );
}

const MARK_STYLE: Readonly<Record<PlanMark['kind'], string>> = {
  home: 'rounded-full border-ink bg-surface text-ink',
  supporter: 'rounded-8 border-ink bg-surface text-ink',
  destination: 'rounded-4 border-action bg-action text-on-action',
  second: 'rounded-4 border-action bg-surface text-action',
};

function Mark(props: {
  readonly name: string;
  readonly position: Position;
  readonly hint?: string;
  readonly onMove?: (position: Position) => void;
  readonly children: ReactNode;
}) {
  const { onMove } = props;
  const tool = useTool();
  const spoken = onMove === undefined ? props.name : `${props.name} (${props.hint})`;
  // The map calls its marks alike and in English.
  const nameElement = (marker: MapLibreMarker | null) =>
    marker?.getElement().setAttribute('aria-label', props.name);
  return (
    <Marker
      ref={nameElement}
      longitude={props.position[0]}
      latitude={props.position[1]}
      draggable={onMove !== undefined && tool === null}
      onDragEnd={({ lngLat }) => onMove?.([lngLat.lng, lngLat.lat])}
    >
      <span className={onMove === undefined ? 'block' : 'block cursor-grab'} title={spoken}>
        {props.children}
      </span>
    </Marker>
  );
}

/** Brings all of the plan into sight, once for each; who comes with an address that says where to look stays. */
function useLookAtPlan(id: string, marks: readonly PlanMark[], isThere: boolean) {
  const hasLook = useRef(isLookFromAddress());
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!isThere || seen.current === id) return;
    seen.current = id;
    // Supporters may live far away: the way of the person is what is looked at.
    const way = marks.filter(({ kind }) => kind !== 'supporter');
    if (hasLook.current || way.length < 2) return;
    askToLookAt(bboxOf(way.map(({ position }) => position)));
  }, [id, marks, isThere]);
}
