import { FACTS, type FactValue, type FactValues } from './facts.ts';
import type { Figure } from './formula/reckon.ts';
import { type ChartItem, reckoner } from './items.ts';
import { protect, type Wanted } from './suppress/protect.ts';
import {
  type DistrictFacts,
  kindsIn,
  REST,
  type ReleaseTable,
  releaseTables,
} from './suppress/release-tables.ts';
import type { Hidden, Told } from './suppress/table.ts';
import { tellTable } from './suppress/tell.ts';

/** What was left out of each table of a release, by its key; as it is stored. */
export type HiddenParts = Readonly<
  Record<
    string,
    {
      readonly rows: readonly string[];
      readonly totals: readonly string[];
      readonly columns: readonly string[];
      readonly isWithheld: boolean;
      readonly isSilent: boolean;
    }
  >
>;

/** A former release: the facts that it was made of, and what was left out of it. */
export interface FormerRelease {
  readonly districts: readonly DistrictFacts[];
  readonly hidden: HiddenParts;
}

/** A figure as it is published: a number, or why there is none. */
export type Published = number | 'suppressed' | 'not-recorded' | 'not-computable';

export interface ReleaseDocument {
  /** YYYY-MM-01 */
  readonly month: string;
  readonly items: readonly ChartItem[];
  readonly districts: readonly {
    readonly name: string;
    readonly figures: Readonly<Record<string, Published>>;
  }[];
  /** The city as a whole. */
  readonly city: Readonly<Record<string, Published>>;
}

const asStored = ({ rows, totals, columns, ...flags }: Hidden): HiddenParts[string] => ({
  ...{ rows: [...rows], totals: [...totals], columns: [...columns] },
  ...flags,
});
const asSets = ({ rows, totals, columns, ...flags }: HiddenParts[string]): Hidden => ({
  ...{ rows: new Set(rows), totals: new Set(totals), columns: new Set(columns) },
  ...flags,
});

/**
 * What is told of a month: counts of few people are left out, and as much else as keeps them from being reckoned from
 * sums, from several items or from the difference to a release before. Every item is made of told facts alone.
 */
export function makeRelease(
  month: string,
  items: readonly ChartItem[],
  districts: readonly DistrictFacts[],
  before: readonly FormerRelease[],
): { readonly document: ReleaseDocument; readonly hidden: HiddenParts } {
  const tables = releaseTables(districts);
  const past = before.map((one) => ({ ...one, tables: releaseTables(one.districts) }));
  const told = new Map<string, Map<string, FactValue>>();
  const city = new Map<string, FactValue>();
  const tell = (name: string, id: string, value: FactValue) => {
    const facts = told.get(name) ?? new Map<string, FactValue>();
    told.set(name, facts.set(id, value));
  };
  const hidden: Record<string, HiddenParts[string]> = {};
  for (const whole of new Set(tables.map((one) => one.whole))) {
    const ofWhole = tables.filter((one) => one.whole === whole);
    const wanted = ofWhole.map(
      ({ key, table }): Wanted => ({ table, before: toldBefore(key, past) }),
    );
    for (const [at, one] of protectTogether(wanted, ofWhole).entries()) {
      const { key, table } = ofWhole[at]!;
      hidden[key] = asStored(one);
      const { cells, totals, sums, whole: all } = tellTable({ table, hidden: one });
      for (const [row, name] of table.rows.entries()) {
        if (whole !== key) tell(name, whole, totals[row] ?? 'hidden');
        for (const [column, id] of table.columns.entries())
          if (id !== REST) tell(name, id, cells[row]?.[column] ?? 'hidden');
      }
      if (whole !== key) city.set(whole, all ?? 'hidden');
      for (const [column, id] of table.columns.entries())
        if (id !== REST) city.set(id, sums[column] ?? 'hidden');
    }
  }
  for (const { id, counts } of FACTS) {
    if (counts !== 'places' && counts !== 'events') {
      // Recorded, and in no table that is told: left out, which is not the same as not recorded.
      const untold = districts.filter(
        ({ name, facts }) => typeof facts[id] === 'number' && !told.get(name)?.has(id),
      );
      for (const { name } of untold) tell(name, id, 'hidden');
      if (untold.length > 0 && !city.has(id)) city.set(id, 'hidden');
      continue;
    }
    const values = districts.map(({ name, facts }) => {
      tell(name, id, facts[id] ?? 'not-recorded');
      return facts[id];
    });
    const known = values.filter((value) => typeof value === 'number');
    city.set(
      id,
      known.length === 0 ? 'not-recorded' : known.reduce((sum, value) => sum + value, 0),
    );
  }
  const inUse = items.filter(({ retiredOn }) => retiredOn === null);
  const figuresOf = reckoner(items);
  const publish = (facts: FactValues) =>
    Object.fromEntries(
      [...figuresOf(facts)].map(([id, figure]) => [id, published(figure)] as const),
    );
  return {
    document: {
      ...{ month, items: inUse },
      districts: districts.map(({ name }) => ({
        name,
        figures: publish(Object.fromEntries(told.get(name) ?? [])),
      })),
      city: publish(Object.fromEntries(city)),
    },
    hidden,
  };
}

/** Tables whose rows are not the same districts have sums of their own. */
function protectTogether(
  wanted: readonly Wanted[],
  tables: readonly ReleaseTable[],
): readonly Hidden[] {
  const sameRows = new Map<string, number[]>();
  for (const [at, { table }] of wanted.entries()) {
    const key = table.rows.join('\n');
    sameRows.set(key, [...(sameRows.get(key) ?? []), at]);
  }
  const groups = [...sameRows.values()];
  const result: Hidden[] = [];
  for (const places of groups)
    for (const [order, one] of protect(
      places.map((at) => wanted[at]!),
      kindsIn(places.map((at) => tables[at]!)),
    ).entries())
      result[places[order]!] = one;
  if (groups.length <= 1) return result;
  // A sum that one of them leaves out must not be told by another.
  const totals = new Set(result.flatMap((one) => [...one.totals]));
  const isSilent = result.some((one) => one.isSilent);
  return result.map((one) => ({
    ...one,
    ...{ totals: new Set([...one.totals, ...totals]), rows: new Set([...one.rows, ...totals]) },
    isSilent: one.isSilent || isSilent,
  }));
}

function toldBefore(
  key: string,
  past: readonly (FormerRelease & { readonly tables: readonly ReleaseTable[] })[],
): Told[] {
  return past.flatMap(({ tables, hidden }) => {
    const former = tables.find((one) => one.key === key);
    const parts = hidden[key];
    return former === undefined || parts === undefined
      ? []
      : [{ table: former.table, hidden: asSets(parts) }];
  });
}

function published(figure: Figure): Published {
  switch (figure.state) {
    case 'known':
      return figure.value;
    case 'hidden':
      return 'suppressed';
    case 'not-recorded':
      return 'not-recorded';
    default:
      return 'not-computable';
  }
}
