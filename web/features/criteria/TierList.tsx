import { useRef } from 'react';
import type { Tier } from '#domain/priority/criteria';
import { Button } from '../../ui/Button.tsx';
import { newComparison } from './ConditionEditor.tsx';
import { addTier, type Edit, moveTier } from './edit-content.ts';
import { Remarks, type RemarksByPath } from './Remarks.tsx';
import { TierCard } from './TierCard.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

const MOST_TIERS = 9;

/** The tiers in order; the first that fits takes a person. */
export function TierList(props: {
  readonly tiers: readonly Tier[];
  readonly remarks: RemarksByPath;
  readonly edit: (edit: Edit, field: string) => void;
}) {
  const say = useCriteriaWords().criteria.tiers;
  const dragged = useRef<number | null>(null);
  const dragFrom = useRef((index: number | null) => {
    dragged.current = index;
  }).current;
  const dropAt = useRef((index: number) => {
    if (dragged.current !== null) props.edit(moveTier(dragged.current, index), 'move');
    dragged.current = null;
  }).current;
  return (
    <section aria-label={say.title} className="flex flex-col gap-3">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-14 text-ink-soft">{say.text}</p>
      <Remarks remarks={props.remarks} path="tiers" />
      <ol className="flex flex-col gap-3">
        {props.tiers.map((tier, index) => (
          <TierCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is what stands in its place
            key={index}
            tier={tier}
            index={index}
            count={props.tiers.length}
            remarks={props.remarks}
            edit={props.edit}
            onDragFrom={dragFrom}
            onDropAt={dropAt}
          />
        ))}
      </ol>
      {props.tiers.length >= MOST_TIERS ? (
        <p className="text-14 text-ink-soft">{say.full}</p>
      ) : (
        <Button
          className="w-fit"
          onPress={() =>
            props.edit(
              addTier({ label: { ja: '', en: '' }, condition: { all: [newComparison()] } }),
              'add',
            )
          }
        >
          {say.add}
        </Button>
      )}
    </section>
  );
}
