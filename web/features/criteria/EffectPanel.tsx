import { memo } from 'react';
import type { CriteriaEffect } from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { DistrictEffects } from './DistrictEffects.tsx';
import { effectHeadline } from './effect-headline.ts';
import { type PeopleChoice, PeopleEffects } from './PeopleEffects.tsx';
import { TierEffects } from './TierEffects.tsx';
import type { EffectState } from './use-criteria-effect.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

interface EffectPanelProps extends EffectState {
  /** Why nothing new is calculated: so many things are to be put right first. */
  readonly errorCount: number;
  readonly choice: PeopleChoice;
  readonly onChoose: (choice: PeopleChoice) => void;
}

/** What the criteria would change: people per tier, per district, and who. */
export function EffectPanel({ effect, isBehind, error, errorCount, ...list }: EffectPanelProps) {
  const words = useCriteriaWords();
  const say = words.criteria.effect;
  const state =
    errorCount > 0
      ? effect === null
        ? say.stoppedFirst
        : say.stopped
      : isBehind && effect !== null
        ? say.behind
        : '';
  return (
    <section aria-label={say.title} aria-busy={isBehind} className="flex flex-col gap-4">
      <h3 className="text-20 font-bold">{say.title}</h3>
      {errorCount > 0 && (
        <p className="font-bold text-error">{say.errors(formatNumber(errorCount))}</p>
      )}
      {/* Kept free, so that nothing jumps while a slider moves. */}
      <p className="min-h-6 text-14 text-ink-soft">{state}</p>
      {error !== null && <LoadError error={error} />}
      {effect === null && error === null && errorCount === 0 && <SkeletonLines count={8} />}
      {effect !== null && <Effect effect={effect} {...list} />}
    </section>
  );
}

const Effect = memo(function Effect(props: {
  readonly effect: CriteriaEffect;
  readonly choice: PeopleChoice;
  readonly onChoose: (choice: PeopleChoice) => void;
}) {
  const words = useCriteriaWords();
  const say = words.criteria.effect;
  const { changed, up, reordered } = props.effect;
  return (
    <>
      <div role="status">
        <p className="text-18 font-bold">{effectHeadline(props.effect, say)}</p>
        {changed > 0 && <p>{say.upDown(formatNumber(up), formatNumber(changed - up))}</p>}
        <p>{say.reordered(formatNumber(reordered))}</p>
      </div>
      {reordered > 0 && props.choice.direction !== 'order' && (
        <Button
          className="w-fit"
          onPress={() => props.onChoose({ ...props.choice, direction: 'order' })}
        >
          {say.listOrder}
        </Button>
      )}
      <TierEffects effect={props.effect} />
      <DistrictEffects effect={props.effect} />
      <PeopleEffects {...props} />
    </>
  );
});
