import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { DatasetView } from '#contract/dataset';
import { editDataset } from '../../api/imports.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

const FIELD = 'h-11 w-full rounded-8 border border-line-strong bg-surface px-3';

/** Where data come from, under what terms, and what day they stand for, said anew. */
export function EditDataset(props: { readonly code: string; readonly dataset: DatasetView }) {
  const { code, dataset } = props;
  const words = useImportWords();
  const say = words.imports.edit;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState({ credit: '', licence: '', asOf: '' });
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      editDataset(code, dataset.id, {
        version: dataset.version,
        credit: values.credit || null,
        licence: values.licence || null,
        asOf: values.asOf || null,
      }),
    // What was typed is kept where it fails: the form stays open.
    onSuccess: () => setOpen(false),
    onSettled: () => queryClient.invalidateQueries(),
  });
  if (!isOpen)
    return (
      <Button
        className="w-fit"
        onPress={() => {
          const { credit, licence, asOf } = dataset;
          setValues({ credit: credit ?? '', licence: licence ?? '', asOf: asOf ?? '' });
          setOpen(true);
        }}
      >
        {say.open}
      </Button>
    );
  const field = (name: keyof typeof values, label: string, type: 'text' | 'date') => (
    <div className="flex flex-col gap-1">
      <label htmlFor={`${id}-${name}`} className="text-14">
        {label}
      </label>
      <input
        id={`${id}-${name}`}
        type={type}
        maxLength={500}
        className={FIELD}
        value={values[name]}
        onChange={({ target }) => setValues({ ...values, [name]: target.value })}
      />
    </div>
  );
  return (
    <form
      className="flex flex-col gap-3 rounded-8 border border-line-strong bg-surface-soft p-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {field('credit', words.data.credit, 'text')}
      {field('licence', words.data.licence, 'text')}
      {field('asOf', words.data.asOf, 'date')}
      {save.isError && <LoadError error={save.error} />}
      <div className="flex gap-3">
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {say.save}
        </Button>
        <Button onPress={() => setOpen(false)}>{say.cancel}</Button>
      </div>
    </form>
  );
}
