import { randomUUID } from 'node:crypto';
import type { CityFigure } from '#domain/chart/city-figures';
import { FACTS, type FactValue, type FactValues, factsOfGroup, WHOLES } from '#domain/chart/facts';
import { reckoner } from '#domain/chart/items';
import { monthOf, type SnapshotBasis } from '#domain/chart/snapshot';
import { type Random, randomFrom } from '#geodata/demo/random';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { insertFigureImport } from '../../db/queries/charts/figures.ts';
import { insertSnapshot, listSnapshots } from '../../db/queries/charts/snapshots.ts';
import { readDataVersions } from '../../db/queries/data-versions.ts';
import { selectChartFacts } from '../../db/queries/read/chart-facts.ts';
import { findNewestVersion } from '../../db/queries/read/criteria.ts';
import { selectActiveDatasets } from '../../db/queries/read/datasets.ts';
import { selectVersions } from '../../db/queries/read/versions.ts';
import type { ServiceContext } from '../context.ts';
import { placesOf } from './chart-facts.ts';
import { itemsInForce } from './items.ts';
import { WHOLE_CITY } from './snapshots.ts';

const MONTHS = 24;
const SEED = 'charts of shioji';
/** Of the fictional city, back in time: fewer on the roster, and fewer of them with a plan. */
const GROWTH_PER_MONTH = 0.004;
const PLANNED_PER_MONTH = 0.035;
/** Months before this one in which something else has changed as well. */
const NEW_ZONES = 9;
const NEW_ROSTER_EVERY = 6;

/** Figures of the city and the months before this one, made up; nothing where months are there already. */
export async function makeDemoCharts(context: ServiceContext, code: string): Promise<boolean> {
  const { database, actor, today } = context;
  if ((await listSnapshots(database, code)).length > 0) return false;
  const random = randomFrom(SEED);
  const { version, items } = await itemsInForce(database, code);
  const figuresOf = reckoner(items);
  await withActor(database, actor, code, async (tx) => {
    const now = await selectChartFacts(tx, code, null, today);
    const names = now.flatMap(({ name, is_district }) => (is_district && name ? [name] : []));
    const figures = names.flatMap((name) => cityFiguresOf(name, today, random));
    const report = {
      ...{ read: figures.length, accepted: figures.length, repaired: 0, rejected: 0 },
      remarks: [],
    };
    const file = { id: randomUUID(), fileName: '架空の統計.csv', report };
    await insertFigureImport(tx, code, file, figures, actor.name);
    const basis = await basisNow(tx, code, names, version);
    for (let back = MONTHS; back >= 1; back -= 1) {
      const districts = now.map(({ name, facts }) => {
        const own = figures.filter(({ district }) => district === name);
        return { name: name ?? '', facts: factsBefore(facts, own, back) };
      });
      const values = [...districts, { name: WHOLE_CITY, facts: sumOf(districts) }].map(
        ({ name, facts }) => ({
          ...{ district: name, facts, figures: Object.fromEntries(figuresOf(facts)) },
        }),
      );
      const month = monthBefore(today, back);
      await insertSnapshot(tx, code, { month, basis: basisBefore(basis, back) }, values);
    }
  });
  return true;
}

/** The first of the month so many months before that of a day. */
function monthBefore(day: string, back: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return monthOf(new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10));
}

/** What is in force now, and before it what was then. */
async function basisNow(
  tx: Transaction,
  code: string,
  districts: readonly string[],
  items: number,
): Promise<SnapshotBasis> {
  const versions = await readDataVersions(tx, code);
  const active = await selectActiveDatasets(tx, code);
  const dateOf = (kind: string) => active.find((one) => one.kind === kind)?.as_of ?? null;
  const id = (await selectVersions(tx, code))[0]?.criteria_id ?? '';
  return {
    zones: { version: versions.zones ?? 0, asOf: dateOf('zones') },
    roster: { version: versions.roster ?? 0, asOf: dateOf('roster') },
    criteria: { id, version: await findNewestVersion(tx, code, id) },
    roads: { version: versions.roads ?? 0 },
    items: { version: items },
    districts: { version: versions.districts ?? 0, names: districts },
  };
}

