import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TravellingPerson } from '#domain/drill/content';
import { drillQuery, recordAgreement } from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { dayOf } from '../list/new-drill.ts';
import { useDrillWords } from '../use-drill-words.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** Whether somebody agreed to take part in person, and where it is recorded. A stand-in needs no agreement. */
export function Agreement({ person }: { readonly person: TravellingPerson }) {
  const words = useWords();
  const say = useDrillWords().people;
  const { code, view } = useDrillEditing();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [explainedBy, setExplainedBy] = useState('');
  const [agreedOn, setAgreedOn] = useState(() => dayOf(new Date()));
  // As recorded on the server: a save leaves it alone.
  const saved = view.content.people.find(({ id }) => id === person.id);
  const put = async (date: string | null, by: string | null) => {
    const next = await recordAgreement(code, view.id, person.id, {
      agreedOn: date,
      explainedBy: by,
    });
    queryClient.setQueryData(drillQuery(code, view.id).queryKey, next);
  };
  const record = useMutation({
    mutationFn: async (isAgreed: boolean) => {
      const former = saved?.consentDate ?? null;
      await put(isAgreed ? agreedOn : null, isAgreed ? explainedBy.trim() || null : null);
      setOpen(false);
      offerUndo({
        text: isAgreed ? say.recorded : say.takenBack,
        undo: () => put(former, null),
      });
    },
  });
  if (person.kind === 'stand-in') return null;
  const date = saved?.consentDate ?? null;
  const may = view.mayRecordAgreement && saved !== undefined;
  return (
    <div className="flex flex-col items-end gap-1">
      <p className={`text-14 ${date === null ? 'font-bold text-caution' : ''}`}>
        {date === null ? say.notAgreed : say.agreed(words.date(date))}
      </p>
      {date === null && !view.mayRecordAgreement && (
        <p className="max-w-72 text-right text-14 text-ink-soft">{say.whoRecords}</p>
      )}
      {saved === undefined && <p className="text-14 text-ink-soft">{say.saveFirst}</p>}
      {may && date !== null && (
        <Button className="px-2 text-14" onPress={() => record.mutate(false)}>
          {say.takeBack}
        </Button>
      )}
      {may && date === null && !isOpen && (
        <Button
          className="px-2 text-14"
          aria-label={say.recordOf(person.name)}
          onPress={() => setOpen(true)}
        >
          {say.record}
        </Button>
      )}
      {may && date === null && isOpen && (
        <div className="flex flex-wrap items-end gap-2">
          <LabelledField label={say.agreedOn}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                className={FIELD_STYLE}
                value={agreedOn}
                onChange={({ target }) => setAgreedOn(target.value)}
              />
            )}
          </LabelledField>
          <LabelledField label={say.explainedBy}>
            {(ids) => (
              <input
                {...ids}
                className={FIELD_STYLE}
                value={explainedBy}
                onChange={({ target }) => setExplainedBy(target.value)}
              />
            )}
          </LabelledField>
          <Button
            variant="primary"
            isDisabled={agreedOn === '' || record.isPending}
            onPress={() => record.mutate(true)}
          >
            {say.confirm}
          </Button>
        </div>
      )}
      <Refusal error={record.error} />
    </div>
  );
}
