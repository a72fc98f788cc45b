import { isSame } from '../same.ts';
import type { ReviewFinding } from './finding.ts';
import type { DestinationTruth, PlanTruth, ShelterTruth } from './truth.ts';
import { groupsInWords, words } from './words.ts';
import { zoneFindings } from './zone-findings.ts';

/** What changed of the places that the plan leads to. */
export function destinationFindings(basis: PlanTruth, now: PlanTruth): ReviewFinding[] {
  return basis.destinations.flatMap((before): ReviewFinding[] => {
    const after = now.destinations.find(({ choice }) => choice === before.choice);
    if (after === undefined) return [];
    const what = whatOf(before);
    const dates = { fromDate: basis.dates.shelters, toDate: now.dates.shelters };
    return [
      ...zoneFindings('zones-at-destination', what, basis, now, before.zones, after.zones),
      ...(before.shelter === null || after.shelter === null
        ? []
        : shelterFindings(before.shelter, after.shelter).map((one) => ({
            ...one,
            what,
            ...dates,
          }))),
    ];
  });
}

type Found = Pick<ReviewFinding, 'reason' | 'change' | 'from' | 'to'>;

function shelterFindings(before: ShelterTruth, after: ShelterTruth): Found[] {
  const found: Found[] = [];
  const [wasUsable, isUsable] = [usable(before), usable(after)];
  if (wasUsable.is !== isUsable.is)
    found.push({
      ...{ reason: 'destination-closed', change: isUsable.is ? 'better' : 'worse' },
      ...{ from: wasUsable.words, to: isUsable.words },
    });
  // Of one that has gone from the list nothing more is said.
  if (!after.isListed || !before.isListed) return found;
  if (before.isFull !== after.isFull)
    found.push({
      ...{ reason: 'destination-full', change: after.isFull ? 'worse' : 'better' },
      ...{ from: roomWords(before), to: roomWords(after) },
    });
  if (!isSame(sorted(before.groups), sorted(after.groups)))
    found.push({
      ...{ reason: 'destination-groups-changed', change: 'other' },
      ...{ from: groupsInWords(before.groups), to: groupsInWords(after.groups) },
    });
  return found;
}

const sorted = (groups: readonly string[] | null) => groups && [...groups].sort();

/** Off every list, or said not to be for landslides. */
function usable({ isListed, isForLandslides }: ShelterTruth) {
  if (!isListed) return { is: false, words: words('避難所の一覧にない', 'On no list of shelters') };
  return isForLandslides === false
    ? { is: false, words: words('土砂災害の指定なし', 'Not designated for landslides') }
    : { is: true, words: words('避難所の一覧にある', 'On the list of shelters') };
}

function roomWords({ isFull, capacity }: ShelterTruth) {
  const [ja, en] =
    capacity === null ? ['', ''] : [`(定員 ${capacity}人)`, ` (room for ${capacity})`];
  return isFull
    ? words(`定員を超える${ja}`, `More than it has room for${en}`)
    : words(`定員に収まる${ja}`, `Within its room${en}`);
}

function whatOf({ choice, name }: DestinationTruth) {
  return choice === 'first'
    ? words(`避難先「${name}」`, `Destination ${name}`)
    : words(`第2の避難先「${name}」`, `Second destination ${name}`);
}
