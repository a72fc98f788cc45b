import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetView } from '#contract/dataset';
import { rollBackEffectQuery } from '../../api/imports.ts';
import { rollBack } from '../../api/roll-back.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Heading of what is in force: where the keyboard goes on when the card itself has moved. */
export const IN_USE_ID = 'datasets-in-use';

interface RollBackProps {
  readonly code: string;
  readonly dataset: DatasetView;
  /** Whether there is a dataset to go back to; without one this one is withdrawn. */
  readonly hasFormer: boolean;
}

/** Back to the dataset before, or none. What that does is said first: the way forward is a new import. */
export function RollBack({ code, dataset, hasFormer }: RollBackProps) {
  const words = useImportWords();
  const say = words.data.rollBack;
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const ask = (isNowAsking: boolean) => {
    setAsking(isNowAsking);
    setWasAsked(true);
  };
  const queryClient = useQueryClient();
  const effect = useQuery({ ...rollBackEffectQuery(code, dataset.id), enabled: isAsking });
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
        {hasFormer ? say.open : words.imports.rollBack.withdraw}
      </Button>
    );
  const { former, isPossible = false } = effect.data ?? {};
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-line-strong bg-surface-soft p-4">
      {effect.isPending && <SkeletonLines count={2} />}
      {effect.isError && <LoadError error={effect.error} onRetry={() => void effect.refetch()} />}
      {effect.data !== undefined && (
        <p>
          {former !== null &&
            former !== undefined &&
            words.imports.rollBack.to(
              former.fileNames.join(words.comma),
              words.moment(former.importedAt),
            )}
          {words.pick(effect.data.effect)}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {isPossible && (
          <Button
            variant="primary"
            isPending={mutation.isPending}
            onPress={() => mutation.mutate()}
          >
            {mutation.isPending
              ? say.running
              : hasFormer
                ? say.confirm
                : words.imports.rollBack.withdraw}
          </Button>
        )}
        <Button autoFocus isDisabled={mutation.isPending} onPress={() => ask(false)}>
          {say.keep}
        </Button>
      </div>
    </div>
  );
}
