import type { Duplicates } from '#contract/people-desk';
import { findDuplicates } from '#domain/resident/duplicate-score';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type DuplicatePersonRow,
  listDecisions,
  listPeopleToCompare,
} from '../../db/queries/duplicates.ts';

/** Most pairs of one answer: whoever has judged these asks again. */
const MOST_PAIRS = 100;

/** Entries of the roster that look like one person and that nobody has judged yet. */
export async function readDuplicates(
  database: Database,
  code: string,
  actor: Actor,
): Promise<Duplicates> {
  const { people, decisions } = await withActor(database, actor, code, async (tx) => ({
    people: await listPeopleToCompare(tx, code, actor.districts),
    decisions: await listDecisions(tx, code),
  }));
  const judged = new Set(decisions.map(({ a, b }) => `${a} ${b}`));
  const open = findDuplicates(people).flatMap(({ a, b, likeness }) => {
    const [one, other] = [people[a], people[b]];
    if (one === undefined || other === undefined) return [];
    return judged.has([one.id, other.id].sort().join(' ')) ? [] : [{ one, other, likeness }];
  });
  const count = (decision: string) => decisions.filter((made) => made.decision === decision).length;
  return {
    pairs: open.slice(0, MOST_PAIRS).map(({ one, other, likeness }) => ({
      a: present(one),
      b: present(other),
      score: likeness.score,
      reasons: [...likeness.reasons],
    })),
    judged: { same: count('same'), different: count('different') },
  };
}

const present = ({ archivedAt, ...person }: DuplicatePersonRow) => ({
  ...person,
  archivedAt: archivedAt?.toISOString() ?? null,
});
