import { useEffect } from 'react';
import { useAccount } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useView } from '../../../state/use-view.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { isDirty, keyOfDraft } from '../draft/draft.ts';
import { loadDrafts, useDrafts } from '../draft/drafts.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { openPlan } from '../use-plans-view.ts';

/** What was written on this device and is not with the server yet: it comes before everything else. */
export function UnsavedPlans({ code }: { readonly code: string }) {
  const words = useWords();
  const say = usePlanWords().waiting;
  const account = useAccount()?.id ?? '';
  useEffect(() => void loadDrafts(account), [account]);
  const openId = useView(({ selection }) => (selection?.kind === 'plan' ? selection.id : null));
  const own = [...useDrafts().values()].filter(
    (draft) =>
      draft.account === account &&
      draft.code === code &&
      // What is being written is seen beside: the list does not jump while somebody types.
      (draft.isWaiting || (isDirty(draft) && draft.residentId !== openId)),
  );
  if (own.length === 0) return null;
  return (
    <section
      aria-label={say.title}
      className="border-b border-caution-line bg-caution-soft px-4 py-2"
    >
      <h3 className="text-14 font-bold text-caution">{say.title}</h3>
      <ul>
        {own.map((draft) => (
          <li key={keyOfDraft(draft)}>
            <button
              type="button"
              className="flex min-h-11 w-full items-center gap-2 text-left"
              onClick={() => openPlan(draft.residentId)}
            >
              <span className="min-w-0 flex-1 truncate text-action underline">
                {say.item(
                  draft.personName ?? say.noName,
                  words.moment(new Date(draft.changedAt).toISOString()),
                )}
              </span>
              <span className="flex shrink-0 items-center gap-1 text-14 text-caution">
                {draft.conflict !== null && <Icon name="warning" className="size-4" />}
                {draft.conflict !== null
                  ? say.isConflict
                  : draft.isWaiting
                    ? say.isWaiting
                    : say.isDraft}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
