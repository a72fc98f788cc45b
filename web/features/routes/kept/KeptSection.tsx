import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ClosureScenario, ClosureScenarioHead } from '#contract/closure-scenario';
import { useMay } from '../../../api/access.ts';
import {
  closureScenarioQuery,
  closureScenariosKey,
  closureScenariosQuery,
  removeClosureScenario,
  restoreClosureScenario,
} from '../../../api/closure-scenarios.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { hasClosures, type RoutePlan } from '../route-plan.ts';
import { changePlan } from '../use-plan.ts';
import { KeepForm } from './KeepForm.tsx';
import { NOTHING_KEPT } from './kept-plan.ts';
import { fillIn, isToFill, openKept } from './open-kept.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Closures that were kept: opened, saved, deleted. */
export function KeptSection({ code, plan }: { readonly code: string; readonly plan: RoutePlan }) {
  const say = useKeptWords();
  const may = useMay();
  const list = useQuery(closureScenariosQuery(code));
  const openId = plan.kept.open;
  const opened = useQuery({
    ...closureScenarioQuery(code, openId ?? ''),
    enabled: openId !== null,
  });
  const scenario = openId === null ? undefined : opened.data;
  useFilledPlan(plan, scenario);
  const scenarios = list.data?.scenarios;
  return (
    <section aria-label={say.title} className="not-printed flex flex-col gap-2">
      <h3 className="text-16 font-bold">{say.title}</h3>
      {scenarios === undefined ? (
        list.isError ? (
          <LoadError error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <SkeletonLines count={2} />
        )
      ) : scenarios.length === 0 ? (
        <p className="text-14 leading-normal text-ink-soft">{say.none}</p>
      ) : (
        <ul className="max-h-72 overflow-y-auto">
          {scenarios.map((one) => (
            <KeptRow key={one.id} code={code} head={one} isOpen={one.id === openId} />
          ))}
        </ul>
      )}
      {opened.isError && openId !== null && (
        <LoadError error={opened.error} onRetry={() => void opened.refetch()} />
      )}
      {scenario !== undefined && <Found scenario={scenario} />}
      {may('closures.change') && hasClosures(plan) && (
        <KeepForm code={code} plan={plan} scenario={scenario} />
      )}
    </section>
  );
}

/** Fills in what a link names, once: whoever opens all roads afterwards has nothing closed. */
function useFilledPlan(plan: RoutePlan, scenario: ClosureScenario | undefined) {
  const filled = useRef<string | null>(null);
  const isMissing = isToFill(plan);
  useEffect(() => {
    if (scenario === undefined || filled.current === scenario.id) return;
    filled.current = scenario.id;
    if (isMissing) fillIn(scenario);
  }, [scenario, isMissing]);
}

function KeptRow(props: {
  readonly code: string;
  readonly head: ClosureScenarioHead;
  readonly isOpen: boolean;
}) {
  const { code, head, isOpen } = props;
  const words = useWords();
  const say = useKeptWords();
  const may = useMay();
  const client = useQueryClient();
  const [hasFailed, setFailed] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: closureScenariosKey(code) });
  const open = async () => {
    if (isOpen) changePlan({ kept: NOTHING_KEPT });
    else openKept(await client.fetchQuery(closureScenarioQuery(code, head.id)));
  };
  const remove = async () => {
    // Closed first: what is open is asked for anew with every change, and it is about to be gone.
    if (isOpen) changePlan({ kept: NOTHING_KEPT });
    await removeClosureScenario(code, head.id);
    await refresh();
    offerUndo({
      text: say.removed(head.name),
      undo: async () => {
        await restoreClosureScenario(code, head.id);
        await refresh();
      },
    });
  };
  const trying = (work: () => Promise<void>) => {
    setFailed(false);
    return work().catch(() => setFailed(true));
  };
  return (
    <li
      className={`flex flex-wrap items-center gap-1 border-b border-line ${isOpen ? 'bg-action-soft' : ''}`}
    >
      <p className="min-w-0 flex-1 px-1 py-1.5 leading-normal break-words">
        <strong>{head.name}</strong>
        {isOpen && <span className="ml-2 text-14 text-action">{say.isOpen}</span>}
        <span className="block text-14 text-ink-soft">
          {[
            ...(head.roadCount > 0 ? [say.roads(String(head.roadCount))] : []),
            ...(head.closedPhenomena.length > 0
              ? [
                  say.phenomena(
                    head.closedPhenomena
                      .map((one) => words.terms.phenomenon[one])
                      .join(words.comma),
                  ),
                ]
              : []),
            ...(head.hasArea ? [say.area] : []),
            say.meta(head.updatedBy, words.moment(head.updatedAt)),
          ].join(words.dot)}
        </span>
        {head.note !== '' && <span className="block text-14">{head.note}</span>}
      </p>
      <Button
        variant="quiet"
        className="px-2 text-14"
        aria-label={isOpen ? say.closeOf(head.name) : say.openOf(head.name)}
        onPress={() => void trying(open)}
      >
        {isOpen ? say.close : say.open}
      </Button>
      {may('closures.change') && (
        <Button
          variant="quiet"
          className="px-2 text-14"
          aria-label={say.removeOf(head.name)}
          onPress={() => void trying(remove)}
        >
          {say.remove}
        </Button>
      )}
      {hasFailed && (
        <p role="alert" className="basis-full pb-1 text-14 text-error">
          {say.notDone}
        </p>
      )}
    </li>
  );
}

/** Roads of the set that are not where they were. */
function Found({ scenario: { roads } }: { readonly scenario: ClosureScenario }) {
  const say = useKeptWords();
  const lost = roads.filter(({ roadId }) => roadId === null).length;
  const moved = roads.filter(({ found }) => found === 'place').length;
  return (
    <>
      {lost > 0 && <Caution>{say.lost(String(lost))}</Caution>}
      {moved > 0 && <Caution>{say.moved(String(moved))}</Caution>}
    </>
  );
}
