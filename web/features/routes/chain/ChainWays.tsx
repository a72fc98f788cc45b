import type { RouteOptions, WireRoute } from '#contract/route';
import type { WholeChain } from '#contract/whole-chain';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { useWords } from '../../../i18n/use-words.ts';
import {
  durationText,
  metersToCheck,
  slopeText,
  stepsText,
  wholeMeters,
  wholeSeconds,
  widthText,
} from '../route-text.ts';
import { useRouteWords } from '../use-route-words.ts';
import { showWay } from './show-way.ts';
import { useChainWords } from './use-chain-words.ts';

interface ChainWaysProps {
  readonly chain: WholeChain;
  readonly shown: WholeChain['ways'][number] | undefined;
  readonly options: RouteOptions;
}

/** Every way with its figures; one of them is looked at more closely. */
export function ChainWays({ chain, shown, options }: ChainWaysProps) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = useChainWords();
  const profileName = (id: string) => {
    const label = options.profiles.find((one) => one.id === id)?.label;
    return label === undefined ? id : words.pick(label);
  };
  return (
    <section aria-label={say.ways} className="flex flex-col gap-1">
      <h4 className="font-bold">{say.ways}</h4>
      <p className="not-printed text-14 text-ink-soft">{say.waysHint}</p>
      <ul>
        {chain.ways.map((way, number) => {
          const { route, problem } = way;
          const about = (
            <>
              <strong className="block">{words.pick(way.label)}</strong>
              <span className="number block text-14">
                {[
                  ...(route === null
                    ? []
                    : [
                        durationText(wholeSeconds(route), routeWords),
                        words.metersText(wholeMeters(route)),
                      ]),
                  say.by(profileName(way.profile)),
                  ...(way.isUsed ? [] : [say.notUsed]),
                ].join(words.dot)}
              </span>
            </>
          );
          return (
            <li key={`${way.kind} ${way.supporter}`} className="border-b border-line py-2">
              {route === null ? (
                <>
                  <p className="leading-normal">{about}</p>
                  {problem !== null && <p className="text-14">{words.pick(problem)}</p>}
                </>
              ) : (
                <>
                  <button
                    type="button"
                    aria-pressed={way === shown}
                    className={`focus-inset min-h-11 w-full border-l-4 px-2 py-1 text-left leading-normal hover:bg-surface-soft ${
                      way === shown ? 'border-action bg-action-soft' : 'border-transparent'
                    }`}
                    onClick={() => showWay(number, route)}
                  >
                    {about}
                  </button>
                  <WayFigures route={route} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function WayFigures({ route }: { readonly route: WireRoute }) {
  const words = useWords();
  const routeWords = useRouteWords();
  const { result } = routeWords;
  const { byClass, byPhenomenon } = route.exposure;
  const zones = ZONE_CLASSES.filter((one) => byClass[one] > 0).map((one): [string, string] => [
    routeWords.zone[one],
    [
      words.metersText(byClass[one]),
      ...PHENOMENA.filter((phenomenon) => byPhenomenon[one][phenomenon] > 0).map(
        (phenomenon) =>
          `${words.terms.phenomenon[phenomenon]} ${words.metersText(byPhenomenon[one][phenomenon])}`,
      ),
    ].join(words.comma),
  ]);
  const facts: [label: string, value: string][] = [
    ...(zones.length === 0 ? [[routeWords.chart.zone, result.noZone] as [string, string]] : zones),
    [result.narrowest, widthText(route.narrowest, routeWords)],
    [result.widthUnknown, words.metersText(route.widthUnknownMeters)],
    [result.steepest, slopeText(route.steepestPercent, routeWords)],
    [result.steps, stepsText(route, routeWords, words)],
    [
      result.toCheck,
      route.unknown.length === 0
        ? result.toCheckNone
        : result.toCheckCount(String(route.unknown.length), words.metersText(metersToCheck(route))),
    ],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 px-3 text-14 leading-snug">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="py-0.5 text-ink-soft">{label}</dt>
          <dd className="number py-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
