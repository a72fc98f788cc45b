import type { Result } from '#domain/problem';
import type { Route } from '../route/route.ts';

/** Where a resident and a supporter meet, and what both ways of it come to. */
export interface Meeting {
  /** null: neither is possible over roads that can be gone. */
  readonly better: 'at-home' | 'at-supporter' | null;
  readonly atHome: MeetingCost | null;
  readonly atSupporter: MeetingCost | null;
}

/** Both parts one after the other, with the walks to and from the roads. */
export interface MeetingCost {
  readonly redMeters: number;
  readonly seconds: number;
}

/** What is measured apart by less is the same: a metre of red is within the error of a position. */
const SAME_RED_METERS = 1;

/**
 * The better of two ways to meet: fewer metres in red zones first, then less time; the home where both
 * are alike, as who needs help is not sent out alone without a reason.
 */
export function chooseMeeting(
  atHome: readonly Result<Route>[],
  atSupporter: readonly Result<Route>[],
): Meeting {
  const [home, supporter] = [costOf(atHome), costOf(atSupporter)];
  return { better: betterOf(home, supporter), atHome: home, atSupporter: supporter };
}

function betterOf(home: MeetingCost | null, supporter: MeetingCost | null): Meeting['better'] {
  if (supporter === null) return home === null ? null : 'at-home';
  if (home === null) return 'at-supporter';
  const moreRed = home.redMeters - supporter.redMeters;
  if (Math.abs(moreRed) > SAME_RED_METERS) return moreRed > 0 ? 'at-supporter' : 'at-home';
  return supporter.seconds < home.seconds ? 'at-supporter' : 'at-home';
}

function costOf(ways: readonly Result<Route>[]): MeetingCost | null {
  let [redMeters, seconds] = [0, 0];
  for (const way of ways) {
    if (!way.ok) return null;
    const { exposure, durationSeconds, walkToRoad, walkFromRoad } = way.value;
    redMeters += exposure.redMeters;
    seconds += durationSeconds + walkToRoad.durationSeconds + walkFromRoad.durationSeconds;
  }
  return { redMeters, seconds };
}
