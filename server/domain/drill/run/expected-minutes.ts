import type { DrillContent } from '../content.ts';
import type { KeptTours } from '../tours/kept-tours.ts';

/** When people should be at their shelter, in minutes from the start: by the tours, else by their latest arrival. */
export function expectedMinutes(
  { people }: Pick<DrillContent, 'people'>,
  tours: KeptTours | null,
): Map<string, number> {
  // Tours may be older than the plan: who comes without them by now is not expected with them.
  const carried = new Set(people.filter(({ travel }) => travel === 'tour').map(({ id }) => id));
  const minutes = new Map(
    people.flatMap(({ id, latestArrivalMinute }) =>
      latestArrivalMinute === null ? [] : [[id, latestArrivalMinute] as const],
    ),
  );
  for (const { stops } of tours?.plan.tours ?? [])
    for (const { arrivalSeconds, droppedOff } of stops)
      for (const id of droppedOff)
        if (carried.has(id)) minutes.set(id, Math.round(arrivalSeconds / 6) / 10);
  return minutes;
}
