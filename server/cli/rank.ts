import { type Command, InvalidArgumentError } from 'commander';
import { tierLabels } from '#domain/priority/criteria';
import { rankResidents } from '#domain/priority/rank';
import type { ServiceContext } from '../services/context.ts';
import { listFacts, type Ranking, rankMunicipality } from '../services/rank-municipality.ts';
import { CRITERIA_FORMS, criteriaOf } from './criteria-option.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { print, printJson, printTable } from './print.ts';
import { rosterRows } from './roster-rows.ts';
import { withContext } from './session.ts';

interface RankFlags {
  readonly municipality?: string;
  readonly criteria?: string;
  readonly limit: number;
  readonly json?: true;
}

export function registerRank(program: Command, say: Say): void {
  program
    .command('rank')
    .summary(say({ ja: '優先順位を付けて表示する', en: 'rank people and print the order' }))
    .description(
      say({
        ja: '自治体が選んだ基準で順位を付けて保存し、表示します。--criteria を付けると、その基準での順位を保存せずに表示します。',
        en: 'Ranks by the criteria that the municipality chose and stores it; with --criteria only shows the order.',
      }),
    )
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option('--criteria <id|file>', say(CRITERIA_FORMS))
    .option('--limit <number>', say({ ja: '表示する人数', en: 'people to print' }), readLimit, 20)
    .option('--json', say({ ja: '全員を JSON で出力', en: 'print everybody as JSON' }))
    .action((flags: RankFlags) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const ranking = await rankBy(context, code, flags.criteria);
        await printRanking(context, code, ranking, flags, say);
      }),
    );
}

async function rankBy(
  context: ServiceContext,
  code: string,
  criteriaId: string | undefined,
): Promise<Ranking> {
  if (criteriaId === undefined) return unwrap(await rankMunicipality(context, code));
  const criteria = await criteriaOf(context, code, criteriaId);
  return { criteria, ranked: rankResidents(criteria, await listFacts(context, code)) };
}

async function printRanking(
  context: ServiceContext,
  code: string,
  { criteria, ranked }: Ranking,
  { limit, json }: RankFlags,
  say: Say,
): Promise<void> {
  const roster = await rosterRows(context, code);
  const people = new Map(roster.rows.map((row) => [row.id, row]));
  const rows = ranked.map((one) => {
    const person = people.get(one.residentId);
    return {
      ...one,
      rosterNumber: person?.rosterNumber ?? null,
      name: person?.name ?? null,
      district: person?.district ?? null,
    };
  });
  const { id, version, effectiveOn } = criteria;
  if (json) {
    printJson({ criteria: { id, version, effectiveOn }, residents: rows });
    return;
  }
  print(`${say(criteria.name)} (${id} v${version}, ${effectiveOn})`);
  for (const [index, label] of tierLabels(criteria).entries())
    print(`  ${index + 1}. ${say(label)}: ${rows.filter(({ tier }) => tier === index + 1).length}`);
  const header = [
    { ja: '順位', en: 'Rank' },
    { ja: '段階', en: 'Tier' },
    { ja: '点数', en: 'Score' },
    { ja: '名簿番号', en: 'Number' },
    { ja: '氏名', en: 'Name' },
    { ja: '地区', en: 'District' },
  ].map(say);
  printTable(
    header,
    rows
      .slice(0, limit)
      .map(({ rank, tier, score, rosterNumber, name, district }) => [
        rank,
        tier,
        score,
        rosterNumber,
        name,
        district,
      ]),
  );
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 0) throw new InvalidArgumentError('>= 0');
  return limit;
}
