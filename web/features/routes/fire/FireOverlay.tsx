import { useQuery } from '@tanstack/react-query';
import { Layer, Source } from '@vis.gl/react-maplibre';
import { useMemo } from 'react';
import { siteOverridesQuery, siteRoadsQuery } from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { MapColors } from '../../../map/colors.ts';
import { fireLineLayers, fireMarkLayers } from '../../../map/layers/fire.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { useView } from '../../../state/use-view.ts';
import { NO_FEATURES } from '../route-features.ts';
import type { RoutePlan } from '../route-plan.ts';
import { useFireWords, useSiteWords } from '../use-fire-words.ts';
import { fireFeatures } from './fire-features.ts';
import { shownRows } from './fire-rows.ts';
import { useFireCheck, useFireStations } from './use-fire-check.ts';
import { useFireWay } from './use-fire-way.ts';

const NOTHING: never[] = [];

/** Fire stations and what was found on site, whatever is looked at; and the check where that is open. */
export default function FireOverlay(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly colors: MapColors;
  readonly beforeId: string;
}) {
  const { code, plan, colors, beforeId } = props;
  const words = useWords();
  const say = useFireWords();
  const siteSay = useSiteWords();
  const check = useFireCheck(code);
  const isCheck = plan.task === 'fire';
  const answer = isCheck ? (check.query.data ?? null) : null;
  const selectedId = useView(({ selection }) =>
    selection?.kind === 'resident' ? selection.id : null,
  );
  const selected = answer?.people.find(({ id }) => id === selectedId);
  const way = useFireWay(code, isCheck ? check.question : null, selected);
  const stations = useFireStations(code).data?.stations ?? NOTHING;
  const overrides = useQuery(siteOverridesQuery(code)).data?.overrides ?? NOTHING;
  const roads = useQuery(siteRoadsQuery(code)).data?.roads ?? NOTHING;
  const people = useMemo(
    () => (answer === null ? NOTHING : shownRows(answer.people, plan.fire)),
    [answer, plan.fire],
  );
  const { drive, walk } = way;
  const features = useMemo(
    () =>
      fireFeatures(
        { stations, overrides, roads, answer, people, selected, way: { drive, walk } },
        words,
        say,
        siteSay,
      ),
    // biome-ignore format: one line a source
    [stations, overrides, roads, answer, people, selected, drive, walk, words, say, siteSay],
  );
  const drawn = useCommitted(features, NO_FEATURES);
  return (
    <Source id="fire" type="geojson" data={drawn}>
      {fireLineLayers(colors).map((layer) => (
        <Layer key={layer.id} {...layer} beforeId={beforeId} />
      ))}
      {fireMarkLayers(colors).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}
