import type { DatasetView } from '#contract/dataset';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { CountRow } from '../../ui/CountRow.tsx';
import { RejectsLink } from '../../ui/RejectsLink.tsx';
import { EditDataset } from './EditDataset.tsx';
import { RollBack } from './RollBack.tsx';

interface DatasetCardProps {
  readonly code: string;
  readonly dataset: DatasetView;
  /** Whether a dataset that was in force before it is kept. */
  readonly hasFormer: boolean;
}

/** One import run: what it was, where it came from, and what became of its records. */
export function DatasetCard({ code, dataset, hasFormer }: DatasetCardProps) {
  const words = useImportWords();
  const say = words.data;
  const facts = [
    [say.asOf, dataset.asOf === null ? say.noDate : words.date(dataset.asOf)],
    [say.importedAt, words.moment(dataset.importedAt)],
    [say.files, dataset.fileNames.join(words.language === 'ja' ? '、' : ', ')],
    [say.credit, dataset.credit ?? say.notSaid],
    [say.licence, dataset.licence ?? say.notSaid],
    ...(dataset.noticeDates === null
      ? []
      : [
          [
            words.imports.edit.noticeDates,
            words.imports.edit.between(
              words.date(dataset.noticeDates.first),
              words.date(dataset.noticeDates.last),
            ),
          ] as const,
        ]),
  ] as const;
  return (
    <article className="flex flex-col gap-3 rounded-12 border border-line bg-surface px-5 py-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="font-bold">
          {say.kinds[dataset.kind]}
          <span className="ml-3 text-14 font-normal text-ink-soft">
            {say.sources[dataset.source]}
          </span>
        </h4>
        <p className="text-14 text-ink-soft">
          {dataset.isHeld ? say.held : say.statuses[dataset.status]}
        </p>
      </header>
      <CountRow
        counts={(['read', 'accepted', 'repaired', 'rejected', 'skipped'] as const).map((name) => ({
          label: say.counts[name],
          value: dataset.counts[name],
        }))}
      />
      <dl className="grid gap-x-6 gap-y-1 text-14 sm:grid-cols-2">
        {facts.map(([label, value]) => (
          <div key={label} className="grid grid-cols-[6rem_1fr] gap-2">
            <dt className="text-ink-soft">{label}</dt>
            {/* Said by whoever gave the data, in their language. */}
            <dd
              className="min-w-0 break-words"
              lang={value === dataset.credit || value === dataset.licence ? 'ja' : undefined}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {dataset.notes.map((note) => (
        <p key={note.ja} className="text-14">
          {words.pick(note)}
        </p>
      ))}
      {dataset.counts.rejected > 0 && (
        <RejectsLink code={code} datasetId={dataset.id} count={dataset.counts.rejected} />
      )}
      {dataset.status === 'active' && (
        <div className="flex flex-wrap items-start gap-3">
          <EditDataset code={code} dataset={dataset} />
          <RollBack code={code} dataset={dataset} hasFormer={hasFormer} />
        </div>
      )}
    </article>
  );
}
