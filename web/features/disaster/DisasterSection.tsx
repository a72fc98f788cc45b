import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisasterMode } from '#contract/access';
import { ARTICLE_LABELS } from '#domain/access/disaster-mode';
import { disasterModesQuery, endDisasterMode, openDisasterMode } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { DisasterForm } from './DisasterForm.tsx';
import { ResponseBeside } from './ResponseBeside.tsx';

/** What is open, opening and ending it, and what was open before. */
export function DisasterSection({ code }: { readonly code: string }) {
  const say = useWords().access.disaster;
  const query = useQuery(disasterModesQuery(code));
  const queryClient = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const [done, setDone] = useState('');
  // The banner sees what is open change, and has everything asked for anew.
  const change = useMutation({
    mutationFn: async (work: { run: () => ReturnType<typeof openDisasterMode>; text: string }) => {
      queryClient.setQueryData(disasterModesQuery(code).queryKey, await work.run());
      setEditing(false);
      setDone(work.text);
    },
    onError: () => void query.refetch(),
  });
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={3} />
    );
  const open = query.data.modes.filter(({ isOpen }) => isOpen);
  const former = query.data.modes.filter(({ isOpen }) => !isOpen);
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      <ResponseBeside code={code} />
      {open.length === 0 && <p className="text-18 font-bold">{say.none}</p>}
      {open.map((mode) => (
        <div key={mode.id} className="flex flex-col gap-2 border-l-4 border-ink pl-4">
          <Mode mode={mode} />
          <Button
            className="w-fit"
            isDisabled={change.isPending}
            onPress={() =>
              change.mutate({ run: () => endDisasterMode(code, mode.id), text: say.ended })
            }
          >
            {say.end}
          </Button>
        </div>
      ))}
      <p role="status">{done}</p>
      {change.isError && <LoadError error={change.error} />}
      {isEditing ? (
        <DisasterForm
          code={code}
          isSaving={change.isPending}
          onOpen={(mode) =>
            change.mutate({ run: () => openDisasterMode(code, mode), text: say.opened })
          }
          onCancel={() => {
            change.reset();
            setEditing(false);
          }}
        />
      ) : (
        <Button variant="primary" className="w-fit" onPress={() => setEditing(true)}>
          {say.open}
        </Button>
      )}
      {former.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.history}</summary>
          <ol className="flex flex-col gap-3">
            {former.map((mode) => (
              <li key={mode.id} className="border-t border-line pt-2">
                <Mode mode={mode} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Mode({ mode }: { readonly mode: DisasterMode }) {
  const words = useWords();
  const say = words.access.disaster;
  const end = mode.isOpen
    ? say.until(words.moment(mode.endsAt))
    : mode.closedAt !== null
      ? say.closedBy(mode.closedBy ?? '', words.moment(mode.closedAt))
      : say.ranOut(words.moment(mode.endsAt));
  return (
    <div>
      <p className="font-bold">
        {mode.districts === null ? say.everywhere : mode.districts.join(words.comma)}
        {words.dot}
        {end}
      </p>
      <p>{mode.reason}</p>
      <p className="text-14 text-ink-soft">
        {mode.articles.map((article) => words.pick(ARTICLE_LABELS[article])).join(words.comma)}
        {words.dot}
        {say.openedBy(mode.openedBy, words.moment(mode.beginsAt))}
      </p>
    </div>
  );
}
