import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DrillView } from '#contract/drill';
import { addFinding, findingsQuery } from '../../../api/drill-after.ts';
import { drillsKey, drillsQuery } from '../../../api/drills.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { FindingForm } from './FindingForm.tsx';
import { FindingItem } from './FindingItem.tsx';
import { EMPTY_FINDING, type FindingSeed } from './finding-seed.ts';
import { useAfterWords } from './use-after-words.ts';

/** What came out of the drill: who sees to it, until when, and what it changes. */
export function Findings(props: {
  readonly code: string;
  readonly view: DrillView;
  /** What the next one is to begin with. */
  readonly seed: FindingSeed | null;
  readonly onSeedTaken: () => void;
}) {
  const { code, view, seed } = props;
  const say = useAfterWords().findings;
  const queryClient = useQueryClient();
  const query = useQuery(findingsQuery(code, view.id));
  const [isAdding, setAdding] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const add = useMutation({
    mutationFn: (finding: typeof EMPTY_FINDING) => addFinding(code, view.id, finding),
    onSuccess: (list) => {
      queryClient.setQueryData(findingsQuery(code, view.id).queryKey, list);
      void queryClient.invalidateQueries({ queryKey: drillsQuery(code).queryKey });
      void queryClient.invalidateQueries({
        queryKey: [...drillsKey(code), 'publication', view.id],
      });
      close();
    },
  });
  const close = () => {
    setAdding(false);
    props.onSeedTaken();
  };
  useEffect(() => {
    if (seed !== null) form.current?.querySelector('textarea')?.focus();
  }, [seed]);
  if (query.isPending) return <SkeletonLines count={4} className="p-6" />;
  if (query.isError && query.data === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const { mayChange } = query.data;
  const findings = query.data.findings.filter(({ isRemoved }) => !isRemoved);
  return (
    <PanelSection title={say.title}>
      {findings.length === 0 && <p>{say.none}</p>}
      <ul className="flex flex-col gap-3">
        {findings.map((finding) => (
          <FindingItem key={finding.id} {...{ code, view, finding, mayChange }} />
        ))}
      </ul>
      {mayChange && (
        <div ref={form}>
          {isAdding || seed !== null ? (
            <FindingForm
              key={seed?.text ?? ''}
              {...{ code, view }}
              finding={{ ...EMPTY_FINDING, ...seed }}
              isSaving={add.isPending}
              error={add.error}
              onSave={add.mutate}
              onCancel={close}
            />
          ) : (
            <Button variant="primary" onPress={() => setAdding(true)}>
              {say.add}
            </Button>
          )}
        </div>
      )}
    </PanelSection>
  );
}
