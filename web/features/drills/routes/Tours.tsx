import { useMutation } from '@tanstack/react-query';
import type { DrillView } from '#contract/drill';
import { useMay } from '../../../api/access.ts';
import { ApiError } from '../../../api/client.ts';
import { startTours } from '../../../api/drill-routes.ts';
import { useAccount } from '../../../api/session.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { isDirty } from '../plan/draft.ts';
import { keyOf, useDrafts } from '../plan/drafts.ts';
import { clockAt } from '../time-axis.ts';
import { changeDrillsView, useDrillsView } from '../use-drills-view.ts';
import { Delays } from './Delays.tsx';
import { delaysOf } from './rides.ts';
import { TourJob } from './TourJob.tsx';
import { TourTable } from './TourTable.tsx';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';
import type { useDrillWays } from './use-ways.ts';

/** Who is picked up by which vehicle in which order, and who is not and why. */
export function Tours(props: {
  readonly code: string;
  readonly view: DrillView;
  readonly ways: ReturnType<typeof useDrillWays>;
}) {
  const { code, view, ways } = props;
  const words = useWords();
  const say = useDrillRoutesWords().tours;
  const may = useMay();
  const { job } = useDrillsView();
  const { policy, chosen, head, tour } = ways;
  const start = useMutation({
    mutationFn: () => startTours(code, view.id, { policy: policy ?? '', minute: chosen.minute }),
    onSuccess: ({ id }) => changeDrillsView({ job: id, picked: null }, 'replace'),
  });
  const isBusy = start.error instanceof ApiError && start.error.status === 409;
  const account = useAccount()?.id ?? '';
  const draft = useDrafts().get(keyOf({ account, code, drillId: view.id }));
  const riders = view.content.people.filter(({ travel }) => travel === 'tour');
  const missing =
    riders.length === 0 ? say.nobody : view.content.vehicles.length === 0 ? say.noVehicle : null;
  const nameOf = (id: string) => view.content.people.find((one) => one.id === id)?.name ?? id;
  const red = (meters: number | null) =>
    meters === null ? say.redUnknown : say.red(words.metersText(Math.round(meters)));
  const clock = (minute: number) =>
    clockAt(view.content.startTime, minute) ?? `+${formatNumber(Math.round(minute))}`;
  if (job !== null)
    return (
      <PanelSection title={say.title}>
        <TourJob key={job} code={code} drillId={view.id} id={job} />
      </PanelSection>
    );
  return (
    <PanelSection title={say.title}>
      {head === undefined && missing === null && <p>{say.none}</p>}
      {missing !== null && (
        <>
          <p>{missing}</p>
          <Button
            className="self-start"
            onPress={() => changeDrillsView({ tab: 'plan', part: 'people' })}
          >
            {say.toPeople}
          </Button>
        </>
      )}
      {draft !== undefined && isDirty(draft) && <Caution>{say.unsaved}</Caution>}
      {missing === null && may('drills.plan') && (
        <Button
          variant={head === undefined ? 'primary' : 'outline'}
          className="self-start"
          isDisabled={policy === null || start.isPending}
          onPress={() => start.mutate()}
        >
          {head === undefined ? say.make : say.again}
        </Button>
      )}
      {isBusy ? <p role="alert">{say.busy}</p> : <Refusal error={start.error} />}
      {head !== undefined && (
        <>
          {head.drillVersion < view.version && <Caution>{say.outdated}</Caution>}
          <p className="number font-bold" data-served={head.served}>
            {say.summary(
              formatNumber(head.served),
              formatNumber(head.unserved),
              formatNumber(Math.round(head.driveSeconds / 60)),
            )}
          </p>
          <p className="number text-14">
            {[
              ...(head.lastArrivalMinute === null ? [] : [say.last(clock(head.lastArrivalMinute))]),
              red(head.redMeters),
              say.made(words.moment(head.madeAt), head.madeBy),
            ].join(words.dot)}
          </p>
        </>
      )}
      {head !== undefined &&
        (tour.data !== undefined ? (
          <>
            {tour.data.unservedPeople.length > 0 && (
              <section aria-label={say.unserved}>
                <h4 className="font-bold">{say.unserved}</h4>
                <ul className="list-disc pl-5">
                  {tour.data.unservedPeople.map(({ personId, reason }) => (
                    <li key={personId} data-unserved={personId}>
                      {nameOf(personId)}: {words.pick(reason.message)}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Delays delays={delaysOf(tour.data.vehicles)} />
            {tour.data.vehicles.map((vehicle) => (
              <TourTable key={vehicle.vehicleId} {...{ vehicle, nameOf, clock, red }} />
            ))}
          </>
        ) : tour.isError ? (
          <LoadError error={tour.error} onRetry={() => void tour.refetch()} />
        ) : (
          <SkeletonLines count={6} />
        ))}
    </PanelSection>
  );
}
