import type { WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { useMay } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LegList } from './LegList.tsx';
import { openSiteRoad } from './open-site.ts';
import { ProfileChart } from './ProfileChart.tsx';
import { profilePoints } from './profile-points.ts';
import { lineBetween } from './profile-runs.ts';
import { toggleRoad } from './route-plan.ts';
import { showOnMap } from './show-on-map.ts';
import { changePlan, planNow } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** The chosen route: its profile, what is to be checked on site, and the way step by step. */
export function RouteDetail({ route }: { readonly route: WireRoute }) {
  return (
    <div className="flex flex-col gap-5">
      <ProfileChart route={route} />
      <UnknownList route={route} />
      <LegList route={route} />
    </div>
  );
}

/** Stretches that nobody knows to be passable: 現地確認. */
function UnknownList({ route }: { readonly route: WireRoute }) {
  const words = useWords();
  const say = useRouteWords();
  const may = useMay();
  if (route.unknown.length === 0) return null;
  const lineOf = (from: number, length: number): Position[] =>
    lineBetween(profilePoints(route), from, from + length);
  return (
    <section className="flex flex-col gap-1" aria-label={say.unknown.title}>
      <h4 className="font-bold">
        {say.unknown.title}{' '}
        <span className="number text-14 font-normal">({route.unknown.length})</span>
      </h4>
      <ul>
        {route.unknown.map((stretch) => {
          const name = stretch.name ?? say.legs.unnamed;
          return (
            <li
              key={`${stretch.roadId} ${stretch.fromMeters}`}
              className="flex items-start gap-2 border-b border-line py-1.5 leading-normal"
            >
              <button
                type="button"
                className="focus-inset min-h-11 min-w-0 flex-1 text-left hover:bg-surface-soft"
                onClick={() => showOnMap(lineOf(stretch.fromMeters, stretch.lengthMeters))}
              >
                <span className="number block text-14 text-ink-soft">
                  {say.unknown.at(words.metersText(stretch.fromMeters))}
                  {words.dot}
                  {name}
                  {words.dot}
                  {words.metersText(stretch.lengthMeters)}
                </span>
                {stretch.reasons.map((reason) => (
                  <span key={reason.code} className="block">
                    {words.pick(reason)}
                  </span>
                ))}
              </button>
              <Button
                className="not-printed px-2 text-14"
                aria-label={say.closures.closeOf(name)}
                onPress={() => changePlan({ closedRoads: toggleRoad(planNow(), stretch.roadId) })}
              >
                {say.closures.close}
              </Button>
              {may('site-overrides.change') && (
                <Button
                  className="not-printed px-2 text-14"
                  aria-label={say.unknown.recordOf(name)}
                  onPress={() => openSiteRoad(stretch.roadId, name)}
                >
                  {say.unknown.record}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
