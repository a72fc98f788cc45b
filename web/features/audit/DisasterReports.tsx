import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisasterMode } from '#contract/access';
import { ROLE_LABELS } from '#domain/access/roles';
import { disasterModesQuery } from '../../api/access.ts';
import { disasterReportAddress, disasterReportQuery } from '../../api/audit.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** What each disaster mode was used for. */
export function DisasterReports({ code }: { readonly code: string }) {
  const say = useAuditWords().audit.disaster;
  const query = useQuery(disasterModesQuery(code));
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      {query.data === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={3} />
        )
      ) : query.data.modes.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {query.data.modes.map((mode) => (
            <li key={mode.id} className="border-t border-line pt-3">
              <ModeReport code={code} mode={mode} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ModeReport({ code, mode }: { readonly code: string; readonly mode: DisasterMode }) {
  const words = useAuditWords();
  const say = words.audit.disaster;
  const [isShown, setShown] = useState(false);
  const where =
    mode.districts === null ? words.access.disaster.everywhere : mode.districts.join(words.comma);
  return (
    <div className="flex flex-col gap-2">
      <p className="font-bold">
        {where}
        {words.dot}
        {words.access.disaster.openedBy(mode.openedBy, words.moment(mode.beginsAt))}
      </p>
      <p>{mode.reason}</p>
      <div className="flex flex-wrap items-center gap-3">
        {!isShown && <Button onPress={() => setShown(true)}>{say.show}</Button>}
        <a
          href={disasterReportAddress(code, mode.id)}
          download
          className="inline-flex min-h-11 items-center font-bold text-action underline underline-offset-4"
        >
          {say.download}
        </a>
      </div>
      {isShown && <Seen code={code} id={mode.id} />}
    </div>
  );
}

function Seen({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useAuditWords();
  const { disaster: say, table } = words.audit;
  const query = useQuery(disasterReportQuery(code, id));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={3} />
    );
  const { seen, people } = query.data;
  if (seen.length === 0) return <p role="status">{say.nobody}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{say.total(formatNumber(people))}</p>
      <table className="w-full text-14">
        <thead>
          <tr className="border-b border-line-strong text-left">
            {[table.who, table.people, say.times, say.first, say.last].map((head) => (
              <th key={head} scope="col" className="p-2">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.map((one) => (
            <tr key={`${one.role} ${one.name}`} className="border-b border-line">
              <th scope="row" className="p-2 text-left">
                {one.name}
                {words.dot}
                {one.role === 'system' ? table.system : words.pick(ROLE_LABELS[one.role])}
              </th>
              <td className="p-2 tabular-nums">{formatNumber(one.people)}</td>
              <td className="p-2 tabular-nums">{formatNumber(one.times)}</td>
              <td className="p-2">{words.moment(one.firstAt)}</td>
              <td className="p-2">{words.moment(one.lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
