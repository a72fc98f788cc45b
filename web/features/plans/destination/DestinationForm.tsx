import { useState } from 'react';
import type { PlanDestination } from '#domain/plan/plan';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import type { FormProps } from '../form/ContentPart.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { ChosenDestination } from './ChosenDestination.tsx';
import { DestinationPicker } from './DestinationPicker.tsx';

/** Where to: what is chosen, or the ways to choose. What speaks against a place is said and does not forbid it. */
export function DestinationForm(
  props: FormProps & { readonly field: 'destination' | 'secondDestination' },
) {
  const { content, change, field } = props;
  const say = usePlanWords().destination;
  const [isChanging, setChanging] = useState(false);
  const chosen = content[field];
  const put = (next: PlanDestination | null) => change?.((was) => ({ ...was, [field]: next }));
  if (change === null)
    return chosen === null ? <p>{say.none}</p> : <ChosenDestination {...props} chosen={chosen} />;
  return (
    <>
      {chosen === null ? (
        <p>{say.none}</p>
      ) : (
        <>
          <ChosenDestination {...props} chosen={chosen} />
          <div className="flex flex-wrap gap-2">
            <Button
              className="px-3 text-14"
              aria-expanded={isChanging}
              onPress={() => setChanging(!isChanging)}
            >
              {isChanging ? say.keep : say.change}
            </Button>
            <Button
              variant="quiet"
              className="px-3 text-14"
              onPress={() => {
                put(null);
                offerUndo({ text: say.removed, undo: () => put(chosen) });
              }}
            >
              {say.remove}
            </Button>
          </div>
        </>
      )}
      {(chosen === null || isChanging) && (
        <DestinationPicker
          {...props}
          onChoose={(next) => {
            setChanging(false);
            put(next);
          }}
        />
      )}
    </>
  );
}
