import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResidentHistory } from '#contract/people-desk';
import { historyQuery } from '../../api/people-desk.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** What became of the person: moves, changes by imports, other judgements; fetched when it is opened. */
export function HistorySection({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = words.peopleDesk.history;
  const [isOpen, setOpen] = useState(false);
  const history = useQuery({ ...historyQuery(code, id), enabled: isOpen });
  return (
    <PanelSection
      title={say.title}
      aside={
        <button
          type="button"
          aria-expanded={isOpen}
          className="min-h-11 rounded-8 px-2 text-action underline underline-offset-4 hover:bg-action-soft"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.frame.close : say.open}
        </button>
      }
    >
      {isOpen && history.isPending && <SkeletonLines count={3} />}
      {isOpen && history.isError && (
        <LoadError error={history.error} onRetry={() => void history.refetch()} />
      )}
      {isOpen && history.data?.entries.length === 0 && <p>{say.none}</p>}
      {isOpen && history.data !== undefined && (
        <ol className="divide-y divide-line border-y border-line">
          {history.data.entries.map((entry) => (
            <Entry key={`${entry.at}-${entry.kind}`} entry={entry} />
          ))}
        </ol>
      )}
    </PanelSection>
  );
}

function Entry({ entry }: { readonly entry: ResidentHistory['entries'][number] }) {
  const words = useWords();
  const say = words.peopleDesk.history;
  const { former } = entry;
  const remarks = [
    entry.reason === null ? null : say.reason(entry.reason),
    former === null ? null : say.former(words.terms.accuracy[former.accuracy], former.source ?? ''),
    entry.file === null ? null : say.file(entry.file),
    entry.by === null ? null : say.by(entry.by),
  ].filter((text) => text !== null);
  return (
    <li className="flex flex-col py-2">
      <p className="number text-14 text-ink-soft">{words.moment(entry.at)}</p>
      <p className="font-bold">{say.kind[entry.kind]}</p>
      {entry.changes.map(({ label, from, to }) => (
        <p key={label.ja} className="text-14 break-words">
          {say.change(
            words.pick(label),
            from === null ? say.unknown : words.pick(from),
            to === null ? say.unknown : words.pick(to),
          )}
        </p>
      ))}
      {remarks.map((text) => (
        <p key={text} className="text-14 break-words text-ink-soft">
          {text}
        </p>
      ))}
    </li>
  );
}
