import type { WireRoute } from '#contract/route';
import { useWords } from '../../i18n/use-words.ts';
import { profilePoints } from './profile-points.ts';
import { lineBetween } from './profile-runs.ts';
import { durationText, walkText } from './route-text.ts';
import { showOnMap } from './show-on-map.ts';
import { useRouteWords } from './use-route-words.ts';

/** The way step by step: where to turn, onto which road, how far. */
export function LegList({ route }: { readonly route: WireRoute }) {
  const words = useWords();
  const say = useRouteWords();
  const { walkToRoad, walkFromRoad } = route;
  return (
    <section className="flex flex-col gap-1" aria-label={say.legs.title}>
      <h4 className="font-bold">{say.legs.title}</h4>
      <ol>
        {walkToRoad.lengthMeters >= 1 && (
          <Row
            text={say.legs.walkTo}
            more={walkText(walkToRoad, words, say)}
            onShow={() => showOnMap(walkToRoad.line)}
          />
        )}
        {route.legs.map((leg) => (
          <Row
            key={leg.fromMeters}
            text={`${say.turn[leg.turn]}${words.dot}${leg.name ?? say.legs.unnamed}`}
            more={[
              ...(leg.name === null || leg.kind === 'steps' ? [say.kind[leg.kind]] : []),
              words.metersText(leg.lengthMeters),
              durationText(leg.durationSeconds, say),
            ].join(words.dot)}
            onShow={() =>
              showOnMap(
                lineBetween(
                  profilePoints(route),
                  leg.fromMeters,
                  leg.fromMeters + leg.lengthMeters,
                ),
              )
            }
          />
        ))}
        {walkFromRoad.lengthMeters >= 1 && (
          <Row
            text={say.legs.walkFrom}
            more={walkText(walkFromRoad, words, say)}
            onShow={() => showOnMap(walkFromRoad.line)}
          />
        )}
        <li className="border-b border-line py-2 font-bold">{say.legs.arrive}</li>
      </ol>
    </section>
  );
}

function Row(props: { readonly text: string; readonly more: string; readonly onShow: () => void }) {
  return (
    <li className="border-b border-line">
      <button
        type="button"
        className="focus-inset flex min-h-11 w-full items-baseline gap-2 py-1.5 text-left leading-normal hover:bg-surface-soft"
        onClick={props.onShow}
      >
        <span className="min-w-0 flex-1">{props.text}</span>
        <span className="number shrink-0 text-14 text-ink-soft">{props.more}</span>
      </button>
    </li>
  );
}
