import { formatNumber } from '../../../i18n/format.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { keepsDrafts, setDraft } from './drafts.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** At the foot of the plan: whether all is saved, the steps back, and the button that saves. */
export function DrillSaveBar({ onSave }: { readonly onSave: () => void }) {
  const say = useDrillWords().save;
  const editing = useDrillEditing();
  const isKept = keepsDrafts.use();
  const { draft, isDirty, view } = editing;
  const isNewer = isDirty && draft !== null && view.version > draft.version;
  if (draft?.conflict) return null;
  const discard = () => {
    const former = editing.discard();
    if (former !== null) offerUndo({ text: say.discarded, undo: () => setDraft(former) });
  };
  return (
    <div className="not-printed flex shrink-0 flex-col gap-1 border-t border-line-strong bg-surface px-4 py-2">
      {!isKept && isDirty && <p className="text-14 text-error">{say.notKept}</p>}
      {isNewer && <p className="text-14">{say.newer(String(view.version))}</p>}
      {editing.problems.length > 0 && (
        <p role="alert" className="text-14 font-bold text-error">
          {say.wrong(formatNumber(editing.problems.length))}
        </p>
      )}
      <Refusal error={editing.error} />
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="min-w-0 flex-1 text-14" data-dirty={isDirty}>
          {editing.isSaving ? say.saving : isDirty ? say.dirty : say.clean(String(view.version))}
        </p>
        <Button
          variant="quiet"
          className="px-2 text-14"
          aria-keyshortcuts="Control+Z"
          isDisabled={(draft?.past.length ?? 0) === 0}
          onPress={editing.undo}
        >
          {say.undo}
        </Button>
        <Button
          variant="quiet"
          className="px-2 text-14"
          aria-keyshortcuts="Control+Y"
          isDisabled={(draft?.undone.length ?? 0) === 0}
          onPress={editing.redo}
        >
          {say.redo}
        </Button>
        {isDirty && (
          <Button variant="quiet" className="px-2 text-14" onPress={discard}>
            {say.discard}
          </Button>
        )}
        <Button
          variant="primary"
          aria-keyshortcuts="Control+S"
          isDisabled={editing.isSaving || !isDirty}
          onPress={onSave}
        >
          {say.button}
        </Button>
      </div>
    </div>
  );
}
