import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { DrillEvaluationOnWire } from '#contract/drill-after';
import { ApiError } from '../../../api/client.ts';
import { drillEvaluationQuery } from '../../../api/drill-after.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { EmptyState } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { noticeTexts } from '../run/run-text.ts';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { Bottlenecks } from './Bottlenecks.tsx';
import { Comparison } from './Comparison.tsx';
import { Findings } from './Findings.tsx';
import type { FindingSeed } from './finding-seed.ts';
import { PlannedActual } from './PlannedActual.tsx';
import { useAfterWords } from './use-after-words.ts';

/** What was planned against what happened, what held it up, and what is to be changed. */
export default function AfterTab({
  code,
  view,
}: {
  readonly code: string;
  readonly view: DrillView;
}) {
  const say = useAfterWords();
  const { tabs } = useDrillWords();
  const query = useQuery(drillEvaluationQuery(code, view.id));
  const [seed, setSeed] = useState<FindingSeed | null>(null);
  const isNotBegun =
    query.error instanceof ApiError && query.error.problem?.code === 'drill.not-begun';
  return (
    <Scrolled label={tabs.after} className="divide-y divide-line">
      {query.data !== undefined ? (
        <Evaluated view={view} evaluated={query.data} onSeed={setSeed} />
      ) : isNotBegun ? (
        <EmptyState title={say.notYet} text={say.notYetText}>
          <Button variant="primary" onPress={() => changeDrillsView({ tab: 'run' })}>
            {say.toRun}
          </Button>
        </EmptyState>
      ) : query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines count={12} className="p-6" />
      )}
      {!isNotBegun && (
        <Findings code={code} view={view} seed={seed} onSeedTaken={() => setSeed(null)} />
      )}
    </Scrolled>
  );
}

function Evaluated(props: {
  readonly view: DrillView;
  readonly evaluated: DrillEvaluationOnWire;
  readonly onSeed: (seed: FindingSeed) => void;
}) {
  const { view, evaluated } = props;
  const words = useWords();
  const say = useAfterWords();
  const { evaluation, comparison, people, notices } = evaluated;
  const { actualMinutes, plannedMinutes } = evaluation;
  const { changeSinceLast } = comparison.totalMinutes;
  const number = formatNumber;
  return (
    <>
      <PanelSection title={view.title}>
        <p className="number text-20 font-bold" data-actual={actualMinutes ?? 'unknown'}>
          {actualMinutes === null
            ? say.noTotal(number(plannedMinutes))
            : say.total(number(actualMinutes), number(plannedMinutes))}
        </p>
        {changeSinceLast !== null && <p>{say.sinceLast(differenceText(changeSinceLast, say))}</p>}
        <p className="number">
          <strong>{say.people.title}</strong>{' '}
          {[
            say.people.expected(number(people.expected)),
            say.people.arrived(number(people.arrived)),
            say.people.notComing(number(people.notComing)),
            say.people.missing(number(people.missing)),
            say.people.unexpected(number(people.unexpected)),
          ].join(words.dot)}
        </p>
      </PanelSection>
      <PlannedActual content={view.content} evaluation={evaluation} />
      <Bottlenecks content={view.content} evaluation={evaluation} onSeed={props.onSeed} />
      <Comparison content={view.content} evaluated={evaluated} />
      {notices.length > 0 && (
        <PanelSection title={say.notices}>
          <ul className="list-disc pl-5">
            {noticeTexts(notices, words.pick).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  );
}

export function differenceText(
  minutes: number,
  say: Pick<ReturnType<typeof useAfterWords>, 'longer' | 'shorter' | 'same'>,
): string {
  if (minutes === 0) return say.same;
  const length = formatNumber(Math.abs(minutes));
  return minutes > 0 ? say.longer(length) : say.shorter(length);
}
