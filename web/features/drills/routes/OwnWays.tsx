import type { DrillView } from '#contract/drill';
import type { DrillRoutes } from '#contract/drill-routes';
import { bboxOf } from '#domain/geo/bbox';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { FigureTable } from '../FigureTable.tsx';
import { changeDrillsView, useDrillsView } from '../use-drills-view.ts';
import { conditions } from './conditions.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';
import type { useDrillWays } from './use-ways.ts';
import { waysOf } from './way-rows.ts';

/** Ways of those who come by themselves: of the drill, others to practise, and the plan's beside them. */
export function OwnWays(props: {
  readonly view: DrillView;
  readonly ways: ReturnType<typeof useDrillWays>;
}) {
  const { view, ways } = props;
  const say = useDrillRoutesWords().own;
  const { routes, goesAlone, chosen } = ways;
  return (
    <PanelSection title={say.title}>
      {!goesAlone ? (
        <p>{say.none}</p>
      ) : (
        <>
          <Checkbox
            label={say.alternatives}
            isChecked={chosen.alternatives}
            onChange={(alternatives) => conditions.set({ ...conditions.get(), alternatives })}
          />
          {routes.data !== undefined ? (
            routes.data.routes.map((route) => (
              <Ways
                key={route.personId}
                route={route}
                name={view.content.people.find(({ id }) => id === route.personId)?.name ?? ''}
              />
            ))
          ) : routes.isError ? (
            <LoadError error={routes.error} onRetry={() => void routes.refetch()} />
          ) : (
            <SkeletonLines count={6} />
          )}
        </>
      )}
    </PanelSection>
  );
}

function Ways(props: { readonly route: DrillRoutes['routes'][number]; readonly name: string }) {
  const { route, name } = props;
  const words = useWords();
  const say = useDrillRoutesWords();
  const isPicked = useDrillsView().picked === route.personId;
  const rows = waysOf(route);
  const nameOf = (kind: 'drill' | 'variant' | 'plan', number: number) =>
    kind === 'plan'
      ? say.own.plan
      : kind === 'drill'
        ? say.own.best
        : say.own.variant(String(number));
  const meters = (value: number | null) =>
    value === null ? say.own.noValue : words.metersText(Math.round(value));
  const show = () => {
    changeDrillsView({ picked: isPicked ? null : route.personId }, 'replace');
    const [first] = rows;
    if (!isPicked && first !== undefined && first.line.length > 1) askToLookAt(bboxOf(first.line));
  };
  return (
    <section
      aria-label={name}
      data-way={route.personId}
      className={`rounded-8 border p-2 ${isPicked ? 'border-2 border-action' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">{name}</h4>
        {rows.length > 0 && (
          <Button className="px-3 text-14" aria-pressed={isPicked} onPress={show}>
            {say.tours.show(name)}
          </Button>
        )}
      </div>
      {route.problem !== null && (
        <p className="font-bold text-error">{words.pick(route.problem.message)}</p>
      )}
      {rows.length > 0 && (
        <FigureTable
          label={name}
          heads={[
            say.own.way,
            say.own.length,
            say.own.duration,
            say.own.red,
            say.own.unknown,
            say.own.shared,
          ]}
          rows={rows.map((row) => ({
            id: row.key,
            name: nameOf(row.kind, row.number),
            cells: [
              meters(row.lengthMeters),
              say.own.minutes(formatNumber(Math.round(row.durationSeconds / 60))),
              meters(row.redMeters),
              meters(row.unknownMeters),
              meters(row.sharedMeters),
            ],
          }))}
        />
      )}
      {route.plan === null ? (
        <p className="text-14 text-ink-soft">{say.own.noPlan}</p>
      ) : (
        route.plan.closedRoads.length > 0 && (
          <p className="text-14 font-bold text-caution">
            {say.own.closedOnPlan(
              route.plan.closedRoads.map((road) => road.name ?? say.road).join(words.comma),
            )}
          </p>
        )
      )}
    </section>
  );
}
