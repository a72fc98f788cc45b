import { isSame } from '../same.ts';
import type { ReviewFinding } from './finding.ts';
import type { PlanTruth, RoadTruth } from './truth.ts';
import { widthInWords, words } from './words.ts';

/** What changed of the roads that the way leads along. */
export function roadFindings(basis: PlanTruth, now: PlanTruth): ReviewFinding[] {
  const current = new Map(now.roads.map((road) => [keyOf(road), road]));
  const dates = { fromDate: basis.dates.roads, toDate: now.dates.roads };
  return basis.roads.flatMap((before): ReviewFinding[] => {
    const after = current.get(keyOf(before));
    if (after === undefined) return [];
    const what = before.name === null ? ROAD : named(before.name);
    if (isOpen(before) !== isOpen(after)) {
      const change = isOpen(after) ? 'better' : 'worse';
      const said = { from: openWords(before), to: openWords(after) };
      return [{ ...{ reason: 'road-closed', what, change }, ...said, ...dates }];
    }
    // Without the road nothing is known of its width, and that it is not there was told.
    if (before.isThere !== true || after.isThere !== true || isSame(before.width, after.width))
      return [];
    const change = changeOf(before, after);
    const said = { from: widthInWords(before), to: widthInWords(after) };
    return [{ ...{ reason: 'road-width-changed', what, change }, ...said, ...dates }];
  });
}

const keyOf = ({ source, id }: RoadTruth) => JSON.stringify([source, id]);
/** Where no roads are in force nothing is known of any. */
const isOpen = ({ isClosed, isThere }: RoadTruth) => !isClosed && isThere !== false;

function openWords(road: RoadTruth) {
  if (road.isClosed) return words('通行止め', 'Closed');
  return road.isThere === false
    ? words('道路データにない', 'Not among the roads')
    : words('通行止めではない', 'Not closed');
}

function changeOf(before: RoadTruth, after: RoadTruth): ReviewFinding['change'] {
  if (before.width === null || after.width === null) return 'other';
  const wider = after.width.leastMeters - before.width.leastMeters;
  return wider === 0 ? 'other' : wider > 0 ? 'better' : 'worse';
}

const ROAD = words('経路の道', 'A road of the route');
const named = (name: string) => words(`経路の道「${name}」`, `Road of the route: ${name}`);
