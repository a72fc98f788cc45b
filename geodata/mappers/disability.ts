import type { Disability, DisabilityKind } from '#domain/resident/disability';
import type { ImportReason } from '#geodata/item';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import {
  type DisabilityColumn,
  type DisabilityToken,
  tokenizeDisabilities,
} from './disability-tokens.ts';
import {
  comparable,
  isNo,
  isYes,
  NOT_SAID,
  type Parsed,
  parsed,
  textOrNull,
} from './roster-text.ts';

const KIND_OF_COLUMN: Readonly<Partial<Record<DisabilityColumn, DisabilityKind>>> = {
  intellectual: 'intellectual',
  mental: 'mental',
  disease: 'intractable-disease',
};

/**
 * Kinds and grades of one cell: 「肢体(上肢)2級」, 「視覚1級・聴覚3級」, 「1種2級 内部」, 「Ⓐ」, 「精神2級」.
 * `[]` is an explicit "none". A physical grade without its kind can't be expressed and is said.
 */
export function parseDisabilities(
  cell: string | undefined,
  columnKind: DisabilityColumn,
  columnName: string,
): Parsed<readonly Disability[]> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  if (isNo(text)) return parsed<readonly Disability[]>([]);
  const kindOfColumn = KIND_OF_COLUMN[columnKind];
  if (kindOfColumn === 'intractable-disease') return parsed([{ kind: kindOfColumn, grade: null }]);
  // A bare 1 under 精神手帳 is its gravest grade and no "yes".
  const isFlag = isYes(text) && !(kindOfColumn === 'mental' && comparable(text) === '1');
  if (kindOfColumn !== undefined && isFlag) return parsed([{ kind: kindOfColumn, grade: null }]);
  if (isFlag) return parsed<readonly Disability[]>(null, ROSTER_REASONS.physicalKindMissing(text));

  const clauses = toClauses(text, columnKind);
  const tokens = clauses.flat();
  const pairs = clauses.map((clause) => pairUp(clause, kindOfColumn));
  const disabilities = pairs.flatMap((pair) => pair.disabilities);
  const orphans = pairs.flatMap((pair) => pair.orphans);
  const replaced = pairs.flatMap((pair) => pair.replaced);
  const repairs: ImportReason[] = replaced.map(([from, to]) =>
    ROSTER_REASONS.readAs(columnName, from, to),
  );
  const strange = tokens.filter(({ type }) => type === 'strange').map((token) => token.text);
  if (disabilities.length === 0) {
    repairs.push(
      orphans.length > 0 && strange.length === 0
        ? ROSTER_REASONS.physicalKindMissing(text)
        : ROSTER_REASONS.unreadable(columnName, text),
    );
    return parsed<readonly Disability[]>(null, ...repairs);
  }
  const impossible = disabilities.filter(hasImpossibleGrade);
  for (const part of [...strange, ...orphans, ...impossible.map(({ grade }) => grade ?? '')])
    repairs.push(ROSTER_REASONS.partlyUnreadable(columnName, part));
  const possible = disabilities.map((one) =>
    hasImpossibleGrade(one) ? { kind: one.kind, grade: null } : one,
  );
  return parsed(uniqueDisabilities(possible), ...repairs);
}

/** 等級 and 部位 in two columns: the grade belongs to every kind that the other column names. */
export function parsePhysicalInTwoColumns(
  grade: string | undefined,
  kinds: string | undefined,
  columnName: string,
): Parsed<readonly Disability[]> {
  const gradeText = textOrNull(grade);
  const kindText = textOrNull(kinds);
  if (gradeText === null || kindText === null || isNo(gradeText) || isYes(gradeText))
    return parseDisabilities(kindText ?? gradeText ?? undefined, 'physical', columnName);
  if (isYes(kindText)) return parseDisabilities(gradeText, 'physical', columnName);
  const kindsSayGrades = /[1-7１-７一二三四五六七]\s*級/u.test(kindText);
  const whole = kindsSayGrades ? kindText : `${kindText} ${gradeText}`;
  return parseDisabilities(whole, 'physical', columnName);
}

