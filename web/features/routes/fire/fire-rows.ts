import { FIRE_ANSWERS, type FireCheckAnswer } from '#contract/fire-check';
import type { Words } from '../../../i18n/words.ts';
import type { FireWords } from '../use-fire-words.ts';
import type { FirePlan, FireSort } from './fire-plan.ts';

export type FirePerson = FireCheckAnswer['people'][number];
type Reach = NonNullable<FirePerson['reach']>;
type NamedRoad = Reach['unknownRoads'][number];

/** As few as a line holds. */
const MOST_ROADS_NAMED = 3;

/** The rows that are shown, in their order; `hardest` is the order in which they came. */
export function shownRows(
  people: readonly FirePerson[],
  { answer, shownDistrict, sort, isDescending }: FirePlan,
): FirePerson[] {
  const rows = people.filter(
    (one) =>
      (answer === null || one.answer === answer) &&
      (shownDistrict === null || (one.district ?? '') === shownDistrict),
  );
  if (sort === 'hardest') return rows;
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => compare(sort, a.row, b.row, sign) || a.at - b.at)
    .map(({ row }) => row);
}

/** Whom nothing is known of comes last, whichever way it is sorted. */
function compare(sort: FireSort, a: FirePerson, b: FirePerson, sign: number): number {
  if (sort === 'name') return sign * a.name.localeCompare(b.name, 'ja');
  const [one, other] = [sortValue(sort, a), sortValue(sort, b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * (one - other);
}

function sortValue(sort: FireSort, person: FirePerson): number | null {
  if (sort === 'answer') return FIRE_ANSWERS.indexOf(person.answer);
  const { reach } = person;
  if (reach === null) return null;
  if (sort === 'minutes') return reach.seconds;
  return sort === 'walk' ? walkMeters(reach) : reach.hydrant.meters;
}

export const walkMeters = (reach: Reach): number => reach.walkRoadMeters + reach.walkOffRoadMeters;

export function minutesText(seconds: number, say: FireWords): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 1 ? say.list.lessThanMinute : String(minutes);
}

export function hoseText({ hydrant }: Reach, words: Words, say: FireWords): string {
  if (hydrant.state === 'not-recorded') return say.list.hoseNotRecorded;
  return hydrant.state === 'within' && hydrant.meters !== null
    ? say.list.hoseWithin(words.metersText(hydrant.meters))
    : say.list.hoseNoneWithin;
}

/** Roads with what is not known of them; those of one name and one reason are counted together. */
function roadsText(roads: readonly NamedRoad[], words: Words, say: FireWords): string {
  const groups = new Map<string, { readonly name: string; readonly why: string; count: number }>();
  for (const road of roads) {
    const name = road.name ?? say.list.unnamed;
    const why = road.reasons.map((reason) => words.pick(reason)).join(words.comma);
    const group = groups.get(`${name} ${why}`) ?? { name, why, count: 0 };
    groups.set(`${name} ${why}`, { ...group, count: group.count + 1 });
  }
  const named = [...groups.values()].slice(0, MOST_ROADS_NAMED);
  const rest = roads.length - named.reduce((sum, { count }) => sum + count, 0);
  return [
    ...named.map(({ name, why, count }) => {
      const counted = count === 1 ? name : say.list.several(name, String(count));
      return why === '' ? counted : say.list.because(counted, why);
    }),
    ...(rest > 0 ? [say.list.and(String(rest))] : []),
  ].join(words.comma);
}

/** What has to be said of somebody beside the figures, each a line; empty where all is known and reached. */
export function remarksOf(person: FirePerson, words: Words, say: FireWords): string[] {
  const { reach, answer, knownWalkMeters } = person;
  const lines: string[] = [];
  if (answer === 'undetermined') lines.push(say.list.rough(words.terms.accuracy[person.accuracy]));
  if (person.isFarFromRoads) lines.push(say.list.farFromRoads);
  if (reach === null) return lines;
  if (answer !== 'reached') {
    if (reach.lastPoint.roadName !== null) lines.push(say.list.lastPoint(reach.lastPoint.roadName));
    if (reach.stoppedAt !== null) {
      const { reasons } = reach.stoppedAt;
      const road = roadsText([reach.stoppedAt], words, say);
      lines.push(
        say.list.stoppedAt(reasons.length > 0 ? road : say.list.because(road, say.list.oneway)),
      );
    }
  }
  if (reach.unknownRoads.length > 0) {
    lines.push(say.list.unknownRoads(roadsText(reach.unknownRoads, words, say)));
    lines.push(
      knownWalkMeters === null
        ? say.list.knownNone
        : say.list.known(words.metersText(knownWalkMeters)),
    );
  }
  if (reach.unknownWalkRoads.length > 0)
    lines.push(say.list.unknownWalk(roadsText(reach.unknownWalkRoads, words, say)));
  return lines;
}
