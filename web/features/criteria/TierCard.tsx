import { memo } from 'react';
import type { Tier } from '#domain/priority/criteria';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { changeTier, type Edit, moveTier, removeTier } from './edit-content.ts';
import { LabelFields } from './LabelFields.tsx';
import { Remarks, type RemarksByPath } from './Remarks.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

interface TierCardProps {
  readonly tier: Tier;
  readonly index: number;
  readonly count: number;
  readonly remarks: RemarksByPath;
  readonly edit: (edit: Edit, field: string) => void;
  readonly onDragFrom: (index: number | null) => void;
  readonly onDropAt: (index: number) => void;
}

/** One tier: its place, its words, and who is in it. Moved by the arrow keys on its handle, or dragged by it. */
export const TierCard = memo(function TierCard(props: TierCardProps) {
  const { tier, index, count, remarks, edit } = props;
  const words = useCriteriaWords();
  const say = words.criteria.tiers;
  const path = `tiers.${index}`;
  const name = say.tier(String(index + 1));
  const move = (to: number) => edit(moveTier(index, to), 'move');
  return (
    <li
      className="flex flex-col gap-3 rounded-12 border border-line bg-surface p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDropAt(index);
      }}
    >
      <div className="flex items-center gap-2">
        <button
          type="button"
          draggable
          aria-label={say.handle(name)}
          data-tier-handle={index}
          className="inline-flex min-h-11 min-w-11 cursor-grab items-center justify-center rounded-8 border border-line-strong"
          onDragStart={() => props.onDragFrom(index)}
          onDragEnd={() => props.onDragFrom(null)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            const to = index + (event.key === 'ArrowUp' ? -1 : 1);
            if (to < 0 || to >= count) return;
            move(to);
            // The keyboard stays with the tier that it moves; the handle of that place is there already.
            document.querySelector<HTMLElement>(`[data-tier-handle="${to}"]`)?.focus();
          }}
        >
          <Icon name="updown" />
        </button>
        <h4 className="flex-1 text-18 font-bold">{name}</h4>
        <Button
          variant="quiet"
          isDisabled={index === 0}
          aria-label={`${name} ${say.up}`}
          className="px-3"
          onPress={() => move(index - 1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          variant="quiet"
          isDisabled={index === count - 1}
          aria-label={`${name} ${say.down}`}
          className="px-3"
          onPress={() => move(index + 1)}
        >
          <Icon name="down" />
        </Button>
        <Button
          variant="quiet"
          aria-label={`${name} ${say.remove}`}
          className="px-3"
          onPress={() => edit(removeTier(index), 'remove')}
        >
          <Icon name="close" />
        </Button>
      </div>
      <Remarks remarks={remarks} path={path} />
      <LabelFields
        label={words.criteria.fields.label}
        value={tier.label}
        path={`${path}.label`}
        remarks={remarks}
        onChange={(label) => edit(changeTier(index, { label }), `${path}.label`)}
      />
      <div className="flex flex-col gap-2">
        <p className="text-14">{say.condition}</p>
        <ConditionEditor
          condition={tier.condition}
          path={`${path}.condition`}
          remarks={remarks}
          onChange={(condition) => edit(changeTier(index, { condition }), `${path}.condition`)}
        />
      </div>
    </li>
  );
});
