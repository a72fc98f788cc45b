import { canDrawMap } from '../../../map/can-draw-map.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { withValueAt } from '../draft/at-path.ts';
import { pickOnMap } from '../map/pick-place.ts';
import { usePlanWords } from '../use-plan-words.ts';
import type { FormProps } from './ContentPart.tsx';

/** Where a supporter sets out from: of the roster, or put on the map. */
export function SupporterPlace({ id, content, change }: FormProps & { readonly id: string }) {
  const say = usePlanWords().supporters;
  const supporter = content.supporters.find((one) => one.id === id);
  if (supporter === undefined) return null;
  const { position } = supporter.place;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-14">{position === null ? say.noPlace : say.hasPlace}</span>
      {change !== null && (
        <Button
          className="px-3 text-14"
          isDisabled={!canDrawMap()}
          onPress={() =>
            pickOnMap(say.picking, ([lng, lat]) =>
              change((was) =>
                withValueAt(was, `supporters/${id}/place`, {
                  position: { lng, lat },
                  accuracy: 'manual',
                }),
              ),
            )
          }
        >
          <Icon name="target" />
          {say.onMap(supporter.name)}
        </Button>
      )}
    </div>
  );
}
