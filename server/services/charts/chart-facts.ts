import type { CityFigure } from '#domain/chart/city-figures';
import { FACTS, type FactValue, type FactValues } from '#domain/chart/facts';
import { localDay } from '#domain/local-day';
import { type Actor, personRuleOf, scopeOf, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectCityFigures } from '../../db/queries/charts/figures.ts';
import { type ChartFactsRow, selectChartFacts } from '../../db/queries/read/chart-facts.ts';
import { type MunicipalityVersions, versionToken } from '../read/data-versions.ts';
import { RESIDENT_TOPICS, SHELTER_TOPICS } from '../read/readers.ts';
import { VersionCache } from '../read/version-cache.ts';
import type { CutOffState } from './cut-off-figures.ts';
import { drillFacts, type OutsideFacts, relayFacts } from './outside-figures.ts';

export interface DistrictFactsRead {
  /** '' = people whose district is not known. */
  readonly name: string;
  readonly isDistrict: boolean;
  readonly facts: FactValues;
  /** Dates of the city's own figures, by id of the fact. */
  readonly factDates: Readonly<Record<string, string>>;
}

export interface ChartFactsRead {
  readonly districts: readonly DistrictFactsRead[];
  readonly city: FactValues;
}

/** What a role that sees people masked is not told of them. */
const MASKED_GROUPS = ['age', 'disability', 'power', 'household', 'supporters', 'plan'];

/** Reads the facts of districts; those of people and shelters stay in memory for a version of the data. */
export class ChartFactsReader {
  readonly #database: Database;
  readonly #counted = new VersionCache<readonly ChartFactsRow[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  async read(
    municipality: MunicipalityVersions,
    actor: Actor,
    cutOff: CutOffState,
    now: Date,
  ): Promise<ChartFactsRead> {
    const { code } = municipality;
    const today = localDay(now);
    const topics = [...RESIDENT_TOPICS, ...SHELTER_TOPICS, 'plans'] as const;
    const token = `${versionToken(municipality, topics)} ${today}`;
    const counted = await this.#counted.get(`${code} ${scopeOf(actor)}`, token, () =>
      withActor(this.#database, actor, code, (tx) =>
        selectChartFacts(tx, code, actor.districts, today),
      ),
    );
    const [figures, drills, relay] = await withActor(this.#database, actor, code, async (tx) => [
      await selectCityFigures(tx, code, today),
      await drillFacts(tx, code),
      await relayFacts(tx, actor, code, now),
    ]);
    const isMasked = personRuleOf(actor).shown !== 'full';
    const districts = counted.map((row): DistrictFactsRead => {
      const name = row.name ?? '';
      const own = figures.filter(({ district }) => district === name && name !== '');
      const facts: Record<string, FactValue> = {};
      for (const fact of FACTS) facts[fact.id] = row.facts[fact.id] ?? 'not-recorded';
      for (const { id, group } of FACTS)
        if (isMasked && (MASKED_GROUPS.includes(group ?? '') || id.startsWith('disability.')))
          facts[id] = 'hidden';
      Object.assign(facts, cutOffFacts(cutOff, name, row.facts.residents ?? 0));
      Object.assign(facts, factsOutside(drills, name), relayOf(relay, name), placesOf(row.facts));
      for (const { fact, value } of own) facts[fact] = value;
      const factDates = Object.fromEntries(own.map(({ fact, asOf }) => [fact, asOf]));
      return { name, isDistrict: row.is_district, facts, factDates };
    });
    return { districts, city: cityFacts(districts, figures) };
  }
}

function cutOffFacts(cutOff: CutOffState, name: string, residents: number): FactValues {
  if (cutOff.state === 'not-told')
    return { 'cutoff.some': 'hidden', 'cutoff.none': 'hidden', 'cutoff.unlooked': 'hidden' };
  if (cutOff.state !== 'known') return {};
  const { cutOff: some, looked } = cutOff.figures.get(name) ?? { cutOff: 0, looked: 0 };
  return {
    'cutoff.some': some,
    'cutoff.none': looked - some,
    'cutoff.unlooked': Math.max(0, residents - looked),
  };
}

const relayOf = (relay: OutsideFacts | 'hidden', name: string): FactValues =>
  relay === 'hidden'
    ? Object.fromEntries(
        FACTS.flatMap(({ id, source }) => (source === 'relay-sheets' ? [[id, 'hidden']] : [])),
      )
    : factsOutside(relay, name);

/** Where the lists say of no shelter how many it takes, the sum of them is not 0 but unknown. */
export function placesOf(facts: FactValues): FactValues {
  return Object.fromEntries(
    ['shelter', 'welfare'].flatMap((kind) => {
      const count = facts[`${kind}.count`];
      const isUnknown =
        typeof count === 'number' && count > 0 && facts[`${kind}.unknown`] === count;
      return isUnknown ? [[`${kind}.capacity`, 'not-recorded' as const]] : [];
    }),
  );
}

/** A district of which nothing is kept has had none: the records are there. */
function factsOutside(facts: OutsideFacts, name: string): FactValues {
  if (facts === null) return {};
  const ids = new Set([...facts.values()].flatMap((one) => Object.keys(one)));
  const own = facts.get(name) ?? {};
  return Object.fromEntries([...ids].map((id) => [id, own[id] ?? 0]));
}

/** The city's own figure where there is one, else the sum of all districts that could have one. */
function cityFacts(
  districts: readonly DistrictFactsRead[],
  figures: readonly CityFigure[],
): FactValues {
  const own = new Map(
    figures.flatMap(({ district, fact, value }) => (district === '' ? [[fact, value]] : [])),
  );
  const facts = Object.fromEntries(
    FACTS.map(({ id, source }): [string, FactValue] => {
      const said = own.get(id);
      if (said !== undefined) return [id, said];
      const asked = source === 'city' ? districts.filter((one) => one.isDistrict) : districts;
      const all = asked.map(({ facts }) => facts[id]);
      // What is known of places is told with how many are unknown beside it.
      const isOfPlaces = source === 'shelters' && all.some((value) => typeof value === 'number');
      const values = isOfPlaces ? all.filter((value) => typeof value === 'number') : all;
      const gap = values.find((value) => typeof value !== 'number');
      if (values.length === 0 || gap !== undefined) return [id, gap ?? 'not-recorded'];
      return [id, values.reduce<number>((sum, value) => sum + Number(value), 0)];
    }),
  );
  return { ...facts, ...placesOf(facts) };
}
