import type { Command } from 'commander';
import { type CriteriaComparison, compareCriteria } from '#domain/priority/compare';
import { recordAccess } from '../services/audit/record-access.ts';
import { listFacts } from '../services/rank-municipality.ts';
import { CRITERIA_FORMS, criteriaOf } from './criteria-option.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { print, printJson, printTable } from './print.ts';
import { withContext } from './session.ts';

export function registerCompare(program: Command, say: Say): void {
  program
    .command('compare')
    .summary(say({ ja: '二つの基準を比べる', en: 'compare two criteria' }))
    .description(
      say({
        ja: '基準を変えると誰の段階が変わるかを、地区ごとに示します。何も変更しません。',
        en: 'Says who would change tier, per district. Changes nothing.',
      }),
    )
    .argument(
      '<from>',
      say({ ja: `今の基準(${CRITERIA_FORMS.ja})`, en: `criteria in use (${CRITERIA_FORMS.en})` }),
    )
    .argument('<to>', say({ ja: '比べる基準(同じ書き方)', en: 'the other criteria (likewise)' }))
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action((from: string, to: string, flags: { municipality?: string; json?: true }) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const facts = await listFacts(context, code);
        const note = {
          action: 'people.criteria',
          people: facts.map(({ residentId }) => residentId),
        } as const;
        await recordAccess(context.database, context.actor, code, note);
        const comparison = compareCriteria(
          await criteriaOf(context, code, from),
          await criteriaOf(context, code, to),
          facts,
        );
        if (flags.json) printJson(comparison);
        else printComparison(comparison, say);
      }),
    );
}

function printComparison(comparison: CriteriaComparison, say: Say): void {
  const { from, to, residents, changed, moves, districts } = comparison;
  print(`${say(from.name)} → ${say(to.name)}`);
  print(
    say({
      ja: `${residents} 人のうち ${changed} 人の段階が変わります`,
      en: `${changed} of ${residents} people change tier`,
    }),
  );
  const label = (tiers: typeof from.tiers, tier: number) => {
    const found = tiers.find((one) => one.tier === tier);
    return found === undefined ? String(tier) : `${tier} ${say(found.label)}`;
  };
  printTable(
    [
      say({ ja: '今', en: 'From' }),
      say({ ja: '変更後', en: 'To' }),
      say({ ja: '人', en: 'People' }),
    ],
    moves.map(({ fromTier, toTier, count }) => [
      label(from.tiers, fromTier),
      label(to.tiers, toTier),
      count,
    ]),
  );
  print('');
  printTable(
    [
      say({ ja: '地区', en: 'District' }),
      say({ ja: '人', en: 'People' }),
      say({ ja: '変わる人', en: 'Changed' }),
    ],
    districts.map((one) => [
      one.district ?? say({ ja: '不明', en: 'unknown' }),
      one.residents,
      one.changed,
    ]),
  );
}
