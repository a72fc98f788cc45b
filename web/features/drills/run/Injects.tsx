import { useMay } from '../../../api/access.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { changeDrillsView } from '../use-drills-view.ts';
import { clockText } from './run-text.ts';
import { type Run, useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

type Inject = Run['state']['injects'][number];

/** What has become known so far, the newest first; what is not told yet stands out. */
export function Injects() {
  const say = useRunWords().injects;
  const { state, run, minute, write } = useRun();
  const may = useMay();
  const known = new Set(state.injects.map(({ id }) => id));
  const next = run.content.scenario.injects
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => a.minute - b.minute)
    .at(0);
  const isOpen = state.endedMillis === null;
  // The steps have to stay in sight: of what was told the last one does.
  const newest = state.injects.toReversed();
  const last = newest.find(({ toldMillis }) => toldMillis !== null);
  const isShown = (one: Inject) => one.toldMillis === null || one === last;
  const shown = newest.filter(isShown);
  const former = newest.filter((one) => !isShown(one));
  if (run.content.scenario.injects.length === 0) return null;
  return (
    <section aria-label={say.title} className="flex flex-col gap-2 px-4 pt-2">
      <ul aria-live="polite" className="flex flex-col gap-2">
        {shown.map((inject) => (
          <InjectCard key={inject.id} inject={inject} />
        ))}
      </ul>
      {former.length > 0 && (
        <details>
          <summary className="flex min-h-12 cursor-pointer items-center text-14 font-bold">
            {say.former(formatNumber(former.length))}
          </summary>
          <ul className="flex flex-col gap-2">
            {former.map((inject) => (
              <InjectCard key={inject.id} inject={inject} />
            ))}
          </ul>
        </details>
      )}
      {isOpen && may('drills.plan') && (
        <p className="flex flex-wrap items-center gap-2 text-14">
          {next === undefined ? (
            say.none
          ) : (
            <>
              {say.next(formatNumber(Math.max(0, Math.ceil(next.minute - (minute ?? 0)))))}
              <Button
                className="min-h-12 text-14"
                onPress={() => write({ kind: 'inject', injectId: next.id }, say.toldNow)}
              >
                {say.early}
              </Button>
            </>
          )}
        </p>
      )}
    </section>
  );
}

function InjectCard({ inject }: { readonly inject: Inject }) {
  const words = useWords();
  const say = useRunWords().injects;
  const { run, write, state } = useRun();
  const { change } = inject;
  const isTold = inject.toldMillis !== null;
  const roleOf = (id: string) => {
    const role = run.content.manual.roles.find((one) => one.id === id);
    return role === undefined ? id : words.pick(role.label);
  };
  const effect =
    change.kind === 'road-closed'
      ? say.roads(change.roads.map(({ name }) => name ?? say.road).join(words.comma))
      : change.kind === 'power-cut'
        ? say.powerCut
        : change.kind === 'power-back'
          ? say.powerBack
          : change.kind === 'staff-missing'
            ? say.staff(roleOf(change.roleId), formatNumber(change.missing))
            : null;
  return (
    <li
      data-inject={inject.id}
      className={`flex flex-wrap items-center gap-3 rounded-8 border-2 p-2 ${
        isTold ? 'border-line' : 'border-caution-line bg-caution-soft'
      }`}
    >
      <div className="min-w-56 flex-1">
        <p className="flex items-center gap-2 text-14">
          {!isTold && <Icon name="warning" className="size-5 text-caution" />}
          <span className="number">{say.at(formatNumber(inject.minute))}</span>
          {inject.toldMillis !== null && (
            <span className="number">{say.told(clockText(inject.toldMillis))}</span>
          )}
        </p>
        <p className={isTold ? '' : 'text-18 font-bold'}>{inject.text}</p>
        {effect !== null && <p className="text-14">{effect}</p>}
      </div>
      {change.kind === 'road-closed' && (
        <Button className="min-h-12" onPress={() => changeDrillsView({ tab: 'routes' })}>
          {say.routes}
        </Button>
      )}
      {!isTold && run.mayRun && state.endedMillis === null && (
        <Button
          variant="primary"
          className="min-h-12"
          aria-label={say.tellOf(inject.text)}
          onPress={() => write({ kind: 'inject', injectId: inject.id }, say.toldNow)}
        >
          {say.tell}
        </Button>
      )}
    </li>
  );
}