/** One of each; a kind without a grade gives way to the same kind with one. */
export function uniqueDisabilities(disabilities: readonly Disability[]): Disability[] {
  const byKey = new Map(disabilities.map((one) => [`${one.kind} ${one.grade}`, one]));
  const graded = new Set(
    disabilities.filter(({ grade }) => grade !== null).map(({ kind }) => kind),
  );
  return [...byKey.values()].filter(({ kind, grade }) => grade !== null || !graded.has(kind));
}

/** 療育手帳 has letters, 精神 1–3, the physical certificate 1–7 (7 counts only beside another). */
function hasImpossibleGrade({ kind, grade }: Disability): boolean {
  if (grade === null) return false;
  if (kind === 'intellectual') return !/^[ⒶAⒷB]$/u.test(grade);
  return kind === 'mental' ? !/^[1-3]$/.test(grade) : !/^[1-7]$/.test(grade);
}

/**
 * Parts of a cell that are complete by themselves: 「身体1級(視覚)、精神2級」 changes its order between
 * them. A comma inside one, 「肢体(上肢、下肢)2級」, leaves a part without a grade, so the cell is one.
 */
function toClauses(text: string, column: DisabilityColumn): DisabilityToken[][] {
  const clauses = text
    .split(/[、，,;；/／\n]/u)
    .map((clause) => tokenizeDisabilities(clause, column));
  const isComplete = (clause: readonly DisabilityToken[]) =>
    clause.some(({ type }) => type === 'kind') && clause.some(({ type }) => type === 'grade');
  return clauses.every(isComplete) ? clauses : [tokenizeDisabilities(text, column)];
}

interface Paired {
  readonly disabilities: readonly Disability[];
  /** Grades that no kind stands beside. */
  readonly orphans: readonly string[];
  /** Grades in another prefecture's letters, with what they were read as. */
  readonly replaced: readonly (readonly [from: string, to: string])[];
}

/**
 * A grade belongs to the kinds before it (「上肢・下肢2級」), or, where the cell begins with a grade,
 * to those behind it (「1級 視覚、3級 聴覚」).
 */
function pairUp(
  tokens: readonly DisabilityToken[],
  kindOfColumn: DisabilityKind | undefined,
): Paired {
  const disabilities: Disability[] = [];
  const orphans: string[] = [];
  const replaced: [string, string][] = [];
  const words = tokens.filter((token) => token.type !== 'strange');
  const gradeFirst = words[0]?.type === 'grade' && words.some(({ type }) => type === 'kind');

  let kinds: DisabilityKind[] = [];
  let grade: Extract<DisabilityToken, { type: 'grade' }> | null = null;
  const close = () => {
    if (grade?.replaces) replaced.push([grade.replaces, grade.grade]);
    const named = kinds.length > 0 ? kinds : kindOfColumn ? [kindOfColumn] : [];
    const fallback: DisabilityKind[] =
      named.length > 0 || !grade?.implies ? named : [grade.implies];
    if (fallback.length === 0 && grade) orphans.push(grade.text);
    for (const kind of fallback) disabilities.push({ kind, grade: grade?.grade ?? null });
    kinds = [];
    grade = null;
  };
  for (const token of words) {
    const opensNext =
      token.type === 'grade'
        ? grade !== null || (gradeFirst && kinds.length > 0)
        : !gradeFirst && grade !== null;
    if (opensNext) close();
    if (token.type === 'grade') grade = token;
    else if (token.type === 'kind') addKind(kinds, token.kind);
  }
  if (kinds.length > 0 || grade !== null) close();
  return { disabilities, orphans, replaced };
}

const LIMBS: readonly DisabilityKind[] = ['upper-limb', 'lower-limb', 'trunk'];

/** 「肢体(上肢)」: the limb that is named takes the place of the general word. */
function addKind(kinds: DisabilityKind[], kind: DisabilityKind): void {
  const general = kinds.indexOf('limb');
  if (LIMBS.includes(kind) && general >= 0) kinds.splice(general, 1);
  if (!kinds.includes(kind)) kinds.push(kind);
}
