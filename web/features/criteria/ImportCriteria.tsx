import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type FileFault, readCriteriaFile } from '#contract/criteria-file';
import { createDraft } from '../../api/criteria.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** More than any criteria are; a file of another kind is not read whole. */
const MOST_BYTES = 200_000;

/** A criteria document from a file becomes a draft; what is wrong in it is said with its place. */
export function ImportCriteria({ code }: { readonly code: string }) {
  const words = useCriteriaWords();
  const say = words.criteria.import;
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  const [error, setError] = useState<Error | null>(null);
  const take = async (file: File) => {
    setError(null);
    const text = file.size > MOST_BYTES ? '' : await file.text();
    const read = readCriteriaFile(text);
    setFaults(read.ok ? [] : read.faults);
    if (!read.ok) return;
    try {
      const draft = await createDraft(code, null, read.content);
      await queryClient.invalidateQueries({ queryKey: [code, 'criteria'] });
      openCriteria({ kind: 'draft', id: draft.id });
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say.choose}
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Button className="w-fit" onPress={() => input.current?.click()}>
        <Icon name="upload" />
        {say.choose}
      </Button>
      {faults.length > 0 && (
        <div role="alert" className="flex flex-col gap-1">
          <p className="font-bold text-error">{say.wrong}</p>
          <ul className="list-disc pl-6 text-14">
            {faults.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== '' && <span className="text-ink-soft">{say.place(path)} </span>}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {error !== null && <LoadError error={error} />}
    </div>
  );
}
