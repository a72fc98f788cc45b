import type { DrillTour } from '#contract/drill-routes';
import { bboxOf } from '#domain/geo/bbox';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { Button } from '../../../ui/Button.tsx';
import { changeDrillsView, useDrillsView } from '../use-drills-view.ts';
import { isLate, ridesOf } from './rides.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';

type Vehicle = DrillTour['vehicles'][number];

/** The stops of one vehicle from first to last. */
export function TourTable(props: {
  readonly vehicle: Vehicle;
  readonly nameOf: (personId: string) => string;
  readonly clock: (minute: number) => string;
  readonly red: (meters: number | null) => string;
}) {
  const { vehicle, nameOf, clock } = props;
  const words = useWords();
  const say = useDrillRoutesWords().tours;
  const isPicked = useDrillsView().picked === vehicle.vehicleId;
  const names = (ids: readonly string[]) => ids.map(nameOf).join(words.comma);
  const show = () => {
    changeDrillsView({ picked: isPicked ? null : vehicle.vehicleId }, 'replace');
    const places = vehicle.stops.flatMap(({ position, leg }) => [
      ...(position === null ? [] : [position]),
      ...(leg?.line ?? []),
    ]);
    if (!isPicked && places.length > 1) askToLookAt(bboxOf(places));
  };
  return (
    <section
      aria-label={say.vehicle(vehicle.label)}
      data-vehicle={vehicle.vehicleId}
      className={`rounded-8 border p-2 ${isPicked ? 'border-2 border-action' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">{vehicle.label}</h4>
        <span className="number text-14">{props.red(vehicle.redMeters)}</span>
        {vehicle.stops.length > 0 && (
          <Button
            className="px-3 text-14"
            aria-pressed={isPicked}
            aria-label={say.show(vehicle.label)}
            onPress={show}
          >
            {say.show(vehicle.label)}
          </Button>
        )}
      </div>
      {vehicle.stops.length === 0 ? (
        <p data-unused>
          {vehicle.unused === null ? say.notNeeded : words.pick(vehicle.unused.message)}
        </p>
      ) : (
        <table className="w-full text-14" aria-label={say.vehicle(vehicle.label)}>
          <thead>
            <tr className="border-b border-line-strong text-left">
              {['#', say.place, say.arrival, say.departure, say.people, say.load].map((head) => (
                <th key={head} scope="col" className="py-0.5 pr-2">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {vehicle.stops.map((stop, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a vehicle may come to one place twice
              <tr key={at} className="border-b border-line align-top">
                <td className="number pr-2">{at + 1}</td>
                <th scope="row" className="pr-2 text-left font-normal">
                  {stop.label}
                  {stop.problem !== null && (
                    <strong className="block text-error">{words.pick(stop.problem.message)}</strong>
                  )}
                  {isLate(stop) && (
                    <strong className="block text-caution">
                      {stop.laterBySeconds === null
                        ? say.noWay
                        : say.later(
                            formatNumber(Math.max(1, Math.round(stop.laterBySeconds / 60))),
                          )}
                    </strong>
                  )}
                </th>
                <td className="number pr-2">{clock(stop.arrivalMinute)}</td>
                <td className="number pr-2">{clock(stop.departureMinute)}</td>
                <td className="pr-2">
                  {[
                    ...(stop.pickedUp.length > 0 ? [say.on(names(stop.pickedUp))] : []),
                    ...(stop.droppedOff.length > 0 ? [say.off(names(stop.droppedOff))] : []),
                  ].join(words.dot)}
                </td>
                <td className="number">
                  {formatNumber(stop.seatsTaken)}, {formatNumber(stop.wheelchairPlacesTaken)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rides {...{ vehicle, nameOf, clock }} />
    </section>
  );
}

/** How long each is in the vehicle, the longest first. */
function Rides(props: {
  readonly vehicle: Vehicle;
  readonly nameOf: (personId: string) => string;
  readonly clock: (minute: number) => string;
}) {
  const say = useDrillRoutesWords().tours;
  const rides = ridesOf(props.vehicle);
  if (rides.length === 0) return null;
  return (
    <table className="mt-2 w-full text-14" aria-label={say.ridesOf(props.vehicle.label)}>
      <thead>
        <tr className="border-b border-line-strong text-left">
          {[say.rider, say.boards, say.alights, say.onBoard].map((head) => (
            <th key={head} scope="col" className="py-0.5 pr-2">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rides.map(({ personId, onMinute, offMinute }) => (
          <tr key={personId} className="border-b border-line" data-ride={personId}>
            <th scope="row" className="pr-2 text-left font-normal">
              {props.nameOf(personId)}
            </th>
            <td className="number pr-2">{props.clock(onMinute)}</td>
            <td className="number pr-2">{props.clock(offMinute)}</td>
            <td className="number">
              {say.minutes(formatNumber(Math.round(offMinute - onMinute)))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
