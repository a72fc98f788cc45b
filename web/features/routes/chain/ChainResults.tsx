import type { RouteOptions } from '#contract/route';
import type { WholeChain } from '#contract/whole-chain';
import { useWords } from '../../../i18n/use-words.ts';
import { orderPrint } from '../../../state/print-order.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { ClosedSummary } from '../ClosedSummary.tsx';
import { DataDates } from '../DataDates.tsx';
import { RouteDetail } from '../RouteDetail.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { useRouteWords } from '../use-route-words.ts';
import { ChainPlaces } from './ChainPlaces.tsx';
import { ChainWays } from './ChainWays.tsx';
import { FindingList } from './FindingList.tsx';
import { Meetings } from './Meetings.tsx';
import { useChainWords } from './use-chain-words.ts';

interface ChainResultsProps {
  readonly chain: WholeChain;
  readonly shown: WholeChain['ways'][number] | undefined;
  /** A newer question is being answered. */
  readonly isOld: boolean;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}

/** What was found, worst first; then what it rests on: places, meetings, ways, dates. */
export function ChainResults({ chain, shown, isOld, plan, options }: ChainResultsProps) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = useChainWords();
  const label = options.profiles.find(({ id }) => id === chain.profile.id)?.label;
  const profile = label === undefined ? chain.profile.id : words.pick(label);
  const { because } = chain.profile;
  const dated = (date: string | null) =>
    date === null ? routeWords.result.undated : routeWords.result.asOf(words.date(date));
  return (
    <section
      aria-label={say.title}
      aria-busy={isOld}
      className={`flex flex-col gap-5 p-4 ${isOld ? 'opacity-60' : ''}`}
    >
      <div className="flex flex-col gap-1">
        <h3 className="text-18 font-bold">{say.of(chain.resident.name)}</h3>
        <p className="text-14">
          {because === null ? say.asked(profile) : say.because(profile, words.pick(because))}
        </p>
        <p role="status" className="sr-only">
          {isOld ? say.waiting : ''}
        </p>
      </div>
      <Worst chain={chain} />
      <FindingList chain={chain} />
      <div className="not-printed">
        <Button onPress={orderPrint}>{routeWords.result.print}</Button>
      </div>
      <ChainPlaces chain={chain} />
      <Meetings chain={chain} />
      <ChainWays chain={chain} shown={shown} options={options} />
      <ClosedSummary plan={plan} total={chain.closed.roads} />
      {chain.closed.unknownIds.length > 0 && (
        <Caution>{routeWords.closures.unknownIds(String(chain.closed.unknownIds.length))}</Caution>
      )}
      {chain.onSite.roads.length > 0 && (
        <p className="text-14">{say.onSite(String(chain.onSite.roads.length))}</p>
      )}
      <div>
        <DataDates data={chain.data} />
        <p className="text-14 leading-normal text-ink-soft">
          {say.roster(dated(chain.data.roster))}
          {chain.destination !== null && (
            <>
              {words.dot}
              {say.shelters(dated(chain.destination.datasetAsOf))}
            </>
          )}
        </p>
        <p className="text-14 leading-normal">{say.paper}</p>
      </div>
      {shown !== undefined && shown.route !== null && (
        <div className="flex flex-col gap-3">
          <h4 className="font-bold">{say.shown(words.pick(shown.label))}</h4>
          <RouteDetail route={shown.route} />
        </div>
      )}
    </section>
  );
}

/** The gravest of it in one sentence; where nothing grave was found, that this is no promise. */
function Worst({ chain }: { readonly chain: WholeChain }) {
  const words = useWords();
  const say = useChainWords();
  const [worst] = chain.findings;
  if (worst === undefined || worst.gravity === 'note')
    return <p className="border-l-4 border-line-strong px-3 py-1 leading-normal">{say.nothing}</p>;
  return (
    <p
      className={`border-l-4 px-3 py-2 font-bold ${
        worst.gravity === 'danger'
          ? 'border-danger bg-danger-soft text-danger'
          : 'border-caution-line bg-caution-soft text-caution'
      }`}
    >
      {say.worst(words.pick(worst))}
    </p>
  );
}
