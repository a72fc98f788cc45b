import type { CriteriaEffect } from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { type DraftSession, useDraftState } from './draft-session.ts';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** Always in sight: whether it is saved, the way back, steps back and forth, and how many change. */
export function EditorBar(props: {
  readonly session: DraftSession;
  readonly effect: CriteriaEffect | null;
  readonly errorCount: number;
}) {
  const { session, effect, errorCount } = props;
  const words = useCriteriaWords();
  const say = words.criteria;
  const { document, save, canUndo, canRedo } = useDraftState(session);
  const isTrouble = save === 'offline' || save === 'gone' || save === 'refused';
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-5 py-2">
      <Button variant="quiet" className="px-2" onPress={() => openCriteria({ kind: 'all' })}>
        <Icon name="right" className="size-5 rotate-180" />
        {say.actions.back}
      </Button>
      <h2 className="min-w-0 flex-1 truncate text-18 font-bold max-sm:order-first max-sm:basis-full">
        {document.name.ja || say.unnamed}
      </h2>
      <p
        role="status"
        className={`text-14 ${isTrouble ? 'w-full font-bold text-error' : 'text-ink-soft'}`}
      >
        {say.saving[save]}
      </p>
      <Button isDisabled={!canUndo} onPress={() => session.undo()}>
        {say.undo}
      </Button>
      <Button isDisabled={!canRedo} onPress={() => session.redo()}>
        {say.redo}
      </Button>
      <p className="number w-full text-14 lg:hidden">
        {errorCount > 0
          ? say.effect.errors(formatNumber(errorCount))
          : effect !== null &&
            `${say.effect.changedShort} ${formatNumber(effect.changed)} (${say.effect.upDown(
              formatNumber(effect.up),
              formatNumber(effect.changed - effect.up),
            )})`}
      </p>
    </header>
  );
}
