import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { createMunicipality } from '../../api/create-municipality.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { FIRST_VIEW } from '../../state/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

const FIELD = 'h-11 rounded-8 border border-line-strong bg-surface px-3';

/** Enters a municipality and opens its data place, where its files go in. */
export function NewMunicipality() {
  const words = useWords();
  const say = words.data.newMunicipality;
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => createMunicipality(code, name),
    onSuccess: async (entered) => {
      await queryClient.invalidateQueries({ queryKey: ['municipalities'] });
      setOpen(false);
      changeView({ ...FIRST_VIEW, municipality: entered.code, place: 'data' });
    },
  });
  const refusal = mutation.error instanceof ApiError ? mutation.error.problem : null;
  if (!isOpen)
    return (
      <Button className="w-fit" onPress={() => setOpen(true)}>
        {say.open}
      </Button>
    );
  return (
    <form
      aria-label={say.open}
      className="flex flex-wrap items-end gap-4 rounded-12 border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate();
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="text-14">{say.code}</span>
        <input
          required
          inputMode="numeric"
          pattern="[0-9]{5}"
          className={`${FIELD} number w-32`}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-1">
        <span className="text-14">{say.name}</span>
        <input
          required
          maxLength={50}
          className={`${FIELD} w-56`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" variant="primary" isDisabled={mutation.isPending}>
        {mutation.isPending ? say.creating : say.create}
      </Button>
      <Button
        onPress={() => {
          mutation.reset();
          setOpen(false);
        }}
      >
        {say.cancel}
      </Button>
      {refusal !== null && (
        <p role="alert" className="w-full font-bold text-error">
          {words.pick(refusal.messages)}
        </p>
      )}
      {mutation.isError && refusal === null && <LoadError error={mutation.error} />}
    </form>
  );
}
