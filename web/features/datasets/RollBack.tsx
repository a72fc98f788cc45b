import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetView } from '#contract/dataset';
import { rollBack } from '../../api/roll-back.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

/** Heading of what is in force: where the keyboard goes on when the card itself has moved. */
export const IN_USE_ID = 'datasets-in-use';

interface RollBackProps {
  readonly code: string;
  readonly dataset: DatasetView;
  /** What would be in force again. */
  readonly former: DatasetView;
}

/** Back to the dataset before. It asks first: the way forward again is a new import. */
export function RollBack({ code, dataset, former }: RollBackProps) {
  const words = useWords();
  const say = words.data.rollBack;
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const ask = (isNowAsking: boolean) => {
    setAsking(isNowAsking);
    setWasAsked(true);
  };
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => rollBack(code, dataset.id),
    // Judgements, ranks and tiles rest on the data: everything is asked for anew.
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      document.getElementById(IN_USE_ID)?.focus();
    },
    onSettled: () => setAsking(false),
  });
  if (mutation.isError)
    return <LoadError error={mutation.error} onRetry={() => mutation.mutate()} />;
  if (!isAsking)
    return (
      <Button className="w-fit" autoFocus={wasAsked} onPress={() => ask(true)}>
        {say.open}
      </Button>
    );
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-line-strong bg-surface-soft p-4">
      <p>{say.question(former.fileNames.join('、'), words.moment(former.importedAt))}</p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          autoFocus
          isPending={mutation.isPending}
          onPress={() => mutation.mutate()}
        >
          {mutation.isPending ? say.running : say.confirm}
        </Button>
        <Button isDisabled={mutation.isPending} onPress={() => ask(false)}>
          {say.keep}
        </Button>
      </div>
    </div>
  );
}