function basisBefore(now: SnapshotBasis, back: number): SnapshotBasis {
  const former = Math.floor(back / NEW_ROSTER_EVERY);
  const { zones, roster } = now;
  return {
    ...now,
    roster: {
      version: roster.version - former,
      asOf: roster.asOf && monthBefore(roster.asOf, former * NEW_ROSTER_EVERY),
    },
    ...(back > NEW_ZONES && {
      zones: { version: zones.version - 1, asOf: zones.asOf && monthBefore(zones.asOf, 12) },
    }),
  };
}

function cityFiguresOf(district: string, today: string, random: Random): CityFigure[] {
  const population = 900 + Math.round(random.next() * 5200);
  const share = (least: number, most: number) =>
    Math.round(population * (least + random.next() * (most - least)));
  const [young, late, old] = [share(0.07, 0.14), share(0.12, 0.17), share(0.14, 0.3)];
  const households = share(0.4, 0.5);
  const few = (most: number) => Math.round(random.next() * most);
  const values: readonly (readonly [string, number])[] = [
    ['population', population],
    ['population.0_14', young],
    ['population.15_64', population - young - late - old],
    ['population.65_74', late],
    ['population.75_', old],
    ['households', households],
    ['households.alone65', Math.round(households * (0.09 + random.next() * 0.12))],
    ['facility.medical', few(6)],
    ['facility.care', few(9)],
    ['facility.hall', 1 + few(3)],
    ['group.prevention', 1 + few(5)],
    ['group.salon', few(7)],
    ['group.welfare', 2 + few(9)],
  ];
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return values.map(([fact, value]) => ({ district, fact, asOf: `${year}-04-01`, value }));
}

/** The facts of a district some months ago: fewer on the roster, fewer of them with a plan. */
function factsBefore(
  now: Readonly<Record<string, number>>,
  city: readonly CityFigure[],
  back: number,
): FactValues {
  const facts: Record<string, FactValue> = {};
  for (const { id, source } of FACTS)
    facts[id] = now[id] === undefined || source === 'roads' ? 'not-recorded' : (now[id] ?? 0);
  for (const { fact, value } of city) facts[fact] = value;
  const residents = Math.round((now.residents ?? 0) * (1 - GROWTH_PER_MONTH * back));
  facts.residents = residents;
  for (const [group, whole] of Object.entries(WHOLES)) {
    if (whole !== 'residents' || group === 'cutoff') continue;
    const parts = factsOfGroup(group).map(({ id }) => now[id] ?? 0);
    for (const [place, { id }] of factsOfGroup(group).entries())
      facts[id] = shared(parts, residents)[place] ?? 0;
  }
  const undone = Math.min(1, PLANNED_PER_MONTH * back);
  for (const id of ['plan.in_force', 'plan.review_due', 'plan.in_work']) {
    const moved = Math.round(Number(facts[id]) * undone);
    facts[id] = Number(facts[id]) - moved;
    facts['plan.not_started'] = Number(facts['plan.not_started']) + moved;
  }
  return { ...facts, ...placesOf(now) };
}

/** Parts in the same shares of another whole; what rounding leaves goes to those that lost most by it. */
function shared(parts: readonly number[], whole: number): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * whole) / sum);
  const counts = exact.map(Math.floor);
  const left = whole - counts.reduce((total, count) => total + count, 0);
  const byLoss = exact
    .map((value, place) => ({ place, loss: value - Math.floor(value) }))
    .sort((a, b) => b.loss - a.loss);
  for (const { place } of byLoss.slice(0, left)) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

function sumOf(districts: readonly { readonly facts: FactValues }[]): FactValues {
  const sums = Object.fromEntries(
    FACTS.map(({ id }): [string, FactValue] => {
      const known = districts
        .map(({ facts }) => facts[id])
        .filter((one) => typeof one === 'number');
      return [id, known.length === 0 ? 'not-recorded' : known.reduce((sum, one) => sum + one, 0)];
    }),
  );
  return { ...sums, ...placesOf(sums) };
}
