import type { Charts, FigureOnWire } from '#contract/chart';
import type { FactSource, FactValues } from '#domain/chart/facts';
import type { Figure } from '#domain/chart/formula/reckon';
import { factsBehind, reckoner } from '#domain/chart/items';
import { type Actor, personRuleOf } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectActiveDatasets } from '../../db/queries/read/datasets.ts';
import { countedByDistrict } from '../read/counted-figures.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import type { ChartFactsReader } from './chart-facts.ts';
import type { CutOffReader, CutOffState } from './cut-off-figures.ts';
import { itemsInForce } from './items.ts';

export interface ChartSources {
  readonly database: Database;
  readonly readers: Readers;
  readonly facts: ChartFactsReader;
  readonly cutOff: CutOffReader;
  readonly clock: () => Date;
}

export const figureOnWire = (figure: Figure): FigureOnWire =>
  figure.state === 'not-recorded' ? { ...figure, missing: [...figure.missing] } : figure;

/** Charts of all districts as the actor sees them, as the data stand now. */
export async function readCharts(
  sources: ChartSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  cutOff: CutOffState,
): Promise<Charts> {
  const { database, readers, clock } = sources;
  const { code } = municipality;
  const now = clock();
  const { items } = await itemsInForce(database, code);
  const { districts, city } = await sources.facts.read(municipality, actor, cutOff, now);
  const figuresOf = reckoner(items);
  const factsOf = factsBehind(items);
  const reckon = (facts: FactValues): Charts['city'] =>
    Object.fromEntries([...figuresOf(facts)].map(([id, figure]) => [id, figureOnWire(figure)]));
  const counted = await readers.counted(municipality, actor);
  const unseen = countedByDistrict(
    // Whose district is not known has a row here too.
    counted.map((row) => ({ ...row, district_name: row.district_name ?? '' })),
    districts.map(({ name }) => name),
  );
  return {
    items: items
      .filter(({ retiredOn }) => retiredOn === null)
      .map((item) => ({ ...item, facts: [...factsOf(item)] })),
    dates: await datesOf(database, code, districts),
    cutOff: cutOff.state,
    readAt: now.toISOString(),
    city: reckon(city),
    cityIsOf:
      actor.districts !== null
        ? 'districts'
        : personRuleOf(actor).needs === null
          ? 'everybody'
          : 'seen',
    districts: districts.map(({ name, isDistrict, facts, factDates }, place) => ({
      name: name === '' ? null : name,
      isDistrict,
      figures: reckon(facts),
      notSeen: unseen[place]?.residents ?? null,
      factDates: { ...factDates },
    })),
  };
}

/** The oldest date of each kind of data in force; null where a file says none, as it may be older. */
async function datesOf(
  database: Database,
  code: string,
  districts: readonly { readonly factDates: Readonly<Record<string, string>> }[],
): Promise<Charts['dates']> {
  const active = await selectActiveDatasets(database, code);
  const oldest = (dates: readonly (string | null)[]) =>
    dates.includes(null) ? null : ([...dates].sort()[0] ?? null);
  const ofKind = (kind: string) =>
    oldest(active.flatMap((one) => (one.kind === kind ? [one.as_of] : [])));
  const kinds: readonly (readonly [FactSource, string])[] = [
    ...([['roster', 'roster'] as const, ['zones', 'zones'] as const] as const),
    ...([['shelters', 'shelters'] as const, ['roads', 'roads'] as const] as const),
  ];
  return [
    ...kinds.map(([source, kind]) => ({ source, asOf: ofKind(kind) })),
    {
      source: 'city' as const,
      asOf: oldest(districts.flatMap(({ factDates }) => Object.values(factDates))),
    },
  ];
}
