import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { changeMargin, endOfJob } from '../../api/settings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

const MOST_METERS = 200;

/** The margin; changing it checks everybody anew. */
export function MarginSection({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useWords();
  const say = words.settings.margin;
  const { code, version } = municipality;
  const before = municipality.settings.marginMeters;
  const [text, setText] = useState(String(before));
  const queryClient = useQueryClient();
  const [isChecking, setChecking] = useState(false);
  const save = async (basedOn: number, meters: number) => {
    const changed = await changeMargin(code, basedOn, meters);
    const checked = changed.job === null ? Promise.resolve() : endOfJob(changed.job.id);
    setChecking(true);
    void checked.finally(async () => {
      setChecking(false);
      await queryClient.invalidateQueries({ queryKey: [code] });
    });
    await queryClient.invalidateQueries({ queryKey: ['municipalities'] });
    return { version: changed.version, checked };
  };
  const change = useMutation({
    mutationFn: async (meters: number) => {
      const changed = await save(version, meters);
      offerUndo({
        text: say.changed(words.metersText(before), words.metersText(meters)),
        undo: async () => {
          // One check of everybody at a time: the first ends before the second begins.
          await changed.checked;
          await save(changed.version, before);
          setText(String(before));
        },
      });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['municipalities'] }),
  });
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      <form
        className="flex flex-wrap items-end gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(Number(text));
        }}
      >
        <label className="flex flex-col gap-1">
          {say.label}
          <input
            required
            type="number"
            min={0}
            max={MOST_METERS}
            step={1}
            className="number h-11 w-32 rounded-8 border border-line-strong bg-surface px-3"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button
          type="submit"
          variant="secondary"
          isDisabled={change.isPending || Number(text) === before}
        >
          {say.save}
        </Button>
      </form>
      <p role="status">{isChecking && say.started}</p>
      {change.isError && <LoadError error={change.error} />}
    </section>
  );
}
