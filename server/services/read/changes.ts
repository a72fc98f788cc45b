import type { ChangedPeople, Changes } from '#contract/changes';
import { isOfPeople } from '#contract/dataset';
import type { ResidentRow } from '#contract/resident';
import { type Actor, followingUp, personRuleOf, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { KEPT_RUNS } from '../../db/queries/assessments.ts';
import {
  type RunDifferenceRow,
  reachesBackTo,
  selectImportsSince,
  selectJudgedBefore,
  selectMovedSince,
  selectRunDifferences,
} from '../../db/queries/read/changes.ts';
import { assessmentDifference, type JudgedTwice } from '../assessment-difference.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import type { Readers } from './readers.ts';

/** Of each kind of change; the count says how many there are. */
const MOST_PEOPLE = 5;

/** What changed since a moment: whom the checks found elsewhere, who was moved, what was imported. */
export async function readChanges(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  since: Date,
): Promise<Changes> {
  const { code } = municipality;
  const { rows } = await readers.residents(municipality, actor);
  // Ids of everybody, of whom only those whom the actor sees are told of.
  const all = followingUp(actor);
  const { runs, isComplete, before } = await withActor(database, all, code, async (tx) => ({
    runs: await selectRunDifferences(tx, code, since),
    isComplete: await reachesBackTo(tx, code, since, KEPT_RUNS),
    before: await selectJudgedBefore(tx, code, since),
  }));
  const moved = await withActor(database, actor, code, (tx) => selectMovedSince(tx, code, since));
  const formers = new Map(before.map(({ id, former }) => [id, former]));
  const back = rows.flatMap(({ id, relation, redRelation }): JudgedTwice[] => {
    const former = formers.get(id);
    const now = { relation, redRelation };
    if (former === undefined) return [];
    // Of whom nothing was kept, no change can be told.
    return [{ id, former: former === 'not-kept' ? now : former, now }];
  });
  const inside = netChange(runs, 'newlyInside', 'noLongerInside', back);
  const undetermined = netChange(runs, 'newlyUndetermined', 'noLongerUndetermined', back);
  const imports = (await selectImportsSince(database, code, since)).filter(
    // How many people a roster has is for those who keep it.
    ({ kind }) => !isOfPeople(kind) || personRuleOf(actor).keepsRoster,
  );
  return {
    since: since.toISOString(),
    newlyInside: peopleOf(rows, inside.came),
    noLongerInside: peopleOf(rows, inside.went),
    newlyUndetermined: peopleOf(rows, undetermined.came),
    moved: peopleOf(rows, new Set(moved)),
    imports: imports.map(({ imported_at, as_of, ...row }) => ({
      ...row,
      importedAt: imported_at.toISOString(),
      asOf: as_of,
    })),
    isComplete,
  };
}

type Kind = keyof RunDifferenceRow['difference'];

/**
 * Who came and went over several checks; who came and went again is in neither. Whoever left the roster
 * and came `back` is compared directly, as the check that met them again took them for new.
 */
export function netChange(
  runs: readonly RunDifferenceRow[],
  came: Kind,
  went: Kind,
  back: readonly JudgedTwice[] = [],
): { readonly came: ReadonlySet<string>; readonly went: ReadonlySet<string> } {
  const arrivals = new Set<string>();
  const departures = new Set<string>();
  for (const { difference } of runs) {
    for (const id of difference[came]) if (!departures.delete(id)) arrivals.add(id);
    for (const id of difference[went]) if (!arrivals.delete(id)) departures.add(id);
  }
  for (const { id } of back) for (const ids of [arrivals, departures]) ids.delete(id);
  const direct = assessmentDifference(back);
  for (const id of direct[came]) arrivals.add(id);
  for (const id of direct[went]) departures.add(id);
  return { came: arrivals, went: departures };
}

/** Only those whom the actor sees are named and counted. */
function peopleOf(rows: readonly ResidentRow[], ids: ReadonlySet<string>): ChangedPeople {
  const people = rows.filter(({ id }) => ids.has(id));
  const first = [...people].sort((a, b) => a.rank - b.rank).slice(0, MOST_PEOPLE);
  return { count: people.length, people: first };
}
