import type { Bilingual } from '../resident/labels.ts';
import { CHART_PROBLEMS, type ChartProblem } from './chart-problems.ts';
import { FACTS, type FactValues } from './facts.ts';
import { type Expression, namesIn, type Parsed, parseFormula } from './formula/parse.ts';
import { type Figure, figureOfFact, reckon } from './formula/reckon.ts';

/** A line of the chart. The city adds, renames, reorders and retires them; their order is that of the list. */
export interface ChartItem {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly note: string;
  readonly formula: string;
  /** Digits behind the point. */
  readonly decimals: number;
  /** YYYY-MM-DD; null = in use. */
  readonly retiredOn: string | null;
}

type Meaning =
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'item'; readonly item: ChartItem }
  | { readonly kind: 'unknown' };

/** What names stand for: a fact or an item by id or Japanese name; facts go first. */
function meaningsOf(items: readonly ChartItem[]): (name: string) => Meaning {
  const facts = new Map<string, string>();
  for (const { id, label } of FACTS) facts.set(id, id).set(label.ja, id);
  const byName = new Map<string, ChartItem>();
  for (const item of [...items].reverse()) byName.set(item.label.ja, item);
  for (const item of items) byName.set(item.id, item);
  return (name) => {
    const fact = facts.get(name);
    if (fact !== undefined) return { kind: 'fact', id: fact };
    const item = byName.get(name);
    return item === undefined ? { kind: 'unknown' } : { kind: 'item', item };
  };
}

/** The formula of an item, or what is wrong with it or with an item that it leads to. */
function formulaOf(item: ChartItem, meaningOf: (name: string) => Meaning): Parsed {
  const parsed = parseFormula(item.formula);
  if (!parsed.ok) return parsed;
  // Many items may lead to the same one: each is looked at once.
  const sound = new Set<string>();
  const look = (expression: Expression, within: readonly string[]): ChartProblem | null => {
    for (const { name, at } of namesIn(expression)) {
      const meaning = meaningOf(name);
      if (meaning.kind === 'unknown') return CHART_PROBLEMS.unknownName(at, name);
      if (meaning.kind === 'fact') continue;
      const { item: used } = meaning;
      if (within.includes(used.id)) return CHART_PROBLEMS.circle(used.label.ja);
      if (used.retiredOn !== null) return CHART_PROBLEMS.retiredName(at, name, used.retiredOn);
      if (sound.has(used.id)) continue;
      const inner = parseFormula(used.formula);
      if (!inner.ok) return inner.problem;
      const problem = look(inner.expression, [...within, used.id]);
      if (problem !== null) return problem;
      sound.add(used.id);
    }
    return null;
  };
  const problem = look(parsed.expression, [item.id]);
  return problem === null ? parsed : { ok: false, problem };
}

/** The first item in use that does not hold, in words; null where all do. */
export function problemIn(items: readonly ChartItem[]): ChartProblem | null {
  const seen = new Set<string>();
  const meaningOf = meaningsOf(items);
  for (const item of items) {
    if (seen.has(item.id)) return CHART_PROBLEMS.sameItem(item.id);
    seen.add(item.id);
    if (item.retiredOn !== null) continue;
    const formula = formulaOf(item, meaningOf);
    if (!formula.ok) return CHART_PROBLEMS.wrongItem(item.label.ja, formula.problem);
  }
  return null;
}

/**
 * Reckons items from the facts of one district: every formula is read once for all of them, every item reckoned once
 * in each. One that does not hold says so and keeps no other from it.
 */
export function reckoner(
  items: readonly ChartItem[],
): (facts: FactValues) => ReadonlyMap<string, Figure> {
  const meaningOf = meaningsOf(items);
  const formulas = new Map(
    items.flatMap((item) =>
      item.retiredOn === null ? [[item.id, formulaOf(item, meaningOf)] as const] : [],
    ),
  );
  return (facts) => {
    const figures = new Map<string, Figure>();
    const meant = (name: string): Figure => {
      const meaning = meaningOf(name);
      // What is unknown or goes in a circle was refused before.
      if (meaning.kind === 'unknown') return { state: 'not-recorded', missing: [name] };
      return meaning.kind === 'fact'
        ? figureOfFact(facts[meaning.id], meaning.id)
        : figureOf(meaning.item.id);
    };
    const figureOf = (id: string): Figure => {
      const before = figures.get(id);
      if (before !== undefined) return before;
      const formula = formulas.get(id);
      let figure: Figure = { state: 'not-recorded', missing: [id] };
      if (formula?.ok === true) figure = reckon(formula.expression, meant);
      else if (formula !== undefined) {
        const { ja, en } = formula.problem;
        figure = { state: 'wrong', reason: { ja, en } };
      }
      figures.set(id, figure);
      return figure;
    };
    return new Map([...formulas.keys()].map((id) => [id, figureOf(id)]));
  };
}

/** Facts that an item of the list rests on, through other items as well. */
export function factsBehind(items: readonly ChartItem[]): (item: ChartItem) => readonly string[] {
  const meaningOf = meaningsOf(items);
  return (item) => {
    const facts = new Set<string>();
    const visited = new Set<string>();
    const visit = ({ id, formula }: ChartItem) => {
      if (visited.has(id)) return;
      visited.add(id);
      const parsed = parseFormula(formula);
      for (const { name } of parsed.ok ? namesIn(parsed.expression) : []) {
        const meaning = meaningOf(name);
        if (meaning.kind === 'fact') facts.add(meaning.id);
        if (meaning.kind === 'item') visit(meaning.item);
      }
    };
    visit(item);
    return [...facts];
  };
}
