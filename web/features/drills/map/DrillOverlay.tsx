import { useQuery } from '@tanstack/react-query';
import { Layer, Source } from '@vis.gl/react-maplibre';
import { useMemo } from 'react';
import type { DrillView } from '#contract/drill';
import { closedRoadsAt } from '#domain/drill/scenario';
import { drillQuery } from '../../../api/drills.ts';
import { summaryQuery } from '../../../api/queries.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../../map/colors.ts';
import { type ClosedRoads, roadLayers } from '../../../map/layers/routes.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { useTool } from '../../../state/tool.ts';
import { useDrillDraft } from '../plan/use-drill-draft.ts';
import { useDrillsView } from '../use-drills-view.ts';

/** Under people and shelters, which stay to be chosen: the lowest layer that is always there. */
const BELOW = 'judgement-radius';
const NOTHING_CLOSED: ClosedRoads = { ids: [], phenomena: [] };
/** A minute that no drill reaches: all injects together. */
const WHOLE_DRILL_MINUTES = 2880;

/** The drill that is open on the map: its closed roads. */
export default function DrillOverlay({ code }: { readonly code: string }) {
  const { drill } = useDrillsView();
  const view = useQuery({ ...drillQuery(code, drill ?? ''), enabled: drill !== null }).data;
  return view === undefined ? null : <Drawn key={view.id} code={code} view={view} />;
}

function Drawn({ code, view }: { readonly code: string; readonly view: DrillView }) {
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const { content } = useDrillDraft(code, view);
  const isPicking = useTool() === 'drill-pick';
  const closedNow = useMemo(
    (): ClosedRoads => ({
      ids: closedRoadsAt(content.scenario, WHOLE_DRILL_MINUTES).map(({ id }) => id),
      phenomena: [],
    }),
    [content.scenario],
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
