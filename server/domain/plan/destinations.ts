import type { Relation } from '../hazard/relation.ts';
import { POWER_DEPENDENT_DEVICES } from '../resident/disability.ts';
import type { ShelterEquipment, ShelterKind } from '../shelter/shelter.ts';
import { type GroupFacts, judgeGroups } from './accepted-groups.ts';
import { type DestinationReason, DESTINATION_REASONS as SAY } from './destination-reasons.ts';

/** A shelter as a destination is chosen by it. `null` = not known. */
export interface DestinationFacts {
  readonly id: string;
  readonly kind: ShelterKind;
  readonly acceptedGroups: readonly string[] | null;
  readonly capacity: number | null;
  /** How many plans name it already, that of the person not counted. */
  readonly planned: number;
  readonly redRelation: Relation;
  readonly relation: Relation;
  readonly designatedForLandslide: boolean | null;
  readonly equipment: readonly ShelterEquipment[] | null;
}

/** The way from the home by the person's means; 'none' where no road leads there, null where nobody knows. */
export type WayFacts =
  | {
      readonly redMeters: number;
      readonly yellowMeters: number;
      readonly unknownMeters: number;
      readonly seconds: number;
    }
  | 'none'
  | null;

export interface RankedDestination {
  readonly id: string;
  /** Free places; null where the capacity is not known. */
  readonly freeCapacity: number | null;
  /** Something rules it out; it may be chosen all the same, with these reasons. */
  readonly isUnsuitable: boolean;
  /** What rules it out first, then what speaks against it, what is not known, and what speaks for it. */
  readonly reasons: readonly DestinationReason[];
}

/** A metre in a yellow zone bends a choice as two seconds more do, as in the router's policy (?). */
const SECONDS_PER_YELLOW_METER = 2;

/**
 * Destinations of one person, the best first. In this order: fewer things that rule it out; fewer metres of the way
 * in red zones (whole metres: less is within the error of a position); fewer things that speak against the
 * building; fewer things that are not known; a shelter that names the person's group before one for
 * everyone; less time, with yellow metres as seconds; the id, so that the order is always the same.
 */
export function rankDestinations(
  person: GroupFacts,
  candidates: readonly {
    readonly destination: DestinationFacts;
    readonly way: WayFacts;
  }[],
): RankedDestination[] {
  return candidates
    .map(({ destination, way }) => {
      const ranked = weigh(person, destination, way);
      return { ranked, key: keyOf(ranked, way) };
    })
    .sort((a, b) => compareKeys(a.key, b.key) || (a.ranked.id < b.ranked.id ? -1 : 1))
    .map(({ ranked }) => ranked);
}

/** What speaks for one destination and against it, whatever the others are. */
export function weigh(
  person: GroupFacts,
  destination: DestinationFacts,
  way: WayFacts,
): RankedDestination {
  const { id, capacity, planned } = destination;
  const freeCapacity = capacity === null ? null : Math.max(0, capacity - planned);
  const reasons = [...reasonsOfPlace(person, destination), ...reasonsOfWay(way)];
  const order = ['rules-out', 'against', 'unknown', 'for'];
  reasons.sort((a, b) => order.indexOf(a.bearing) - order.indexOf(b.bearing));
  const isUnsuitable = reasons.some(({ bearing }) => bearing === 'rules-out');
  return { id, freeCapacity, isUnsuitable, reasons };
}

/** Of the place alone: the same for everybody with the same facts. */
export function reasonsOfPlace(
  person: GroupFacts,
  destination: DestinationFacts,
): DestinationReason[] {
  return [
    zoneReason(destination),
    landslideReason(destination),
    ...groupReasons(person, destination),
    roomReason(destination),
    ...powerReasons(person, destination),
  ];
}

function zoneReason({ redRelation, relation }: DestinationFacts): DestinationReason {
  if (redRelation === 'inside') return SAY.inRed();
  if (redRelation === 'undetermined') return SAY.zonesUndetermined();
  if (redRelation === 'near') return SAY.nearRed();
  if (relation === 'inside') return SAY.inYellow();
  return relation === 'undetermined' ? SAY.zonesUndetermined() : SAY.outOfZones();
}

function landslideReason({ designatedForLandslide }: DestinationFacts): DestinationReason {
  if (designatedForLandslide === null) return SAY.landslideUnknown();
  return designatedForLandslide ? SAY.forLandslide() : SAY.notForLandslide();
}

function groupReasons(
  person: GroupFacts,
  { kind, acceptedGroups }: DestinationFacts,
): DestinationReason[] {
  const { answer, group } = judgeGroups(kind, acceptedGroups, person);
  if (answer === 'everyone') return [];
  if (answer === 'refused') return [SAY.groupRefused(acceptedGroups ?? [])];
  return [answer === 'accepted' ? SAY.groupAccepted(group ?? '') : SAY.groupUnknown(group)];
}

function roomReason({ capacity, planned }: DestinationFacts): DestinationReason {
  if (capacity === null) return SAY.capacityUnknown(planned);
  return capacity - planned > 0 ? SAY.hasRoom(capacity - planned) : SAY.full(capacity, planned);
}

function powerReasons(
  { devices }: GroupFacts,
  { equipment }: DestinationFacts,
): DestinationReason[] {
  const hasPower = equipment?.includes('emergency-power') === true;
  if (devices.value === null) return hasPower ? [] : [SAY.powerNeedUnknown()];
  if (!devices.value.some((one) => POWER_DEPENDENT_DEVICES.includes(one))) return [];
  if (equipment === null) return [SAY.powerUnknown()];
  return [hasPower ? SAY.hasPower() : SAY.noPower()];
}

function reasonsOfWay(way: WayFacts): DestinationReason[] {
  if (way === null) return [SAY.wayUnknown()];
  if (way === 'none') return [SAY.noWay()];
  const { redMeters, yellowMeters, unknownMeters } = way;
  return [
    ...(redMeters > 0 ? [SAY.wayInRed(redMeters)] : []),
    ...(yellowMeters > 0 ? [SAY.wayInYellow(yellowMeters)] : []),
    ...(redMeters <= 0 && yellowMeters <= 0 ? [SAY.wayOutOfZones()] : []),
    ...(unknownMeters > 0 ? [SAY.wayToCheck(unknownMeters)] : []),
  ];
}

function keyOf({ reasons }: RankedDestination, way: WayFacts): number[] {
  const isWay = (code: string) => code.startsWith('way-');
  const count = (bearing: string) =>
    reasons.filter((one) => one.bearing === bearing && !isWay(one.code)).length;
  const known = way === null || way === 'none' ? null : way;
  const seconds =
    known === null ? Infinity : known.seconds + SECONDS_PER_YELLOW_METER * known.yellowMeters;
  return [
    reasons.filter(({ bearing }) => bearing === 'rules-out').length,
    known === null ? Infinity : Math.round(known.redMeters),
    count('against'),
    count('unknown') + (known !== null && known.unknownMeters > 0 ? 1 : 0),
    reasons.some(({ code }) => code === 'group-accepted') ? 0 : 1,
    seconds,
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries())
    if (value !== b[at]) return value < (b[at] ?? Infinity) ? -1 : 1;
  return 0;
}
