import { CHART_PROBLEMS, type ChartProblem } from '../chart-problems.ts';
import { type Operator, type Token, tokensOf } from './tokens.ts';

/** A formula as it is reckoned. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'sum'; readonly parts: readonly Expression[] }
  /** Of hundred. */
  | { readonly kind: 'ratio'; readonly part: Expression; readonly whole: Expression };

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: ChartProblem };

const MOST_CHARACTERS = 500;
const FUNCTIONS: Readonly<Record<string, 'sum' | 'ratio'>> = {
  ...{ sum: 'sum', 合計: 'sum', ratio: 'ratio', 割合: 'ratio' },
};

class Refused extends Error {
  readonly problem: ChartProblem;
  constructor(problem: ChartProblem) {
    super(problem.en);
    this.problem = problem;
  }
}

/** Reads a formula: `+ - * /`, brackets, `sum(a, b, …)`, `ratio(part, whole)`, names of facts and items. */
export function parseFormula(formula: string): Parsed {
  if (formula.length > MOST_CHARACTERS) return { ok: false, problem: CHART_PROBLEMS.tooLong() };
  const read = tokensOf(formula);
  if ('problem' in read) return { ok: false, problem: read.problem };
  try {
    const parser = new Parser(read.tokens, formula);
    return { ok: true, expression: parser.whole() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #formula: string;
  #place = 0;

  constructor(tokens: readonly Token[], formula: string) {
    this.#tokens = tokens;
    this.#formula = formula;
  }

  whole(): Expression {
    const expression = this.#terms();
    const token = this.#next();
    if (token.kind !== 'end')
      throw new Refused(CHART_PROBLEMS.trailing(token.at, this.#words(token)));
    return expression;
  }

  #next(): Token {
    return this.#tokens[this.#place] ?? { kind: 'end', at: this.#formula.length + 1 };
  }

  #words({ at, kind }: Token): string {
    return kind === 'end' ? '' : (this.#formula[at - 1] ?? '');
  }

  #isSign(sign: '(' | ')' | ','): boolean {
    const token = this.#next();
    return token.kind === 'sign' && token.sign === sign;
  }

  #operatorAmong(operators: readonly Operator[]): Operator | null {
    const token = this.#next();
    return token.kind === 'operator' && operators.includes(token.operator) ? token.operator : null;
  }

  #terms(): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()));
  }

  #chain(operators: readonly Operator[], read: () => Expression): Expression {
    let left = read();
    for (;;) {
      const operator = this.#operatorAmong(operators);
      if (operator === null) return left;
      this.#place += 1;
      left = { kind: 'operation', operator, left, right: read() };
    }
  }

  #factor(): Expression {
    const token = this.#next();
    if (token.kind === 'operator' && token.operator === '-') {
      this.#place += 1;
      return {
        ...{ kind: 'operation', operator: '-', right: this.#factor() },
        left: { kind: 'number', value: 0 },
      };
    }
    if (token.kind === 'number') {
      this.#place += 1;
      return { kind: 'number', value: token.value };
    }
    if (token.kind === 'name') {
      this.#place += 1;
      return this.#isSign('(') ? this.#call(token) : token;
    }
    if (this.#isSign('(')) {
      this.#place += 1;
      const inside = this.#terms();
      this.#close();
      return inside;
    }
    throw new Refused(CHART_PROBLEMS.unexpected(token.at, this.#words(token)));
  }

  #call({ name, at }: { readonly name: string; readonly at: number }): Expression {
    const called = FUNCTIONS[name.toLowerCase()];
    if (called === undefined) throw new Refused(CHART_PROBLEMS.unknownFunction(at, name));
    this.#place += 1;
    const parts = [this.#terms()];
    while (this.#isSign(',')) {
      this.#place += 1;
      parts.push(this.#terms());
    }
    this.#close();
    if (called === 'sum') return { kind: 'sum', parts };
    const [part, whole] = parts;
    if (part === undefined || whole === undefined || parts.length !== 2)
      throw new Refused(CHART_PROBLEMS.wrongCount(at, name, '2個', parts.length));
    return { kind: 'ratio', part, whole };
  }

  #close(): void {
    if (!this.#isSign(')')) throw new Refused(CHART_PROBLEMS.notClosed(this.#next().at));
    this.#place += 1;
  }
}

/** Every name in it, with its place. */
export function namesIn(expression: Expression): readonly { name: string; at: number }[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression];
    case 'operation':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'sum':
      return expression.parts.flatMap(namesIn);
    case 'ratio':
      return [...namesIn(expression.part), ...namesIn(expression.whole)];
  }
}
