import type { PlanView } from '#contract/plan-work';
import { fallenApprovals } from '#domain/plan/approvals';
import { APPROVAL_LABELS } from '#domain/plan/step-names';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { keepsDrafts } from '../draft/drafts.ts';
import type { PlanEditing } from '../draft/use-plan-draft.ts';
import { usePlanWords } from '../use-plan-words.ts';

/** At the foot of the panel: whether all is saved, and the button that saves. */
export function SaveBar(props: {
  readonly editing: PlanEditing;
  readonly view: PlanView | undefined;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const { editing, view } = props;
  const words = useWords();
  const say = usePlanWords().save;
  const isKept = keepsDrafts.use();
  const { draft, isDirty } = editing;
  const isFirst = view?.contentVersion === 0;
  const newer =
    draft !== null && view !== undefined && view.contentVersion > draft.contentVersion
      ? say.newer(String(view.contentVersion))
      : null;
  const state = editing.isSaving
    ? say.saving
    : draft?.isWaiting
      ? say.waiting
      : isDirty
        ? say.dirty
        : editing.outcome === 'saved' && view !== undefined
          ? say.saved(String(view.contentVersion))
          : isFirst
            ? ''
            : say.clean;
  return (
    <div className="not-printed flex shrink-0 flex-col gap-2 border-t border-line-strong bg-surface px-5 py-3">
      {editing.outcome === 'waiting' && <p className="text-14">{say.offline}</p>}
      {!isKept && isDirty && <p className="text-14 text-error">{say.notKept}</p>}
      {newer !== null && <p className="text-14">{newer}</p>}
      {fallingOf(editing, view).map(({ approval, why }) => (
        <p key={approval} className="text-14 text-caution">
          {say.falls(words.pick(APPROVAL_LABELS[approval]), words.pick(why))}
        </p>
      ))}
      <Refusal error={editing.error} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="min-w-0 flex-1 text-14" data-dirty={isDirty}>
          {isDirty && (
            <span aria-hidden="true" className="mr-1.5 text-action">
              ●
            </span>
          )}
          {state}
        </p>
        {isDirty && (
          <Button variant="quiet" className="px-3 text-14" onPress={props.onDiscard}>
            {say.discard}
          </Button>
        )}
        <Button
          variant="primary"
          aria-keyshortcuts="Control+S"
          isDisabled={editing.isSaving || !(isDirty || isFirst)}
          onPress={props.onSave}
        >
          {say.button}
        </Button>
      </div>
    </div>
  );
}

/** Whose word falls away with this save, as it was given of what is changed. */
function fallingOf({ content, isDirty }: PlanEditing, view: PlanView | undefined) {
  if (!isDirty || content === null || view === undefined) return [];
  const given = (kind: string) => view.approvals.find((one) => one.kind === kind)?.given ?? null;
  const approvals = { route: given('route'), shelter: given('shelter'), person: given('person') };
  return fallenApprovals(approvals, view.content, content);
}
