import { distanceMeters } from '../../geo/distance.ts';
import { isSame } from '../same.ts';
import { destinationFindings } from './destination-findings.ts';
import type { ReviewFinding } from './finding.ts';
import { type Interval, intervalFindings } from './interval.ts';
import { roadFindings } from './road-findings.ts';
import type { LngLat, PlanTruth, RouteTruth } from './truth.ts';
import { careInWords, placeInWords, routeInWords, words } from './words.ts';
import { changeOf, zoneFindings } from './zone-findings.ts';

/** A position nearer than this to the former one is the same place, put on the map anew. */
export const MOVED_METERS = 20;

/**
 * What is no longer as it was when the plan was confirmed. Nothing changed = nothing found; each change
 * gives its own reason and no other. Zones count by kind and not by id: the same zone under another id,
 * as a new file may bring it, is no change.
 */
export function reviewPlan(
  basis: PlanTruth,
  now: PlanTruth,
  interval: Interval,
): readonly ReviewFinding[] {
  return [
    ...homeFindings(basis, now),
    ...routeFindings(basis, now),
    ...supporterFindings(basis, now),
    ...destinationFindings(basis, now),
    ...roadFindings(basis, now),
    ...intervalFindings(interval),
  ];
}

function homeFindings(basis: PlanTruth, now: PlanTruth): ReviewFinding[] {
  const found = zoneFindings('zones-at-home', HOME, basis, now, basis.home.zones, now.home.zones);
  const { roster: fromDate } = basis.dates;
  const toDate = now.dates.roster;
  if (basis.careLevel !== now.careLevel)
    found.push({
      ...{ reason: 'care-level-changed', what: CARE, change: 'other', fromDate, toDate },
      ...{ from: careInWords(basis.careLevel), to: careInWords(now.careLevel) },
    });
  if (isMoved(basis.home, now.home))
    found.push({
      ...{ reason: 'address-changed', what: HOME, change: 'other', fromDate, toDate },
      from: placeInWords(basis.home.address, basis.home.position),
      to: placeInWords(now.home.address, now.home.position),
    });
  return found;
}

function supporterFindings(basis: PlanTruth, now: PlanTruth): ReviewFinding[] {
  const { roster: fromDate } = basis.dates;
  const dates = { fromDate, toDate: now.dates.roster };
  return basis.supporters.flatMap((before): ReviewFinding[] => {
    const after = now.supporters.find(({ id }) => id === before.id);
    if (after === undefined) return [];
    const what = words(`支援者「${before.name}」`, `Supporter ${before.name}`);
    const found = zoneFindings('zones-at-supporter', what, basis, now, before.zones, after.zones);
    // Somebody whom the roster never named cannot go from it.
    if (before.listed === null) return found;
    const from = placeInWords(before.listed.address, before.listed.position);
    if (after.listed === null)
      found.push({
        ...{ reason: 'supporter-gone', what, change: 'worse', ...dates },
        from: words('名簿に支援者として載っている', 'On the roster as a supporter'),
        to: words('名簿に載っていない', 'No longer on the roster'),
      });
    else if (isMoved(before.listed, after.listed))
      found.push({
        ...{ reason: 'supporter-moved', what, change: 'other', ...dates, from },
        to: placeInWords(after.listed.address, after.listed.position),
      });
    return found;
  });
}

function routeFindings(basis: PlanTruth, now: PlanTruth): ReviewFinding[] {
  const [before, after] = [basis.route, now.route];
  if (before === null || after === null || isSameRoute(before, after)) return [];
  const change =
    !before.isKnown || !after.isKnown
      ? 'other'
      : changeOf([before.redMeters, before.anyMeters], [after.redMeters, after.anyMeters]);
  return [
    {
      ...{ reason: 'zones-on-route', what: ROUTE, change },
      ...{ from: routeInWords(before), to: routeInWords(after) },
      ...{ fromDate: basis.dates.zones, toDate: now.dates.zones },
    },
  ];
}

const isSameRoute = (one: RouteTruth, other: RouteTruth) =>
  one.isKnown === other.isKnown &&
  one.redMeters === other.redMeters &&
  one.anyMeters === other.anyMeters &&
  isSame(one.zones.kinds, other.zones.kinds);

interface Place {
  readonly address: string | null;
  readonly position: LngLat | null;
}

/** Another address, or put somewhere else on the map; that a position came to be known is the same place. */
function isMoved(before: Place, after: Place): boolean {
  if (plain(before.address) !== plain(after.address)) return true;
  if (before.position === null || after.position === null) return false;
  return distanceMeters(before.position, after.position) > MOVED_METERS;
}

/** The same address written with other widths and spaces. */
const plain = (address: string | null) => address?.normalize('NFKC').replace(/\s/gu, '') ?? null;

const HOME = words('自宅', 'Home');
const CARE = words('要介護度', 'Care level');
const ROUTE = words('避難経路', 'Route');
