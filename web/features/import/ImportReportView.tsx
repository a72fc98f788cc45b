import type { ImportReport } from '#contract/dataset';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CountRow } from '../../ui/CountRow.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RejectsLink } from '../../ui/RejectsLink.tsx';

const CHANGES = [
  'newlyInside',
  'noLongerInside',
  'newlyUndetermined',
  'noLongerUndetermined',
] as const;

interface ImportReportViewProps {
  readonly code: string;
  readonly report: ImportReport;
}

/** What became of the records: three counts that add up to what was read, and the reasons. */
export function ImportReportView({ code, report }: ImportReportViewProps) {
  const words = useWords();
  const say = words.data.import;
  const { counts } = words.data;
  const differences =
    report.source === 'roster' ? words.data.differenceOfPeople : words.data.difference;
  const title = report.unchanged ? say.unchanged : report.dryRun ? say.checked : say.succeeded;
  const facts = [
    report.asOf === null ? null : `${words.data.asOf} ${words.date(report.asOf)}`,
    report.encoding === null ? null : `${say.encoding} ${report.encoding}`,
    report.crs === null ? null : `${say.crs} ${report.crs}`,
    say.duration((report.durationMillis / 1000).toFixed(1)),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-18 font-bold">
        <Icon name="check" className="size-6 text-action" />
        {title}
      </p>
      <CountRow
        counts={(['read', 'accepted', 'repaired', 'rejected', 'skipped'] as const).map((name) => ({
          label: counts[name],
          value: report.counts[name],
        }))}
      />
      {report.difference !== null && (
        <div>
          <h4 className="text-14 font-bold">{say.differenceTitle}</h4>
          <CountRow
            counts={(['added', 'changed', 'removed', 'unchanged'] as const).map((name) => ({
              label: differences[name],
              value: report.difference?.[name] ?? 0,
            }))}
          />
        </div>
      )}
      {report.assessment !== null && (
        <div>
          <h4 className="text-14 font-bold">{say.assessmentTitle}</h4>
          <CountRow
            counts={CHANGES.map((name) => ({
              label: say.assessment[name],
              value: report.assessment?.difference[name].length ?? 0,
            }))}
          />
        </div>
      )}
      <Reasons title={say.reasons} reasons={report.rejectedReasons} />
      {report.datasetId !== null && report.counts.rejected > 0 && (
        <RejectsLink code={code} datasetId={report.datasetId} count={report.counts.rejected} />
      )}
      <Reasons title={say.repairs} reasons={report.repairs} />
      <Reasons title={say.skipped} reasons={report.skippedReasons} />
      {report.notes.map((note) => (
        <p key={note.ja}>{words.pick(note)}</p>
      ))}
      <p className="text-14 text-ink-soft">{facts.join(' ・ ')}</p>
    </div>
  );
}

function Reasons(props: {
  readonly title: string;
  readonly reasons: readonly {
    readonly count: number;
    readonly message: { readonly ja: string; readonly en: string };
  }[];
}) {
  const words = useWords();
  if (props.reasons.length === 0) return null;
  return (
    <div>
      <h4 className="text-14 font-bold">{props.title}</h4>
      <ul className="divide-y divide-line border-y border-line">
        {props.reasons.map(({ count, message }) => (
          <li key={message.ja} className="flex gap-4 py-1.5">
            <span className="min-w-0 flex-1">{words.pick(message)}</span>
            <span className="number font-bold">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
