import type { PlanView } from '#contract/plan-work';
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
    <div className="not-printed sticky bottom-0 z-2 flex flex-col gap-2 border-t border-line-strong bg-surface px-5 py-3">
      {editing.outcome === 'waiting' && <p className="text-14">{say.offline}</p>}
      {!isKept && isDirty && <p className="text-14 text-error">{say.notKept}</p>}
      {newer !== null && <p className="text-14">{newer}</p>}
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
