import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChangedPeople, Changes } from '#contract/changes';
import { changesQuery } from '../../api/search.ts';
import { useAccount } from '../../api/session.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { lookBackOf, noteVisit, type Visitor } from '../../state/last-visit.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { PersonButtons } from './PersonButtons.tsx';

const KINDS = ['newlyInside', 'newlyUndetermined', 'noLongerInside', 'moved'] as const;

/** What became different since whoever is signed in was here last. */
export function ChangesSection({ code }: { readonly code: string }) {
  const accountId = useAccount()?.id;
  return accountId === undefined ? null : (
    <ChangesOf key={accountId} code={code} accountId={accountId} />
  );
}

function ChangesOf({ code, accountId }: Visitor) {
  const words = useWords();
  const say = words.start.changes;
  const { since, isLastVisit } = lookBackOf({ code, accountId });
  const changes = useQuery(changesQuery(code, since));
  const hasSeen = changes.isSuccess;
  useEffect(() => {
    // Only what was shown counts as seen.
    if (hasSeen) noteVisit({ code, accountId });
  }, [hasSeen, code, accountId]);
  const moment = words.moment(since);
  return (
    <section className="flex flex-col gap-2" aria-labelledby="start-changes">
      <h3 id="start-changes" className="text-18 font-bold">
        {say.title}
      </h3>
      <p className="text-14 text-ink-soft">
        {isLastVisit ? say.sinceVisit(moment) : say.sinceWeek(moment)}
      </p>
      {changes.data === undefined ? (
        changes.isError ? (
          <LoadError error={changes.error} onRetry={() => void changes.refetch()} />
        ) : (
          <SkeletonLines count={4} className="" />
        )
      ) : (
        <ChangeList changes={changes.data} />
      )}
    </section>
  );
}

function ChangeList({ changes }: { readonly changes: Changes }) {
  const { changes: say } = useWords().start;
  const isNone = KINDS.every((kind) => changes[kind].count === 0) && changes.imports.length === 0;
  return (
    <>
      {isNone && <p>{say.none}</p>}
      {KINDS.filter((kind) => changes[kind].count > 0).map((kind) => (
        <PeopleChange key={kind} title={say[kind]} changed={changes[kind]} />
      ))}
      {changes.imports.length > 0 && <Imports imports={changes.imports} />}
      {!changes.isComplete && <Caution>{say.notComplete}</Caution>}
    </>
  );
}

function PeopleChange(props: { readonly title: string; readonly changed: ChangedPeople }) {
  const words = useWords();
  const { count, people } = props.changed;
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center gap-2 rounded-8 px-1 hover:bg-surface-soft">
        <Icon name="right" className="size-4 group-open:rotate-90" />
        <span className="flex-1">{props.title}</span>
        <b className="number">{words.terms.people(formatNumber(count))}</b>
      </summary>
      <PersonButtons people={people} />
      {count > people.length && (
        <p className="px-3 py-1 text-14 text-ink-soft">
          {words.start.changes.more(formatNumber(count - people.length))}
        </p>
      )}
    </details>
  );
}

function Imports({ imports }: { readonly imports: Changes['imports'] }) {
  const words = useWords();
  const say = words.start.changes;
  return (
    <details className="group">
      <summary className="flex min-h-11 items-center gap-2 rounded-8 px-1 hover:bg-surface-soft">
        <Icon name="right" className="size-4 group-open:rotate-90" />
        <span className="flex-1">{say.imports}</span>
        <b className="number">{formatNumber(imports.length)}</b>
      </summary>
      <ul className="flex flex-col divide-y divide-line rounded-8 border border-line">
        {imports.map((one) => (
          <li key={one.id} className="px-3 py-2 leading-normal">
            <b>{words.data.sources[one.source]}</b>{' '}
            <span className="number">{say.accepted(formatNumber(one.accepted))}</span>
            {one.status === 'rolled-back' && (
              <span>
                {words.dot}
                {say.rolledBack}
              </span>
            )}
            <span className="block text-14 text-ink-soft">
              {words.moment(one.importedAt)}
              {one.rejected > 0 && `${words.dot}${say.rejected(formatNumber(one.rejected))}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
