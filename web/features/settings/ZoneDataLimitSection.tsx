import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { changeZoneDataLimit } from '../../api/settings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

const MOST_YEARS = 20;

/** How old zone data may be before the start page warns of it. */
export function ZoneDataLimitSection({
  municipality,
}: {
  readonly municipality: MunicipalityView;
}) {
  const words = useWords();
  const say = words.settings.zoneDataLimit;
  const { code, version } = municipality;
  const before = municipality.settings.zoneDataLimitYears;
  const [text, setText] = useState(String(before));
  const queryClient = useQueryClient();
  const save = async (basedOn: number, years: number) => {
    const changed = await changeZoneDataLimit(code, basedOn, years);
    await queryClient.invalidateQueries({ queryKey: ['municipalities'] });
    return changed;
  };
  const change = useMutation({
    mutationFn: async (years: number) => {
      const changed = await save(version, years);
      offerUndo({
        text: say.changed(String(before), String(years)),
        undo: async () => {
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
            min={1}
            max={MOST_YEARS}
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
      {change.isError && <LoadError error={change.error} />}
    </section>
  );
}
