import type { FactName, ResidentFacts } from '#domain/resident/facts';
import type { Bilingual } from '#domain/resident/labels';
import { compileComparison } from './comparison.ts';
import { comparisonWords } from './comparison-words.ts';
import { comparisonsOf } from './condition.ts';
import type { Comparison, Condition } from './criteria.ts';
import { factWords } from './fact-words.ts';
import { MET, NOT_MET, type Truth, UNKNOWN } from './truth.ts';

/** A fact that a condition looks at, with every comparison that it is put to and how that came out. */
interface Evidence {
  readonly fact: FactName;
  readonly tests: { readonly comparison: Comparison; readonly truth: Truth }[];
}

/** The facts that decide a condition in words, each with the comparison that it meets or fails. */
export function evidenceWords(condition: Condition, facts: ResidentFacts): Bilingual[] {
  return collectEvidence([condition], facts).map((evidence) => sayEvidence(evidence, facts));
}

/** Only the facts that leave a comparison of these conditions open, each once. */
export function missingWords(conditions: readonly Condition[], facts: ResidentFacts): Bilingual[] {
  return collectEvidence(conditions, facts)
    .filter(({ tests }) => tests.some(({ truth }) => truth === UNKNOWN))
    .map(({ fact }) => factWords(facts, fact));
}

function collectEvidence(conditions: readonly Condition[], facts: ResidentFacts): Evidence[] {
  const byFact = new Map<FactName, Evidence>();
  for (const comparison of conditions.flatMap(comparisonsOf)) {
    const { fact } = comparison;
    const evidence = byFact.get(fact) ?? { fact, tests: [] };
    byFact.set(fact, evidence);
    evidence.tests.push({ comparison, truth: compileComparison(comparison)(facts) });
  }
  return [...byFact.values()];
}

/** What decides is said: what is met; failing that, what is open; failing that, all that is not met. */
function sayEvidence({ fact, tests }: Evidence, facts: ResidentFacts): Bilingual {
  const words = factWords(facts, fact);
  const { value } = facts[fact];
  if (value === null || value === 'undetermined') return words;
  const decisive = ([MET, UNKNOWN, NOT_MET] as const).find((candidate) =>
    tests.some(({ truth }) => truth === candidate),
  );
  const asked = tests
    .filter(({ truth }) => truth === decisive)
    .map(({ comparison }) => comparisonWords(comparison));
  const japanese = [...new Set(asked.map(({ ja }) => `「${ja}」`))].join('');
  const english = [...new Set(asked.map(({ en }) => `"${en}"`))].join(', ');
  switch (decisive) {
    case MET:
      return { ja: `${words.ja}→${japanese}に該当`, en: `${words.en}: meets ${english}` };
    case UNKNOWN:
      return {
        ja: `${words.ja}→${japanese}は判定できません`,
        en: `${words.en}: cannot be judged against ${english}`,
      };
    default:
      return {
        ja: `${words.ja}→${japanese}に該当しない`,
        en: `${words.en}: does not meet ${english}`,
      };
  }
}
