import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditEntry } from '#contract/audit';
import { AUDIT_ACTIONS } from '#domain/access/audit';
import { ROLE_LABELS } from '#domain/access/roles';
import { PLAN_STEP_LABELS } from '#domain/plan/step-names';
import { auditPeopleQuery } from '../../api/audit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** Lines of the log, the newest first; whom one is about is shown when it is asked for. */
export function EntryTable(props: {
  readonly code: string;
  readonly entries: readonly AuditEntry[];
}) {
  const say = useAuditWords().audit.table;
  const [open, setOpen] = useState<number | null>(null);
  const heads = [say.seq, say.at, say.who, say.action, say.people, say.purpose, say.from];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={say.label}>
      <table className="w-full min-w-200 text-14">
        <thead>
          <tr className="border-b border-line-strong text-left">
            {heads.map((head) => (
              <th key={head} scope="col" className="p-2">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <EntryRows
              key={entry.seq}
              code={props.code}
              entry={entry}
              isOpen={open === entry.seq}
              onToggle={() => setOpen(open === entry.seq ? null : entry.seq)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function EntryRows(props: {
  readonly code: string;
  readonly entry: AuditEntry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const words = useAuditWords();
  const say = words.audit.table;
  const { entry, isOpen } = props;
  const purposes: Readonly<Record<string, string>> = words.audit.purposes;
  return (
    <>
      <tr className="border-b border-line align-top">
        <td className="p-2 tabular-nums">{formatNumber(entry.seq)}</td>
        <td className="p-2 whitespace-nowrap">{words.moment(entry.at)}</td>
        <td className="p-2">
          <span className="font-bold">{entry.name}</span>
          <br />
          {entry.role === 'system' ? say.system : words.pick(ROLE_LABELS[entry.role])}
        </td>
        <td className="p-2">
          {words.pick(AUDIT_ACTIONS[entry.action])}
          {entry.step !== null && (
            <span className="block">{words.pick(PLAN_STEP_LABELS[entry.step])}</span>
          )}
          {entry.refused !== null && <span className="block font-bold">{say.refused}</span>}
          {entry.isDisaster && <span className="block font-bold">{say.disaster}</span>}
        </td>
        <td className="p-2 tabular-nums">
          {entry.peopleCount === 0 ? (
            '-'
          ) : (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={isOpen ? say.hidePeople : say.showPeople(formatNumber(entry.seq))}
              className="min-h-11 min-w-11 font-bold text-action underline underline-offset-4"
              onClick={props.onToggle}
            >
              {formatNumber(entry.peopleCount)}
            </button>
          )}
        </td>
        <td className="p-2">{purposes[entry.purpose] ?? entry.purpose}</td>
        <td className="p-2">
          {[entry.address, entry.agent].filter((part) => part !== null).join(words.dot)}
        </td>
      </tr>
      {isOpen && (
        <tr className="border-b border-line">
          <td colSpan={7} className="p-3">
            <People code={props.code} seq={entry.seq} />
          </td>
        </tr>
      )}
    </>
  );
}

function People({ code, seq }: { readonly code: string; readonly seq: number }) {
  const say = useAuditWords().audit.table;
  const query = useQuery(auditPeopleQuery(code, seq));
  if (query.data === undefined)
    return query.isError ? <LoadError error={query.error} /> : <SkeletonLines count={2} />;
  return (
    <ul className="flex max-h-60 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
      {query.data.people.map(({ id, rosterNumber }) => (
        <li key={id} className="tabular-nums">
          {rosterNumber ?? `${say.gone} (${id})`}
        </li>
      ))}
    </ul>
  );
}
