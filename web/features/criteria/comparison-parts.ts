import { draftComparisonSchema } from '#contract/criteria';
import type { Comparison } from '#domain/priority/criteria';
import type { FactName } from '#domain/resident/facts';

/** How a fact is compared. */
export type Form =
  | 'oneOf'
  | 'includesAny'
  | 'atLeast'
  | 'atMost'
  | 'anyGrade'
  | 'gradeAtMost'
  | 'gradeOneOf';

/** A comparison taken apart for the pickers: each holds one part. */
export interface ComparisonParts {
  readonly fact: FactName;
  readonly form: Form;
  /** Values, or kinds of disability. */
  readonly values: readonly string[];
  readonly grades: readonly string[];
  /** A number, or the care level from which on. */
  readonly limit: string;
}

const FORMS: Readonly<Partial<Record<FactName, readonly Form[]>>> = {
  phenomena: ['includesAny'],
  age: ['atLeast'],
  careLevel: ['atLeast', 'oneOf'],
  disabilities: ['anyGrade', 'gradeAtMost', 'gradeOneOf'],
  devices: ['includesAny'],
  supporterCount: ['atMost'],
};
const ONE_OF: readonly Form[] = ['oneOf'];

export const formsOf = (fact: FactName): readonly Form[] => FORMS[fact] ?? ONE_OF;

const EMPTY = { values: [], grades: [], limit: '' } as const;

export function partsOf(comparison: Comparison): ComparisonParts {
  const { fact } = comparison;
  switch (comparison.fact) {
    case 'phenomena':
    case 'devices':
      return { ...EMPTY, fact, form: 'includesAny', values: comparison.includesAny };
    case 'age':
      return { ...EMPTY, fact, form: 'atLeast', limit: String(comparison.atLeast) };
    case 'supporterCount':
      return { ...EMPTY, fact, form: 'atMost', limit: String(comparison.atMost) };
    case 'careLevel':
      return 'atLeast' in comparison
        ? { ...EMPTY, fact, form: 'atLeast', limit: comparison.atLeast }
        : { ...EMPTY, fact, form: 'oneOf', values: comparison.oneOf };
    case 'disabilities': {
      const values = comparison.kinds;
      if ('gradeAtMost' in comparison)
        return { ...EMPTY, fact, form: 'gradeAtMost', values, limit: `${comparison.gradeAtMost}` };
      if ('gradeOneOf' in comparison)
        return { ...EMPTY, fact, form: 'gradeOneOf', values, grades: comparison.gradeOneOf };
      return { ...EMPTY, fact, form: 'anyGrade', values };
    }
    default:
      return { ...EMPTY, fact, form: 'oneOf', values: comparison.oneOf };
  }
}

/** Puts the parts together; null where they are no comparison (a number that is none). */
export function comparisonOf(parts: ComparisonParts): Comparison | null {
  const parsed = draftComparisonSchema.safeParse(plainOf(parts));
  return parsed.success ? parsed.data : null;
}

function plainOf({ fact, form, values, grades, limit }: ComparisonParts): object {
  switch (form) {
    case 'oneOf':
    case 'includesAny':
      return { fact, [form]: values };
    case 'atLeast':
      return { fact, atLeast: fact === 'careLevel' ? limit : numberOf(limit) };
    case 'atMost':
      return { fact, atMost: numberOf(limit) };
    case 'anyGrade':
      return { fact, kinds: values };
    case 'gradeAtMost':
      return { fact, kinds: values, gradeAtMost: numberOf(limit) };
    case 'gradeOneOf':
      return { fact, kinds: values, gradeOneOf: grades };
  }
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** Where the limit stands when a form is chosen anew. */
const FIRST_LIMIT: Readonly<Partial<Record<FactName, string>>> = {
  age: '75',
  careLevel: '23',
  supporterCount: '0',
  disabilities: '2',
};

/** The same fact compared in another way; values are kept where they still fit. */
export function inForm(parts: ComparisonParts, form: Form): ComparisonParts {
  const values = parts.values.filter((value) => fitsForm(form, value));
  const hasLimit = form === 'atLeast' || form === 'atMost' || form === 'gradeAtMost';
  const limit = hasLimit ? (FIRST_LIMIT[parts.fact] ?? '') : '';
  return { ...parts, form, values, grades: [], limit };
}

/** 難病 has no grades, 療育手帳 no numbered ones. */
export function fitsForm(form: Form, kind: string): boolean {
  if (form === 'gradeAtMost') return kind !== 'intellectual' && kind !== 'intractable-disease';
  return form !== 'gradeOneOf' || kind !== 'intractable-disease';
}

/** Another fact, with nothing chosen yet. */
export function startOf(fact: FactName): ComparisonParts {
  const [form = 'oneOf'] = formsOf(fact);
  return inForm({ ...EMPTY, fact, form }, form);
}
