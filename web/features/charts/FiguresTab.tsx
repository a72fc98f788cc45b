import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { CityFiguresOnWire, figureReportSchema } from '#contract/chart';
import { FACTS } from '#domain/chart/facts';
import { cityFiguresQuery, importFigures, markFiguresUndone } from '../../api/charts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { textOfBytes } from '../../ui/text-of-file.ts';
import type { ChartTabProps } from './ChartsPlace.tsx';
import { useChartWords } from './use-chart-words.ts';

type Report = z.output<typeof figureReportSchema>;

/** Figures of the city from a CSV: judged line by line before anything is stored, and taken back as a whole. */
export default function FiguresTab({ code }: ChartTabProps) {
  const { figures: say } = useChartWords();
  const queryClient = useQueryClient();
  const query = useQuery(cityFiguresQuery(code));
  const [chosen, setChosen] = useState<{ fileName: string; content: string } | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: [code, 'charts'] });
  const trial = useMutation({
    mutationFn: (file: { fileName: string; content: string }) =>
      importFigures(code, { ...file, isTrial: true }),
  });
  const undo = useMutation({
    mutationFn: ({ id, isUndone }: { id: string; isUndone: boolean }) =>
      markFiguresUndone(code, id, isUndone),
    onSuccess: refresh,
  });
  const take = useMutation({
    mutationFn: (file: { fileName: string; content: string }) =>
      importFigures(code, { ...file, isTrial: false }),
    onSuccess: async ({ id }) => {
      setChosen(null);
      trial.reset();
      await refresh();
      if (id !== null)
        offerUndo({
          text: say.taken,
          undo: async () => void (await undo.mutateAsync({ id, isUndone: true })),
        });
    },
  });
  const report = trial.data?.report;
  return (
    <div className="flex flex-col gap-4 p-5">
      <p className="text-14 text-ink-soft">{say.explain}</p>
      <LabelledField label={say.choose}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            type="file"
            accept=".csv,text/csv"
            // The same file can be chosen once more after it was mended.
            onClick={({ currentTarget }) => {
              currentTarget.value = '';
            }}
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              if (file === undefined) return;
              const next = { fileName: file.name, content: textOfBytes(await file.arrayBuffer()) };
              setChosen(next);
              trial.mutate(next);
            }}
          />
        )}
      </LabelledField>
      <Refusal error={trial.error ?? take.error ?? undo.error} />
      {report !== undefined && chosen !== null && (
        <section aria-label={say.trial} className="flex flex-col gap-2">
          <h3 className="text-16 font-bold">{say.trial}</h3>
          <ReportLines report={report} />
          {report.accepted + report.repaired === 0 ? (
            <p className="font-bold">{say.nothing}</p>
          ) : (
            <Button
              variant="primary"
              className="w-fit"
              isDisabled={take.isPending}
              onPress={() => take.mutate(chosen)}
            >
              {say.take}
            </Button>
          )}
        </section>
      )}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-action">{say.names}</summary>
        {/* As the file has them, in whatever language the screen is. */}
        <p className="text-14" lang="ja">
          {FACTS.filter(({ source }) => source === 'city')
            .map(({ label }) => label.ja)
            .join('、')}
        </p>
      </details>
      {query.isPending && <SkeletonLines count={4} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <History
          imports={query.data.imports}
          isBusy={undo.isPending}
          onMark={(id, isUndone) => undo.mutate({ id, isUndone })}
        />
      )}
    </div>
  );
}

function ReportLines({ report }: { readonly report: Report }) {
  const words = useWords();
  const { figures: say } = useChartWords();
  return (
    <>
      <p>{say.counts(report.read, report.accepted, report.repaired, report.rejected)}</p>
      {(['rejected', 'repaired'] as const).map((verdict) => {
        const remarks = report.remarks.filter((remark) => remark.verdict === verdict);
        return remarks.length === 0 ? null : (
          <details key={verdict} open={verdict === 'rejected'}>
            <summary className="min-h-11 cursor-pointer py-2">
              {say[verdict]} ({remarks.length})
            </summary>
            <ul className="text-14">
              {remarks.map(({ line, words: text }) => (
                <li key={line}>
                  {say.line(line)}: {words.pick(text)}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function History(props: {
  readonly imports: CityFiguresOnWire['imports'];
  readonly isBusy: boolean;
  readonly onMark: (id: string, isUndone: boolean) => void;
}) {
  const words = useWords();
  const { figures: say } = useChartWords();
  return (
    <section aria-label={say.history} className="flex flex-col gap-2">
      <h3 className="text-16 font-bold">{say.history}</h3>
      {props.imports.length === 0 && <p>{say.none}</p>}
      <ul className="divide-y divide-line">
        {props.imports.map(({ id, fileName, report, importedAt, importedBy, isUndone }) => (
          <li key={id} className="flex flex-col gap-1 py-2">
            <p>
              {fileName}, {words.moment(importedAt)}, {importedBy} {isUndone && say.undone}
            </p>
            <ReportLines report={report} />
            <Button
              className="w-fit"
              isDisabled={props.isBusy}
              onPress={() => props.onMark(id, !isUndone)}
            >
              {isUndone ? say.redo : say.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
