import type { DestinationProposal } from '#contract/plan-proposal';
import type { ResidentDetail } from '#contract/resident';
import type { ShelterRow } from '#contract/shelter';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { type GroupFacts, judgeGroups } from '#domain/plan/accepted-groups';
import { DESTINATION_REASONS, type ReasonBearing } from '#domain/plan/destination-reasons';
import type { DestinationKind, PlanDestination } from '#domain/plan/plan';
import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { PlanWords } from '../use-plan-words.ts';

/** A place to choose, with what speaks for it and against it: of the list, or as the server ranks it. */
export interface Candidate {
  readonly shelterId: string;
  readonly kind: ShelterRow['kind'];
  readonly name: string;
  readonly address: string | null;
  readonly position: Position | null;
  readonly isUnsuitable: boolean;
  readonly reasons: readonly { readonly bearing: ReasonBearing; readonly text: string }[];
  readonly facts: readonly string[];
  readonly asOf: string | null;
}

const ORDER: readonly ReasonBearing[] = ['rules-out', 'against', 'unknown', 'for'];

/** The shelters of the list: welfare shelters first, then by how far they are; what is in a red zone last. */
export function listedCandidates(
  shelters: readonly ShelterRow[],
  person: GroupPerson | null,
  words: Words,
  say: PlanWords['destination'],
): Candidate[] {
  const home = person?.position ?? null;
  const answerOf = ({ kind, acceptedGroups }: ShelterRow) =>
    person === null ? null : judgeGroups(kind, acceptedGroups, groupFacts(person));
  const metersTo = ({ position }: ShelterRow) =>
    home === null || position === null ? null : distanceMeters(home, position);
  const key = (one: ShelterRow): readonly number[] => [
    one.redRelation === 'inside' ? 1 : 0,
    answerOf(one)?.answer === 'refused' ? 1 : 0,
    one.kind === 'welfare-shelter' ? 0 : 1,
    metersTo(one) ?? Number.MAX_VALUE,
  ];
  return shelters
    .map((one) => ({ one, order: key(one) }))
    .sort((a, b) => compare(a.order, b.order) || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => {
      const meters = metersTo(one);
      return {
        ...{ shelterId: one.id, kind: one.kind, name: one.name, address: one.address },
        ...{ position: one.position, isUnsuitable: one.redRelation === 'inside' },
        reasons: reasonsOf(one, answerOf(one), words, say),
        facts: [
          meters === null ? say.distanceUnknown : say.straight(words.metersText(meters)),
          one.capacity === null ? say.capacityUnknown : say.capacity(formatNumber(one.capacity)),
        ],
        asOf: one.datasetAsOf,
      };
    });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

type GroupPerson = Pick<
  ResidentDetail,
  'position' | 'age' | 'careLevel' | 'disabilities' | 'devices'
>;

const groupFacts = ({ age, careLevel, disabilities, devices }: GroupPerson): GroupFacts => ({
  ...{ careLevel, devices, age: { value: age, source: null, asOf: null } },
  disabilities: disabilities as GroupFacts['disabilities'],
});

/** Whether a welfare shelter takes this person: a list of groups alone speaks for nobody. */
function groupReason(
  { kind, acceptedGroups }: ShelterRow,
  judged: ReturnType<typeof judgeGroups> | null,
  words: Words,
  say: PlanWords['destination'],
): Candidate['reasons'] {
  if (kind !== 'welfare-shelter' || judged?.answer === 'everyone') return [];
  if (acceptedGroups === null) return [{ bearing: 'unknown', text: say.groupsUnknown }];
  const { answer, group } = judged ?? { answer: 'unknown', group: null };
  if (group === null && answer !== 'refused')
    return [{ bearing: 'unknown', text: say.groups(acceptedGroups.join('・')) }];
  const reason =
    answer === 'refused'
      ? DESTINATION_REASONS.groupRefused(acceptedGroups)
      : answer === 'accepted'
        ? DESTINATION_REASONS.groupAccepted(group ?? '')
        : DESTINATION_REASONS.groupUnknown(group);
  return [{ bearing: reason.bearing, text: words.pick(reason) }];
}

function reasonsOf(
  one: ShelterRow,
  judged: ReturnType<typeof judgeGroups> | null,
  words: Words,
  say: PlanWords['destination'],
): Candidate['reasons'] {
  const bearings: Readonly<Record<ShelterRow['relation'], ReasonBearing>> = {
    inside: 'rules-out',
    near: 'against',
    undetermined: 'unknown',
    outside: 'for',
  };
  const reasons: { bearing: ReasonBearing; text: string }[] = [
    { bearing: bearings[one.redRelation], text: say.red[one.redRelation] },
    {
      bearing: one.relation === 'inside' ? 'against' : bearings[one.relation],
      text: say.any[one.relation],
    },
    one.designatedForLandslide === null
      ? { bearing: 'unknown', text: say.designationUnknown }
      : one.designatedForLandslide
        ? { bearing: 'for', text: say.designated }
        : { bearing: 'against', text: say.notDesignated },
  ];
  reasons.push(...groupReason(one, judged, words, say));
  return reasons.sort((a, b) => ORDER.indexOf(a.bearing) - ORDER.indexOf(b.bearing));
}

/** As the server ranks them by the way there, the groups, the room and the power. */
export function rankedCandidates(
  { destinations }: DestinationProposal,
  words: Words,
  say: PlanWords,
): Candidate[] {
  return destinations.map((one) => ({
    ...{ shelterId: one.shelterId, kind: one.kind, name: one.name, address: one.address },
    ...{ position: one.position, isUnsuitable: one.isUnsuitable },
    reasons: one.reasons.map((reason) => ({ bearing: reason.bearing, text: words.pick(reason) })),
    facts:
      one.way === null
        ? []
        : [
            say.route.minutes(formatNumber(Math.ceil(one.way.seconds / 60))),
            words.metersText(one.way.lengthMeters),
            `${say.route.red} ${words.metersText(one.way.redMeters)}`,
          ],
    asOf: one.datasetAsOf,
  }));
}

/** What is chosen, as the plan keeps it; an emergency site is a shelter to a plan. */
export function toDestination({ position, ...one }: Candidate): PlanDestination {
  const kind: DestinationKind = one.kind === 'welfare-shelter' ? 'welfare-shelter' : 'shelter';
  return {
    ...{ kind, shelterId: one.shelterId, name: one.name, address: one.address },
    ...{ phone: null, reason: null },
    place:
      position === null
        ? { position: null, accuracy: 'none' }
        : { position: { lng: position[0], lat: position[1] }, accuracy: 'building' },
  };
}
