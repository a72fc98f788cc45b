import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Warning } from '#contract/warning';
import { WARNING_LEVEL_NAMES } from '#domain/warning/warning-level';
import { useMay } from '../../api/access.ts';
import { setWarning, warningsQuery } from '../../api/settings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { LEVEL_COLOURS } from './level-colours.ts';
import { type NewLevels, WarningForm } from './WarningForm.tsx';

const NOTHING: NewLevels = { levels: [], note: '', setBy: '' };

/** What is in force, changing it, and what was in force before. */
export function WarningSection({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.settings.warning;
  const query = useQuery(warningsQuery(code));
  const queryClient = useQueryClient();
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  const [latest, ...former] = query.data?.warnings ?? [];
  const send = async (basedOn: number, next: NewLevels) => {
    const answer = await setWarning(code, { basedOn, ...next });
    queryClient.setQueryData(warningsQuery(code).queryKey, answer);
    return answer;
  };
  const change = useMutation({
    mutationFn: async (next: NewLevels) => {
      const answer = await send(latest?.ordinal ?? 0, next);
      const now = answer.warnings[0]?.ordinal ?? 0;
      setEditing(false);
      offerUndo({
        text: next.levels.length === 0 ? say.lifted : say.done,
        // What was in force before is set again, as a declaration of its own: a history is never cut.
        undo: async () => {
          await send(now, { ...(latest ?? NOTHING), setBy: next.setBy });
        },
      });
    },
    onError: () => void query.refetch(),
  });
  if (query.isPending) return <SkeletonLines count={3} />;
  if (query.isError && query.data === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <InForce warning={latest} />
      <p className="text-ink-soft">{say.noteOfSupport}</p>
      {change.isError && <LoadError error={change.error} />}
      {isEditing ? (
        <WarningForm
          code={code}
          first={latest ?? NOTHING}
          isSaving={change.isPending}
          onSave={change.mutate}
          onCancel={() => {
            change.reset();
            setEditing(false);
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onPress={() => setEditing(true)}>
            {say.change}
          </Button>
          {may('responses.see') && latest?.levels.some(({ level }) => level >= 3) && (
            <Button variant="secondary" onPress={() => changeView({ place: 'response' })}>
              <Icon name="response" />
              {words.frame.places.response}
            </Button>
          )}
        </div>
      )}
      {former.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.history}</summary>
          <ol className="flex flex-col gap-3">
            {former.map((warning) => (
              <li key={warning.ordinal} className="border-t border-line pt-2">
                <InForce warning={warning} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function InForce({ warning }: { readonly warning: Warning | undefined }) {
  const words = useWords();
  const say = words.settings.warning;
  const levels = (warning?.levels ?? []).toSorted((a, b) => b.level - a.level);
  return (
    <div className="flex flex-col gap-2">
      {levels.length === 0 && <p className="text-18 font-bold">{say.none}</p>}
      {levels.map(({ level, districts }) => (
        <p key={level} className="flex flex-wrap items-center gap-3">
          <span className={`rounded-8 border-2 px-3 py-1 font-bold ${LEVEL_COLOURS[level]}`}>
            {say.level(level)} {words.pick(WARNING_LEVEL_NAMES[level])}
          </span>
          <span>{districts === null ? say.everywhere : districts.join(words.comma)}</span>
        </p>
      ))}
      {warning !== undefined && (
        <p className="text-14 text-ink-soft">
          {say.inForceSince(words.moment(warning.setAt), warning.setBy)}
          {warning.note !== '' && `${words.dot}${warning.note}`}
        </p>
      )}
    </div>
  );
}
