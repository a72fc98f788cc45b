import type { ReactNode } from 'react';
import type { WireRoute } from '#contract/route';
import { PHENOMENA, type ZoneClass } from '#domain/hazard/zone';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import {
  durationText,
  metersToCheck,
  slopeText,
  stepsText,
  wholeMeters,
  wholeSeconds,
  widthText,
} from './route-text.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** Up to three routes side by side: one column each, whose head chooses it. Figures, and never a promise. */
export function RouteCompare(props: {
  readonly routes: readonly WireRoute[];
  readonly chosen: WireRoute;
}) {
  const words = useWords();
  const say = useRouteWords();
  const { routes, chosen } = props;
  const facts: [label: string, of: (route: WireRoute) => ReactNode][] = [
    [say.result.inRed, (route) => <Exposure route={route} zoneClass="red" />],
    [say.result.inYellow, (route) => <Exposure route={route} zoneClass="yellow" />],
  ];
  const before = (route: WireRoute) =>
    route.exposure.byClass['red-before-designation'] +
    route.exposure.byClass['yellow-before-designation'];
  if (routes.some((route) => before(route) > 0))
    facts.push([
      say.result.beforeDesignation,
      (route) => breakable(words.metersText(before(route))),
    ]);
  facts.push(
    [say.result.narrowest, (route) => widthText(route.narrowest, say)],
    [say.result.widthUnknown, (route) => breakable(words.metersText(route.widthUnknownMeters))],
    [say.result.steepest, (route) => slopeText(route.steepestPercent, say)],
    [say.result.steps, (route) => stepsText(route, say, words)],
    [
      say.result.toCheck,
      (route) =>
        route.unknown.length === 0
          ? say.result.toCheckNone
          : say.result.toCheckCount(
              formatNumber(route.unknown.length),
              breakable(words.metersText(metersToCheck(route))),
            ),
    ],
  );
  const column = (route: WireRoute) => (route === chosen ? 'bg-action-soft' : '');
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-14 leading-snug">
      <caption className="sr-only">{say.result.compare}</caption>
      <colgroup>
        <col className="w-20" />
      </colgroup>
      <thead>
        <tr>
          <td />
          {routes.map((route, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: routes are known by their place
            <th key={place} scope="col" className={`rounded-t-8 p-1 ${column(route)}`}>
              <button
                type="button"
                aria-pressed={route === chosen}
                className={`focus-inset flex min-h-16 w-full flex-col items-start justify-center rounded-8 border-2 px-2 py-1.5 text-left font-normal [word-break:keep-all] ${
                  route === chosen
                    ? 'border-action bg-surface'
                    : 'border-line-strong bg-surface hover:bg-surface-soft'
                }`}
                onClick={() => changePlan({ chosen: place })}
              >
                <span className="text-14">{say.result.number(String(place + 1))}</span>
                <span className="number text-18 leading-tight font-bold">
                  {durationText(wholeSeconds(route), say)}
                </span>
                <span className="number">{breakable(words.metersText(wholeMeters(route)))}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(([label, of]) => (
          <tr key={label}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-1 text-left align-top font-normal text-ink-soft"
            >
              {label}
            </th>
            {routes.map((route, place) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: routes are known by their place
                key={place}
                className={`number border-t border-line px-1.5 py-1.5 align-top [overflow-wrap:anywhere] [word-break:keep-all] ${column(route)}`}
              >
                {of(route)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A narrow column breaks before the unit and not within it. */
const breakable = (text: string) => text.replace('メートル', '\u200bメートル');

/** Metres inside zones of a class, with the phenomena that they are of. */
function Exposure(props: {
  readonly route: WireRoute;
  readonly zoneClass: ZoneClass & ('red' | 'yellow');
}) {
  const words = useWords();
  const { byClass, byPhenomenon } = props.route.exposure;
  const meters = byClass[props.zoneClass];
  const isRed = props.zoneClass === 'red';
  return (
    <>
      <span className={meters > 0 ? `font-bold ${isRed ? 'text-danger' : ''}` : ''}>
        {breakable(words.metersText(meters))}
      </span>
      {PHENOMENA.map((phenomenon) => {
        const of = byPhenomenon[props.zoneClass][phenomenon];
        return of > 0 ? (
          <span key={phenomenon} className="block text-ink-soft">
            {words.terms.phenomenon[phenomenon]} {breakable(words.metersText(of))}
          </span>
        ) : null;
      })}
    </>
  );
}
