import type { DrillTour } from '#contract/drill-routes';

type Vehicle = DrillTour['vehicles'][number];

/** How long somebody is in the vehicle. */
export interface Ride {
  readonly personId: string;
  /** When the vehicle leaves with them, and when it is at their shelter. */
  readonly onMinute: number;
  readonly offMinute: number;
}

/** Everybody whom a vehicle brings, the longest on board first. */
export function ridesOf({ stops }: Pick<Vehicle, 'stops'>): Ride[] {
  const on = new Map(
    stops.flatMap(({ pickedUp, departureMinute }) =>
      pickedUp.map((id) => [id, departureMinute] as const),
    ),
  );
  const rides = stops.flatMap(({ droppedOff, arrivalMinute }) =>
    droppedOff.flatMap((personId): Ride[] => {
      const onMinute = on.get(personId);
      return onMinute === undefined ? [] : [{ personId, onMinute, offMinute: arrivalMinute }];
    }),
  );
  const length = ({ onMinute, offMinute }: Ride) => offMinute - onMinute;
  return rides.sort((a, b) => length(b) - length(a));
}

/** Where closures make a tour late. */
export interface Delay {
  readonly vehicleId: string;
  readonly vehicle: string;
  readonly from: string;
  readonly to: string;
  /** null: there is no way any more. */
  readonly seconds: number | null;
  readonly roads: Vehicle['stops'][number]['delayedBy'];
}

/** Less is what the figures of ways round off. */
const LEAST_SECONDS = 30;

export const isLate = ({
  laterBySeconds,
  delayedBy,
}: Pick<Vehicle['stops'][number], 'laterBySeconds' | 'delayedBy'>): boolean =>
  laterBySeconds === null ? delayedBy.length > 0 : laterBySeconds >= LEAST_SECONDS;

/** All of them, where there is no way any more first, then the longest. */
export function delaysOf(vehicles: readonly Vehicle[]): Delay[] {
  const delays = vehicles.flatMap(({ vehicleId, label: vehicle, stops }) =>
    stops.flatMap((stop, at): Delay[] =>
      at === 0 || !isLate(stop)
        ? []
        : [
            {
              ...{ vehicleId, vehicle, from: stops[at - 1]!.label, to: stop.label },
              ...{ seconds: stop.laterBySeconds, roads: stop.delayedBy },
            },
          ],
    ),
  );
  const rank = ({ seconds }: Delay) => seconds ?? Number.POSITIVE_INFINITY;
  return delays.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
