import type { z } from 'zod';
import type { PlanBoard, planBoardQuerySchema } from '#contract/plan-work';
import { PLAN_STAGES } from '#domain/plan/states';
import { type Actor, personRuleOf } from '../../db/actor.ts';
import type { BoardEntry } from '../read/board-entries.ts';
import { countedFigures, together } from '../read/counted-figures.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { groupBy } from '../read/group-by.ts';
import type { Readers } from '../read/readers.ts';

type Query = z.output<typeof planBoardQuerySchema>;
const DAY_MILLIS = 86_400_000;

/** Where plans stand, by stage and district, with how long, and one page of them. */
export async function readPlanBoard(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  query: Query,
  now: Date,
): Promise<PlanBoard> {
  const { entries, setting, inFacility, hidden } = await readers.planBoard(municipality, actor);
  const daysOf = ({ since }: BoardEntry) =>
    since === null ? null : Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MILLIS));
  const found = entries.filter((entry) => meets(entry, query, daysOf)).sort(orderOf(query));
  const districts = groupBy(entries, ({ row }) => row.district);
  return {
    stages: stageCounts(entries, daysOf),
    districts: [...districts]
      .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
      .map(([name, some]) => ({ name, stages: stageCounts(some, daysOf) })),
    people: entries.length,
    onRoster: {
      complete: entries.filter(({ onRoster }) => onRoster === 'complete').length,
      draft: entries.filter(({ onRoster }) => onRoster === 'draft').length,
    },
    mine: entries.filter(({ isMine }) => isMine).length,
    notSeen: await notSeen(readers, municipality, actor, hidden),
    inFacility,
    total: found.length,
    rows: found.slice(query.offset, query.offset + query.limit).map((entry) => ({
      id: entry.row.id,
      name: entry.row.name,
      district: entry.row.district,
      tier: entry.row.tier,
      rank: entry.row.rank,
      stage: entry.record.stage,
      onRoster: entry.onRoster,
      days: daysOf(entry),
      stageSince: entry.since?.toISOString() ?? null,
      next: entry.next,
      nextParty: entry.next === null ? null : setting.tasks[entry.next].party,
      isMine: entry.isMine,
      reviewReasons: [...entry.record.reviewReasons],
    })),
  };
}

type DaysOf = (entry: BoardEntry) => number | null;

function meets(entry: BoardEntry, query: Query, daysOf: DaysOf): boolean {
  const { row, record, isMine } = entry;
  const isOf = (wanted: readonly string[] | undefined, value: string) =>
    wanted === undefined || wanted.includes(value);
  return (
    isOf(query.stage, record.stage) &&
    isOf(query.district, row.district ?? 'unknown') &&
    isOf(query.tier, String(row.tier)) &&
    (query.mine === undefined || isMine) &&
    (query.leastDays === undefined || (daysOf(entry) ?? -1) >= query.leastDays)
  );
}

function orderOf({ sort }: Query): (a: BoardEntry, b: BoardEntry) => number {
  const byRank = (a: BoardEntry, b: BoardEntry) => rankOf(a) - rankOf(b);
  if (sort === 'age') return (a, b) => timeOf(a) - timeOf(b) || byRank(a, b);
  if (sort === 'name') return (a, b) => NAMES.compare(nameOf(a), nameOf(b)) || byRank(a, b);
  return byRank;
}
/** Who has not been ranked yet comes last, and so does what has not begun. */
const rankOf = ({ row }: BoardEntry) => (row.rank === 0 ? Number.MAX_SAFE_INTEGER : row.rank);
const timeOf = ({ since }: BoardEntry) => since?.getTime() ?? Number.MAX_SAFE_INTEGER;
const nameOf = ({ row }: BoardEntry) => row.nameKana ?? row.name;
const NAMES = new Intl.Collator('ja');

function stageCounts(entries: readonly BoardEntry[], daysOf: DaysOf): PlanBoard['stages'] {
  const byStage = groupBy(entries, ({ record }) => record.stage);
  return PLAN_STAGES.map((stage) => {
    const some = byStage.get(stage) ?? [];
    const days = some.map(daysOf).filter((one) => one !== null);
    days.sort((a, b) => a - b);
    const longestDays = days.at(-1) ?? null;
    return { stage, count: some.length, longestDays, medianDays: days[days.length >> 1] ?? null };
  });
}

/** Of those within reach; a role that may not count people is told nothing of them. */
async function notSeen(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  hidden: number,
): Promise<number | null> {
  const rule = personRuleOf(actor);
  if (rule.needs === null) return hidden;
  if (rule.otherwise === 'none') return null;
  const counted = countedFigures(await readers.counted(municipality, actor));
  return together(hidden, counted.residents);
}
