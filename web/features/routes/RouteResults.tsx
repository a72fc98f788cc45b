import { useState } from 'react';
import type { WireRoute } from '#contract/route';
import { ApiError } from '../../api/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { orderPrint } from '../../state/print-order.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution, EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ClosedSummary } from './ClosedSummary.tsx';
import { DataDates } from './DataDates.tsx';
import { RouteCompare } from './RouteCompare.tsx';
import { RouteDetail } from './RouteDetail.tsx';
import { walkInZones } from './route-text.ts';
import type { useFoundRoutes } from './use-found-routes.ts';
import { useRouteWords } from './use-route-words.ts';

/** What was found: the routes side by side, then the chosen one in detail; or why there is none. */
export function RouteResults({ found }: { readonly found: ReturnType<typeof useFoundRoutes> }) {
  const words = useWords();
  const say = useRouteWords();
  const { question, query, answer, chosen } = found;
  if (question === null)
    return (
      <div className="not-printed">
        <EmptyState title={say.start.title} text={say.start.text} />
      </div>
    );
  const problem = query.error instanceof ApiError ? query.error.problem : null;
  if (query.isError && problem?.code.startsWith('route.'))
    return (
      <div role="alert" className="flex flex-col items-start gap-2 p-4">
        <h3 className="text-18 font-bold">{say.result.none}</h3>
        <p>{words.pick(problem.messages)}</p>
        <p className="text-ink-soft">
          {say.result.noneText} {say.result.kept}
        </p>
        <ClosedSummary plan={found.plan} />
        <Button onPress={() => void query.refetch()}>{say.result.retry}</Button>
      </div>
    );
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (answer === undefined || chosen === undefined)
    return (
      <>
        <p role="status" className="sr-only">
          {say.result.waiting}
        </p>
        <SkeletonLines count={8} className="p-4" />
      </>
    );
  const isOld = query.isPlaceholderData;
  return (
    <section
      aria-label={say.result.region}
      aria-busy={isOld}
      className={`flex flex-col gap-4 p-4 ${isOld ? 'opacity-60' : ''}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-18 font-bold">{say.result.title}</h3>
        <p role="status" className="text-14 text-ink-soft">
          {isOld
            ? say.result.waiting
            : answer.routes.length > 1
              ? `${say.result.count(String(answer.routes.length))}${words.language === 'ja' ? '。' : '. '}${say.result.first}`
              : question.alternatives === true
                ? say.result.only
                : ''}
        </p>
      </div>
      <Judgement found={found} />
      <RouteCompare routes={answer.routes} chosen={chosen} />
      <p className="text-14 leading-normal text-ink-soft">{say.result.yellowHoldsRed}</p>
      <ClosedSummary plan={found.plan} total={answer.closed.roads} />
      {answer.closed.unknownIds.length > 0 && (
        <Caution>{say.closures.unknownIds(String(answer.closed.unknownIds.length))}</Caution>
      )}
      <DataDates data={answer.data} />
      <div className="not-printed flex flex-wrap gap-2">
        <Button onPress={orderPrint}>{say.result.print}</Button>
        <ShareButton />
      </div>
      <RouteDetail route={chosen} />
    </section>
  );
}

/** The one sentence on zones. It is never told that a way is fine. */
function Judgement({
  found: { plan, answer, chosen },
}: {
  readonly found: ReturnType<typeof useFoundRoutes>;
}) {
  const words = useWords();
  const say = useRouteWords().result;
  if (answer === undefined || chosen === undefined) return null;
  if (answer.data.zones.length === 0) return <Caution>{say.noZoneData}</Caution>;
  const { redMeters, anyMeters } = chosen.exposure;
  if (redMeters > 0) {
    const meters = words.metersText(redMeters);
    // Of the best way by that policy alone it is known that none with fewer metres was found.
    const isForced = plan.policy === 'keep-out-of-red' && chosen === answer.routes[0];
    return (
      <div className="border-l-4 border-danger bg-danger-soft px-3 py-2 font-bold text-danger">
        <p>{isForced ? say.mustCross(meters) : say.crosses(meters)}</p>
        <WalksInZones route={chosen} />
      </div>
    );
  }
  return (
    <div className="border-l-4 border-line-strong px-3 py-1 leading-normal">
      <p>
        <strong>{anyMeters > 0 ? say.noRed : say.noZone}</strong>{' '}
        <span className="text-14">{say.noZoneNote}</span>
      </p>
      <WalksInZones route={chosen} />
    </div>
  );
}

/** Roads may keep out of zones where the door at their end does not. */
function WalksInZones({ route }: { readonly route: WireRoute }) {
  const words = useWords();
  const say = useRouteWords();
  const walks = [
    ['start', say.result.walkTo, route.walkToRoad],
    ['end', say.result.walkFrom, route.walkFromRoad],
  ] as const;
  return walks.map(([end, text, walk]) => {
    const inZones = walkInZones(walk, words, say);
    if (inZones.length === 0) return null;
    return (
      <p key={end}>
        {say.result.ofIt([text(words.metersText(walk.lengthMeters)), ...inZones].join(words.dot))}
      </p>
    );
  });
}

function ShareButton() {
  const say = useRouteWords().result;
  const [text, setText] = useState<string | null>(null);
  const share = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setText(say.shared),
      () => setText(say.shareFailed),
    );
  return (
    <>
      <Button onPress={() => void share()}>{say.share}</Button>
      <span role="status" className="self-center text-14 text-ink-soft">
        {text}
      </span>
    </>
  );
}
