import type { DrillForm, FormField } from '#domain/drill/form';
import type { Block, Printed, Sheet } from '../sheet.ts';

/** What is known of a form's fields: a text, or rows of a table by the ids of its columns. */
export type FormValues = ReadonlyMap<
  string,
  string | readonly Readonly<Record<string, string | undefined>>[]
>;

/** A form to be written on by hand, with what is known already. */
export function drillFormSheet(
  form: DrillForm,
  values: FormValues,
  head: { readonly municipalityName: string; readonly drillTitle: string },
): Sheet {
  return {
    municipality: head.municipalityName,
    title: form.title,
    ...{ person: null, planAddress: null, warning: null },
    subtitle: [head.drillTitle],
    footer: '訓練の様式です。個人の情報を書いたものは、施錠できる場所に保管してください。',
    blocks: blocksOf(form.fields, values),
  };
}

/** Fields that follow one another make one block of rows. */
function blocksOf(fields: readonly FormField[], values: FormValues): Block[] {
  const blocks: Block[] = [];
  let rows: { label: string; text: Printed }[] = [];
  const endRows = () => {
    if (rows.length > 0)
      blocks.push({ kind: 'rows', title: { ja: '記入欄', en: 'Entries' }, rows });
    rows = [];
  };
  for (const field of fields) {
    const value = values.get(field.id);
    if (field.kind === 'table') {
      endRows();
      blocks.push(tableOf(field, typeof value === 'string' ? [] : (value ?? [])));
    } else if (field.kind === 'lines') {
      endRows();
      blocks.push(linesOf(field, typeof value === 'string' ? value : ''));
    } else {
      const empty = field.kind === 'yes-no' ? '□ はい  □ いいえ' : '';
      rows.push({ label: field.label.ja, text: typeof value === 'string' ? value : empty });
    }
  }
  endRows();
  return blocks;
}

function tableOf(
  { label, columns, rows }: Extract<FormField, { kind: 'table' }>,
  known: readonly Readonly<Record<string, string | undefined>>[],
): Block {
  const filled = known.map((row) => columns.map(({ id }) => row[id] ?? ''));
  const empty = Array.from({ length: Math.max(0, rows - filled.length) }, () =>
    columns.map(() => ''),
  );
  return {
    ...{ kind: 'table', title: label, heads: columns.map((column) => column.label.ja) },
    widths: columns.map(() => 1),
    rows: [...filled, ...empty],
    none: '',
  };
}

function linesOf({ label, lines }: Extract<FormField, { kind: 'lines' }>, text: string): Block {
  const rows = Array.from({ length: lines }, (_, at) => [at === 0 ? text : '']);
  return { kind: 'table', title: label, heads: [''], widths: [1], rows, none: '' };
}
