import { useQuery } from '@tanstack/react-query';
import { Layer, Marker, Source } from '@vis.gl/react-maplibre';
import type { Marker as MapLibreMarker } from 'maplibre-gl';
import { useMemo } from 'react';
import type { DrillView } from '#contract/drill';
import { closedRoadsAt } from '#domain/drill/scenario';
import type { Position } from '#domain/geo/position';
import { drillQuery } from '../../../api/drills.ts';
import { summaryQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../../map/colors.ts';
import {
  type ClosedRoads,
  roadLayers,
  routeDirectionLayers,
  routeLabelLayers,
  routeLayers,
} from '../../../map/layers/routes.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { useTool } from '../../../state/tool.ts';
import { useDrillDraft } from '../plan/use-drill-draft.ts';
import { conditions } from '../routes/conditions.ts';
import { useDrillRoutesWords } from '../routes/use-drill-routes-words.ts';
import { useDrillWays } from '../routes/use-ways.ts';
import { useDrillsView } from '../use-drills-view.ts';
import { seenPlaces } from './seen-places.ts';
import { NO_LINES, wayFeatures, wayMarks } from './way-features.ts';

/** Under people and shelters, which stay to be chosen: the lowest layer that is always there. */
const BELOW = 'judgement-radius';
const NOTHING_CLOSED: ClosedRoads = { ids: [], phenomena: [] };
/** A minute that no drill reaches: all injects together. */
const WHOLE_DRILL_MINUTES = 2880;

/** The drill that is open on the map: closed roads, tours and ways, and who is where. */
export default function DrillOverlay({ code }: { readonly code: string }) {
  const { drill, tab } = useDrillsView();
  const view = useQuery({ ...drillQuery(code, drill ?? ''), enabled: drill !== null }).data;
  if (view === undefined) return null;
  return (
    <>
      <Roads key={view.id} code={code} view={view} />
      {tab === 'routes' && <Ways code={code} view={view} />}
      {tab === 'run' && <Seen />}
    </>
  );
}

function useColors() {
  return usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
}

function Roads({ code, view }: { readonly code: string; readonly view: DrillView }) {
  const colors = useColors();
  const { tab } = useDrillsView();
  const { content } = useDrillDraft(code, view);
  const { minute } = conditions.use();
  const isPicking = useTool() === 'drill-pick';
  const at = tab === 'routes' ? minute : WHOLE_DRILL_MINUTES;
  const closedNow = useMemo(
    (): ClosedRoads => ({
      ids: closedRoadsAt(content.scenario, at).map(({ id }) => id),
      phenomena: [],
    }),
    [content.scenario, at],
  );
  const closed = useCommitted(closedNow, NOTHING_CLOSED);
  const seen = useQuery(summaryQuery(code)).data?.tileVersions.roads;
  if (seen === undefined) return null;
  const url = `${location.origin}/api/municipalities/${code}/tiles/roads.json?seen=${encodeURIComponent(seen)}`;
  return (
    <Source key={url} id="roads" type="vector" url={url} promoteId="id">
      {roadLayers(colors, closed)
        .filter(({ id }) => isPicking || id.startsWith('roads-closed') || id === 'roads-hit')
        .map((layer) => (
          <Layer key={layer.id} {...layer} beforeId={BELOW} />
        ))}
    </Source>
  );
}

function Ways({ code, view }: { readonly code: string; readonly view: DrillView }) {
  const colors = useColors();
  const words = useWords();
  const say = useDrillRoutesWords().map;
  const { picked } = useDrillsView();
  const { tour, routes } = useDrillWays(code, view);
  const features = useMemo(
    () =>
      wayFeatures(tour.data, routes.data, picked, (zoneClass, meters) =>
        say.zone(
          words.terms.zoneClass[zoneClass],
          words.metersText(Math.max(1, Math.round(meters))),
        ),
      ),
    [tour.data, routes.data, picked, words, say],
  );
  const drawn = useCommitted(features, NO_LINES);
  const marks = wayMarks(tour.data, routes.data, picked);
  return (
    <>
      <Source id="routes" type="geojson" data={drawn}>
        {[...routeLayers(colors), ...routeDirectionLayers(colors), ...routeLabelLayers(colors)].map(
          (layer) => (
            <Layer key={layer.id} {...layer} beforeId={BELOW} />
          ),
        )}
      </Source>
      {marks.map(({ key, ...mark }) => (
        <Mark key={key} {...mark} />
      ))}
    </>
  );
}

function Seen() {
  const places = seenPlaces.use();
  return places.map(({ id, name, position }) => (
    <Mark key={id} mark={name} name={name} position={position} />
  ));
}

function Mark(props: {
  readonly mark: string;
  readonly name: string;
  readonly position: Position;
}) {
  // The map calls its marks alike and in English.
  const nameElement = (marker: MapLibreMarker | null) =>
    marker?.getElement().setAttribute('aria-label', props.name);
  return (
    <Marker ref={nameElement} longitude={props.position[0]} latitude={props.position[1]}>
      <span
        title={props.name}
        className="flex h-8 min-w-8 items-center justify-center rounded-full border-2 border-action bg-surface px-1.5 text-14 font-bold text-action"
      >
        {props.mark}
      </span>
    </Marker>
  );
}
