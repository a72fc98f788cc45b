import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelaySheet, RelayStepBody } from '#contract/relay';
import type { RelayOffice } from '#domain/relay/office';
import { NEVER_TAKEN_BACK, type RelayStep } from '#domain/relay/steps';
import { currentIn, relayKey, relaySheetQuery, takeRelayStep } from '../../api/relay.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { OfficeChoice } from './OfficeChoice.tsx';
import { useRelayWords } from './use-relay-words.ts';

const WITH_TEXT: readonly RelayStep[] = ['answer', 'note', 'ask-again', 'hand-over'];
const MAIN: readonly RelayStep[] = ['answer', 'take-in-hand'];

/** What whoever looks may do now. Where somebody was quicker, how it stands is shown and the words stay. */
export function ReplyForm({ code, sheet }: { readonly code: string; readonly sheet: RelaySheet }) {
  const say = useRelayWords();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [office, setOffice] = useState<RelayOffice | null>(null);
  const [quicker, setQuicker] = useState<string | null>(null);
  const show = (next: RelaySheet) => {
    queryClient.setQueryData(relaySheetQuery(code, sheet.id).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: [...relayKey(code), 'list'] });
  };
  const take = useMutation({
    mutationFn: (body: RelayStepBody) => takeRelayStep(code, sheet.id, body),
    onSuccess: (next, { step }) => {
      setQuicker(null);
      setText('');
      setOffice(null);
      show(next);
      if (!NEVER_TAKEN_BACK.includes(step))
        offerUndo({
          text: say.done[step],
          undo: async () => {
            const body = { version: next.version, step: 'take-back' } as const;
            show(await takeRelayStep(code, sheet.id, body));
          },
        });
    },
    onError: (error) => {
      const current = currentIn(error);
      if (current === null) return;
      setQuicker(current.events.at(-1)?.by ?? '');
      show(current);
    },
  });
  const { steps, version } = sheet;
  if (steps.length === 0) return null;
  const hasText = steps.some((step) => WITH_TEXT.includes(step));
  const press = (step: RelayStep) =>
    take.mutate({
      ...{ version, step, text: WITH_TEXT.includes(step) ? text : '' },
      office: step === 'hand-over' ? office : null,
    });
  return (
    <form
      aria-label={say.reply}
      className="not-printed flex flex-col gap-3 border-t border-line pt-4"
      onSubmit={(event) => event.preventDefault()}
    >
      {quicker !== null && <Caution>{say.conflict(quicker)}</Caution>}
      {hasText && (
        <LabelledField
          label={say.reply}
          hint={steps.includes('answer') ? say.replyHint : say.noteHint}
        >
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={2000}
              className={FIELD_STYLE}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </LabelledField>
      )}
      {currentIn(take.error) === null && <Refusal error={take.error} />}
      <div className="flex flex-wrap gap-2">
        {steps
          .filter((step) => step !== 'hand-over')
          .map((step) => (
            <Button
              key={step}
              variant={MAIN.includes(step) ? 'primary' : 'outline'}
              className="min-h-12"
              isDisabled={take.isPending}
              onPress={() => press(step)}
            >
              {say.steps[step]}
            </Button>
          ))}
      </div>
      {steps.includes('hand-over') && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-48 flex-1">
            <OfficeChoice code={code} label={say.handTo} office={office} onChange={setOffice} />
          </div>
          <Button
            className="min-h-12"
            isDisabled={take.isPending || office === null}
            onPress={() => press('hand-over')}
          >
            {say.steps['hand-over']}
          </Button>
        </div>
      )}
    </form>
  );
}
