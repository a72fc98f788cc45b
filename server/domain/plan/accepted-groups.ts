import type { CareLevel } from '../resident/care-level.ts';
import type { DisabilityKind } from '../resident/disability.ts';
import type { ResidentFacts } from '../resident/facts.ts';
import type { ShelterKind } from '../shelter/shelter.ts';

/** What of a person a shelter's accepted groups (受入対象者) are held against. */
export type GroupFacts = Pick<ResidentFacts, 'age' | 'careLevel' | 'disabilities' | 'devices'>;

/**
 * `everyone`: a shelter that names no groups takes whoever comes. `unknown`: a welfare shelter that names
 * none, or a group that is not understood or cannot be told from what is known of the person.
 */
export type GroupAnswer = 'accepted' | 'everyone' | 'unknown' | 'refused';

const ELDERLY_AGE = 65;
const CARE: readonly CareLevel[] = ['21', '22', '23', '24', '25'];
const SUPPORT: readonly CareLevel[] = ['12', '13'];
const PHYSICAL: readonly DisabilityKind[] = [
  'visual',
  'hearing',
  'speech',
  'upper-limb',
  'lower-limb',
  'trunk',
  'limb',
  'internal',
];

type Rule = (facts: GroupFacts) => boolean | null;

const hasDisability =
  (kinds: readonly DisabilityKind[] | null): Rule =>
  ({ disabilities }) =>
    disabilities.value === null
      ? null
      : disabilities.value.some(({ kind }) => kinds === null || kinds.includes(kind));
const isElderly: Rule = ({ age }) => (age.value === null ? null : age.value >= ELDERLY_AGE);
const hasCareFrom =
  (level: number): Rule =>
  ({ careLevel }) =>
    careLevel.value === null ? null : CARE.indexOf(careLevel.value) + 1 >= level;

/** Words of lists by what they mean, the first one that fits; whatever is not here is not understood. */
const RULES: readonly (readonly [RegExp, (found: RegExpMatchArray) => Rule])[] = [
  // Before all disabilities: a place for disabled children is for no adult. 障害児・者 is for both.
  [
    /(?:障(?:害|がい|碍)児|小児)(?![・･]?者)/,
    () =>
      ({ age }) =>
        age.value === null || age.value < 18 ? null : false,
  ],
  [/要介護(?:度)?([1-5])以上/, (found) => hasCareFrom(Number(found[1]))],
  [
    /要介護(?:度)?([1-5])$/,
    (found) => (facts) =>
      facts.careLevel.value === null
        ? null
        : CARE.indexOf(facts.careLevel.value) + 1 === Number(found[1]),
  ],
  [/要介護/, () => hasCareFrom(1)],
  [
    /要支援/,
    () =>
      ({ careLevel }) =>
        careLevel.value === null
          ? null
          : SUPPORT.includes(careLevel.value) || CARE.includes(careLevel.value),
  ],
  [/高齢/, () => isElderly],
  [/身体障/, () => hasDisability(PHYSICAL)],
  [/肢体/, () => hasDisability(['upper-limb', 'lower-limb', 'trunk', 'limb'])],
  [/視覚/, () => hasDisability(['visual'])],
  [/聴覚/, () => hasDisability(['hearing'])],
  [/知的障/, () => hasDisability(['intellectual'])],
  [/精神障/, () => hasDisability(['mental'])],
  [/難病/, () => hasDisability(['intractable-disease'])],
  [/障(?:害|がい|碍)/, () => hasDisability(null)],
  [
    /医療的ケア|医療機器/,
    () =>
      ({ devices }) =>
        devices.value === null ? null : devices.value.length > 0,
  ],
  [
    /乳幼児/,
    () =>
      ({ age }) =>
        age.value === null ? null : age.value < 6,
  ],
];

/** Whether a shelter takes a person, and by which word of its list. */
export function judgeGroups(
  kind: ShelterKind,
  groups: readonly string[] | null,
  facts: GroupFacts,
): { readonly answer: GroupAnswer; readonly group: string | null } {
  if (groups === null || groups.length === 0)
    return { answer: kind === 'welfare-shelter' ? 'unknown' : 'everyone', group: null };
  let unknown: string | null = null;
  for (const group of groups) {
    const answer = answerOf(group, facts);
    if (answer === true) return { answer: 'accepted', group };
    if (answer === null) unknown ??= group;
  }
  return unknown === null
    ? { answer: 'refused', group: null }
    : { answer: 'unknown', group: unknown };
}

function answerOf(group: string, facts: GroupFacts): boolean | null {
  const word = group.normalize('NFKC').replace(/\s/g, '');
  // Nobody's roster says so; whoever may be meant is asked.
  if (/妊産婦|妊婦|配慮|その他/.test(word)) return null;
  for (const [pattern, rule] of RULES) {
    const found = word.match(pattern);
    if (found !== null) return rule(found)(facts);
  }
  return null;
}
