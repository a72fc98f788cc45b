import { ASSESSMENT_CHANGES, type ImportReport } from '#contract/dataset';
import { formatNumber } from '../../i18n/format.ts';
import { type ImportWords, useImportWords } from '../../i18n/use-import-words.ts';
import { CountRow } from '../../ui/CountRow.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RejectsLink } from '../../ui/RejectsLink.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ConflictList } from './ConflictList.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { RejectList } from './RejectList.tsx';
import { RepairList } from './RepairList.tsx';

interface ImportReportViewProps {
  readonly code: string;
  readonly datasetId: string;
  readonly report: ImportReport;
}

/** What became of the records, what they change, and the decision. */
export function ImportReportView({ code, datasetId, report }: ImportReportViewProps) {
  const words = useImportWords();
  const say = words.data.import;
  const { counts } = words.data;
  const differences =
    report.source === 'roster' ? words.data.differenceOfPeople : words.data.difference;
  const facts = [
    report.asOf === null ? null : `${words.data.asOf} ${words.date(report.asOf)}`,
    report.encoding === null ? null : `${say.encoding} ${report.encoding}`,
    report.crs === null ? null : `${say.crs} ${report.crs}`,
    say.duration((report.durationMillis / 1000).toFixed(1)),
  ].filter((fact) => fact !== null);
  const isShelterList = report.source.endsWith('shelters');
  return (
    <div className="flex flex-col gap-5">
      <p className="flex items-center gap-2 text-18 font-bold">
        <Icon name="check" className="size-6 text-action" />
        {titleOf(report, words.imports)}
      </p>
      {report.difference !== null && (
        <section>
          <h4 className="font-bold">{say.differenceTitle}</h4>
          <CountRow
            counts={(['added', 'changed', 'removed', 'unchanged'] as const).map((name) => ({
              label: differences[name],
              value: report.difference?.[name] ?? 0,
            }))}
          />
        </section>
      )}
      <Effects report={report} />
      {report.notes.map((note) => (
        <p key={note.ja}>{words.pick(note)}</p>
      ))}
      {report.isHeld && <DecisionBar code={code} datasetId={datasetId} report={report} />}
      {report.preview !== null && <ChangeList code={code} datasetId={datasetId} />}
      <section className="flex flex-col gap-3">
        <h4 className="font-bold">{say.countsTitle}</h4>
        <CountRow
          counts={(['read', 'accepted', 'repaired', 'rejected', 'skipped'] as const).map(
            (name) => ({ label: counts[name], value: report.counts[name] }),
          )}
        />
        <Reasons title={say.reasons} reasons={report.rejectedReasons} />
        <Reasons title={say.skipped} reasons={report.skippedReasons} />
      </section>
      {report.datasetId !== null && report.counts.rejected > 0 && (
        <>
          <RejectList code={code} datasetId={datasetId} count={report.counts.rejected} />
          <RejectsLink code={code} datasetId={datasetId} count={report.counts.rejected} />
        </>
      )}
      {report.datasetId !== null && report.counts.repaired > 0 && (
        <RepairList code={code} datasetId={datasetId} count={report.counts.repaired} />
      )}
      {isShelterList && <ConflictList code={code} datasetId={report.isHeld ? datasetId : null} />}
      <p className="text-14 text-ink-soft">{facts.join(words.dot)}</p>
    </div>
  );
}

function titleOf(report: ImportReport, say: ImportWords['imports']): string {
  if (report.unchanged) return say.unchanged;
  if (report.isHeld) return say.held;
  return report.assessment !== null || report.confirmation === null ? say.succeeded : say.dropped;
}

/** People and shelters apart: whose judgement changes, or has changed. */
function Effects({ report }: { readonly report: ImportReport }) {
  const words = useImportWords();
  const { preview } = report;
  if (preview === null) return null;
  return (
    <section className="flex flex-col gap-2">
      <h4 className="font-bold">{words.imports.effectTitle}</h4>
      {(['people', 'shelters'] as const).map((kind) => (
        <div key={kind} className="grid gap-x-4 sm:grid-cols-[6rem_1fr]">
          <h5 className="self-center text-14">{words.imports[kind]}</h5>
          <CountRow
            counts={ASSESSMENT_CHANGES.map((name) => ({
              label: words.data.import.assessment[name],
              value: preview[kind][name],
            }))}
          />
        </div>
      ))}
    </section>
  );
}

function Reasons(props: {
  readonly title: string;
  readonly reasons: ImportReport['rejectedReasons'];
}) {
  const words = useImportWords();
  if (props.reasons.length === 0) return null;
  return (
    <div>
      <h5 className="text-14 font-bold">{props.title}</h5>
      <ul className="divide-y divide-line border-y border-line">
        {props.reasons.map(({ code, count, message }) => (
          <li key={code} className="flex gap-4 py-1.5">
            <span className="min-w-0 flex-1">{words.pick(message)}</span>
            <span className="number font-bold">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
