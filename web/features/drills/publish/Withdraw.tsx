import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillPublication } from '#contract/drill-publication';
import { withdrawPublication } from '../../../api/drill-after.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { usePublishWords } from './use-publish-words.ts';

/** Takes what is published back, with the reason that its page says from then on. */
export function Withdraw(props: {
  readonly code: string;
  readonly id: string;
  readonly publication: DrillPublication;
  readonly onDone: (publication: DrillPublication) => void;
}) {
  const say = usePublishWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      withdrawPublication(props.code, props.id, props.publication.version, reason.trim()),
    onSuccess: (next) => {
      props.onDone(next);
      setOpen(false);
    },
  });
  if (!isOpen)
    return (
      <Button className="self-start" onPress={() => setOpen(true)}>
        {say.withdraw}
      </Button>
    );
  return (
    <form
      className="flex flex-col gap-2 rounded-8 border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate();
      }}
    >
      <LabelledField label={say.reason}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </LabelledField>
      <Refusal error={withdraw.error} />
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          isDisabled={reason.trim() === '' || withdraw.isPending}
        >
          {say.confirm}
        </Button>
        <Button onPress={() => setOpen(false)}>{say.cancel}</Button>
      </div>
    </form>
  );
}
