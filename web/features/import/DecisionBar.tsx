import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportReport } from '#contract/dataset';
import { isLargeDeparture } from '#domain/resident/leaving';
import { applyDataset, dropDataset } from '../../api/imports.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { LeavingCaution } from './LeavingCaution.tsx';

interface DecisionBarProps {
  readonly code: string;
  readonly datasetId: string;
  readonly report: ImportReport;
}

/** Switch over, or drop it; what has to be confirmed is said before. */
export function DecisionBar({ code, datasetId, report }: DecisionBarProps) {
  const words = useImportWords();
  const say = words.imports;
  const queryClient = useQueryClient();
  const [isConfirmed, setConfirmed] = useState(false);
  const apply = useMutation({
    mutationFn: () => applyDataset(code, datasetId, isConfirmed),
    onSuccess: ({ id }) => changeView({ importId: id }),
  });
  const drop = useMutation({
    mutationFn: () => dropDataset(code, datasetId),
    onSuccess: async () => {
      changeView({ importId: null });
      await queryClient.invalidateQueries();
    },
  });
  const { confirmation, counts, leaving } = report;
  const isUsable = counts.accepted + counts.repaired > 0 || confirmation !== null;
  const isReady = isUsable && (confirmation === null || isConfirmed);
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-line-strong bg-surface-soft p-4">
      {!isUsable && <p className="font-bold text-error">{say.nothingUsable}</p>}
      {confirmation !== null && (
        <>
          <Caution>{words.pick(confirmation.message)}</Caution>
          <Checkbox label={say.confirmNoZones} isChecked={isConfirmed} onChange={setConfirmed} />
        </>
      )}
      {leaving && isLargeDeparture(leaving) && <LeavingCaution {...leaving} />}
      {report.source === 'roster' && report.datasetId !== null && isUsable && (
        <a
          href={`/api/municipalities/${code}/datasets/${encodeURIComponent(datasetId)}/people.csv`}
          download
          className="inline-flex min-h-11 w-fit items-center gap-2 rounded-8 text-action underline underline-offset-4"
        >
          <Icon name="download" />
          {say.leaving.download}
        </a>
      )}
      {apply.isError && <LoadError error={apply.error} />}
      {drop.isError && <LoadError error={drop.error} />}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          isDisabled={!isReady || drop.isPending}
          isPending={apply.isPending}
          onPress={() => apply.mutate()}
        >
          {say.apply}
        </Button>
        <Button
          isDisabled={apply.isPending}
          isPending={drop.isPending}
          onPress={() => drop.mutate()}
        >
          {say.discard}
        </Button>
      </div>
    </div>
  );
}
