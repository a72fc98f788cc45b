import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importResources, resourcesKey } from '../../api/resources.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { useResourceWords } from './use-resource-words.ts';

/** A file says what would come of it before anything is stored. */
export function ImportForm(props: { readonly code: string; readonly onDone: () => void }) {
  const { code, onDone } = props;
  const words = useWords();
  const say = useResourceWords();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const work = useMutation({
    mutationFn: ({ given, isApplied }: { readonly given: File; readonly isApplied: boolean }) =>
      importResources(code, given, isApplied),
    onSuccess: async (outcome) => {
      if (!outcome.isApplied) return;
      setFile(null);
      await queryClient.invalidateQueries({ queryKey: resourcesKey(code) });
    },
  });
  const outcome = work.data;
  return (
    <section
      aria-label={say.import}
      className="not-printed flex flex-col gap-3 rounded-8 border border-line-strong p-3"
    >
      <LabelledField label={say.import} hint={say.importHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,text/csv"
            className="min-h-11 w-full py-1.5"
            // The same file can be chosen once more after it was mended.
            onClick={({ currentTarget }) => {
              currentTarget.value = '';
            }}
            onChange={({ target }) => {
              const given = target.files?.[0] ?? null;
              setFile(given);
              if (given !== null) work.mutate({ given, isApplied: false });
            }}
          />
        )}
      </LabelledField>
      <Refusal error={work.error} />
      {outcome !== undefined && (
        <div role="status">
          {outcome.isApplied && <p className="font-bold">{say.applied}</p>}
          <p className="number">
            {say.preview(
              formatNumber(outcome.read),
              formatNumber(outcome.added),
              formatNumber(outcome.changed),
              formatNumber(outcome.same),
              formatNumber(outcome.rejects.length),
            )}
          </p>
          <ul className="number list-disc pl-6 text-14 text-caution">
            {outcome.rejects.map(({ line, reason }) => (
              <li key={line}>
                {say.rejectLine(String(line))}: {words.pick(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          isDisabled={file === null || work.isPending || outcome === undefined}
          onPress={() => file !== null && work.mutate({ given: file, isApplied: true })}
        >
          {say.apply}
        </Button>
        <Button onPress={onDone}>{words.frame.close}</Button>
      </div>
    </section>
  );
}
