import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CutsAnswer } from '#contract/cut-off';
import { districtsQuery } from '../../api/queries.ts';
import { cutsQuery } from '../../api/routes.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { closeByHand } from './close-by-hand.ts';
import { roadNames, roadText } from './road-names.ts';
import type { RoutePlan } from './route-plan.ts';
import { showOnMap } from './show-on-map.ts';
import { useRouteWords } from './use-route-words.ts';

const PAGE = 20;
type Cut = CutsAnswer['cuts'][number];

/** Roads, bridges and junctions without a way round, by the people behind them. */
export function CutsSection(props: {
  readonly code: string;
  readonly profile: string;
  readonly plan: RoutePlan;
}) {
  const say = useRouteWords().cuts;
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={say.title} className="flex flex-col gap-2 p-4">
      <h3 className="text-16 font-bold">{say.title}</h3>
      <p className="text-14 leading-normal text-ink-soft">{say.intro}</p>
      <Button
        className="not-printed self-start"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? say.hide : say.show}
      </Button>
      {isOpen && <Cuts {...props} />}
    </section>
  );
}

function Cuts(props: {
  readonly code: string;
  readonly profile: string;
  readonly plan: RoutePlan;
}) {
  const say = useRouteWords().cuts;
  const [district, setDistrict] = useState('');
  const districts = useQuery(districtsQuery(props.code)).data?.districts ?? [];
  return (
    <>
      {districts.length > 1 && (
        <ChoiceField
          label={say.district}
          value={district}
          choices={[['', say.allDistricts], ...districts.map(({ name }) => [name, name] as const)]}
          onChange={setDistrict}
        />
      )}
      <CutList key={district} {...props} district={district === '' ? null : district} />
    </>
  );
}

function CutList(props: {
  readonly code: string;
  readonly profile: string;
  readonly plan: RoutePlan;
  readonly district: string | null;
}) {
  const { code, profile, district } = props;
  const say = useRouteWords().cuts;
  const [pages, setPages] = useState(1);
  const query = useQuery(cutsQuery(code, profile, district));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const answer = query.data;
  if (answer === undefined) return <SkeletonLines count={6} />;
  if (answer.cuts.length === 0) return <p>{say.none}</p>;
  const shown = answer.cuts.slice(0, PAGE * pages);
  const hidden = answer.cuts.length - shown.length;
  return (
    <>
      {district !== null && <p className="text-14">{say.ofDistrict(district)}</p>}
      <p className="number text-14">
        {say.found(formatNumber(shown.length), formatNumber(answer.found))}
      </p>
      <ol aria-label={say.title}>
        {shown.map((cut) => (
          <CutRow key={`${cut.kind} ${cut.id}`} cut={cut} plan={props.plan} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button className="not-printed self-start" onPress={() => setPages((now) => now + 1)}>
          {say.more(formatNumber(hidden))}
        </Button>
      )}
    </>
  );
}

function CutRow({ cut, plan }: { readonly cut: Cut; readonly plan: RoutePlan }) {
  const words = useWords();
  const say = useRouteWords();
  const kind = cut.kind === 'junction' ? 'junction' : cut.isBridge ? 'bridge' : 'road';
  const name = roadText(cut, words, say);
  const isClosed = plan.closedRoads.includes(cut.id);
  const toggle = () => {
    roadNames.set(new Map(roadNames.get()).set(cut.id, name));
    closeByHand(cut.id, name, say);
  };
  return (
    <li className="flex items-start gap-2 border-b border-line py-1">
      <button
        type="button"
        className="focus-inset min-h-11 min-w-0 flex-1 py-1 text-left leading-normal hover:bg-surface-soft"
        onClick={() => showOnMap(cut.line)}
      >
        <strong className="number">{say.cuts.behind(formatNumber(cut.people))}</strong>{' '}
        <span>
          {say.cuts[kind]}
          {words.dot}
          {name}
        </span>
        <span className="number block text-14 text-ink-soft">
          {[
            say.cuts.tier1(formatNumber(cut.tier1)),
            say.cuts.power(formatNumber(cut.needsPower)),
            ...(cut.redMeters > 0 ? [say.cuts.red(words.metersText(cut.redMeters))] : []),
          ].join(words.dot)}
        </span>
      </button>
      {cut.kind === 'road' && (
        <Button
          className="not-printed px-2 text-14"
          aria-label={isClosed ? say.closures.openOf(name) : say.closures.closeOf(name)}
          onPress={toggle}
        >
          {isClosed ? say.closures.open : say.closures.close}
        </Button>
      )}
    </li>
  );
}
