import { useQuery } from '@tanstack/react-query';
import { Layer, Source, useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { WholeChain } from '#contract/whole-chain';
import { summaryQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import {
  type ClosedRoads,
  roadLayers,
  routeLabelLayers,
  routeLayers,
} from '../../map/layers/routes.ts';
import { useCommitted } from '../../map/use-committed.ts';
import { usePreferences } from '../../state/preferences.ts';
import { activeTool } from '../../state/tool.ts';
import { ChainMarkers, letteredChain } from './chain/ChainMarkers.tsx';
import { useChainWords } from './chain/use-chain-words.ts';
import { useWholeChain } from './chain/use-whole-chain.ts';
import { MarkFeatures } from './MarkFeatures.tsx';
import { PlaceMarkers } from './PlaceMarkers.tsx';
import { type ProfilePoint, profilePoints } from './profile-points.ts';
import { metersNear } from './profile-runs.ts';
import { NO_FEATURES, routeFeatures } from './route-features.ts';
import { roadsAreShown, routeCursor } from './route-marks.ts';
import { useCutOff } from './use-cut-off.ts';
import { useFoundRoutes } from './use-found-routes.ts';
import { type LetteredPlace, useMapPicture } from './use-map-picture.ts';
import type { ResolvedPlace, ResolvedPlan } from './use-planned-places.ts';
import { type RouteWords, useRouteWords } from './use-route-words.ts';

const FireOverlay = lazy(() => import('./fire/FireOverlay.tsx'));

/** Under people and shelters, which stay to be chosen: the lowest layer that is always there. */
const BELOW = 'judgement-radius';

const NOTHING_CLOSED: ClosedRoads = { ids: [], phenomena: [] };
const NOTHING = { routes: [], via: [] };

/** Roads, what is closed of them, and the routes, on the map. */
export default function RoutesOverlay(props: { readonly municipality: MunicipalityView }) {
  const { code } = props.municipality;
  const words = useWords();
  const say = useRouteWords();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const chainWords = useChainWords();
  const found = useFoundRoutes(code);
  const { plan } = found;
  const { chain, shown } = useWholeChain(code);
  const isChain = plan.task === 'chain';
  const chainRoutes = useMemo(
    () => ({ via: [], routes: (chain?.ways ?? []).flatMap(usedRoute) }),
    [chain],
  );
  const answer = isChain ? chainRoutes : found.answer;
  const chosen = isChain ? (shown?.route ?? undefined) : found.chosen;
  const asked = useCutOff(code, found.options.data);
  const cutOff = asked.question === null ? undefined : asked.query.data;
  const features = useMemo(
    () => routeFeatures(answer ?? NOTHING, chosen, words, say),
    [answer, chosen, words, say],
  );
  const drawn = useCommitted(features, NO_FEATURES);
  const isCutOff = plan.task === 'cut-off';
  const closed = useMemo(
    () => ({
      ids: isCutOff && cutOff !== undefined ? cutOff.closed.ids : plan.closedRoads,
      phenomena: plan.closedPhenomena,
    }),
    [isCutOff, cutOff, plan.closedRoads, plan.closedPhenomena],
  );
  const profile = chosen === undefined ? NO_POINTS : profilePoints(chosen);
  useCursorOnMap(profile);
  useMapPicture(
    plan.task === 'route'
      ? letteredPlaces(found.places, say)
      : isChain
        ? letteredChain(chain, chainWords)
        : [],
  );
  return (
    <>
      <Roads code={code} colors={colors} closed={closed} />
      <Source id="routes" type="geojson" data={drawn}>
        {routeLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} beforeId={BELOW} />
        ))}
        {routeLabelLayers(colors).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
      <MarkFeatures
        colors={colors}
        profile={profile}
        closedArea={plan.closedArea}
        cutOff={isCutOff ? (cutOff?.people ?? []) : []}
      />
      <Suspense fallback={null}>
        <FireOverlay code={code} plan={plan} colors={colors} beforeId={BELOW} />
      </Suspense>
      {plan.task === 'route' && <PlaceMarkers places={found.places} />}
      {isChain && chain !== undefined && <ChainMarkers chain={chain} />}
    </>
  );
}

/** Ways to meet that were not taken are drawn when they are chosen, and not beside. */
function usedRoute({ isUsed, route }: WholeChain['ways'][number]) {
  return isUsed && route !== null ? [route] : [];
}

function letteredPlaces({ from, to, via }: ResolvedPlan, say: RouteWords): LetteredPlace[] {
  const lettered: [string, ResolvedPlace | null][] = [
    [say.map.from, from],
    ...via.map((place, index): [string, ResolvedPlace] => [String(index + 1), place]),
    [say.map.to, to],
  ];
  return lettered.flatMap(([letter, place]) =>
    place === null || place.position === null ? [] : [{ letter, position: place.position }],
  );
}

function Roads(props: {
  readonly code: string;
  readonly colors: typeof LIGHT_COLORS;
  readonly closed: ClosedRoads;
}) {
  const isShown = roadsAreShown.use();
  const closed = useCommitted(props.closed, NOTHING_CLOSED);
  const seen = useQuery(summaryQuery(props.code)).data?.tileVersions.roads;
  if (seen === undefined) return null;
  const layers = roadLayers(props.colors, closed);
  const url = `${location.origin}/api/municipalities/${props.code}/tiles/roads.json?seen=${encodeURIComponent(seen)}`;
  return (
    <Source key={url} id="roads" type="vector" url={url} promoteId="id">
      {layers
        .filter(({ id }) => isShown || id.startsWith('roads-closed') || id === 'roads-hit')
        .map((layer) => (
          <Layer key={layer.id} {...layer} beforeId={BELOW} />
        ))}
    </Source>
  );
}

const NO_POINTS: readonly ProfilePoint[] = [];

/** The pointer on the chosen route is the cursor of the chart too. */
function useCursorOnMap(profile: readonly ProfilePoint[]) {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined || profile.length === 0) return;
    let isOn = false;
    const move = ({ point, lngLat }: MapMouseEvent) => {
      if (activeTool() !== null || map.getLayer('route-casing') === undefined) return;
      const hits = map.queryRenderedFeatures(point, { layers: ['route-casing'] });
      if (hits.length > 0) routeCursor.set(metersNear(profile, [lngLat.lng, lngLat.lat]));
      else if (isOn) routeCursor.set(null);
      isOn = hits.length > 0;
    };
    map.on('mousemove', move);
    return () => {
      map.off('mousemove', move);
    };
  }, [map, profile]);
}
