import type { Position } from '#domain/geo/position';
import { canDrawMap } from '../../../map/can-draw-map.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { drawRoute } from '../map/draw-route.ts';
import { pickOnMap } from '../map/pick-place.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { moved } from './plan-route.ts';

const STEP_METERS = 20;
const DIRECTIONS = [
  ['north', 0, STEP_METERS],
  ['south', 0, -STEP_METERS],
  ['east', STEP_METERS, 0],
  ['west', -STEP_METERS, 0],
] as const;

/** Places that the way is led through: put and dragged on the map, or moved by these buttons. */
export function ViaList(props: {
  readonly via: readonly Position[];
  readonly most: number;
  readonly onChange: (via: readonly Position[]) => void;
}) {
  const { via } = props;
  const say = usePlanWords().route;
  return (
    <section aria-label={say.via} className="flex flex-col gap-2">
      <h4 className="font-bold">{say.via}</h4>
      {via.length > 0 && <p className="text-14 text-ink-soft">{say.viaText}</p>}
      <ul className="flex flex-col gap-2">
        {via.map((position, index) => {
          const name = say.viaItem(String(index + 1));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: places to go by have no other name
            <li key={index} className="flex flex-wrap items-center gap-1 border-b border-line pb-2">
              <span className="flex-1">{name}</span>
              {DIRECTIONS.map(([direction, east, north]) => (
                <Button
                  key={direction}
                  className="min-w-11 px-2 text-14"
                  aria-label={`${name} ${say.nudge(say.directions[direction])}`}
                  onPress={() => props.onChange(via.with(index, moved(position, east, north)))}
                >
                  {say.directions[direction]}
                </Button>
              ))}
              <Button
                variant="quiet"
                className="px-2"
                aria-label={say.removeVia(String(index + 1))}
                onPress={() => props.onChange(via.toSpliced(index, 1))}
              >
                <Icon name="close" />
              </Button>
            </li>
          );
        })}
      </ul>
      {via.length < props.most && (
        <div className="flex flex-wrap gap-2">
          <Button
            isDisabled={!canDrawMap()}
            onPress={() => drawRoute({ via, most: props.most, onChange: props.onChange })}
          >
            <Icon name="routes" />
            {say.draw}
          </Button>
          <Button
            isDisabled={!canDrawMap()}
            onPress={() => pickOnMap(say.picking, (position) => props.onChange([...via, position]))}
          >
            <Icon name="target" />
            {say.addVia}
          </Button>
        </div>
      )}
      {!canDrawMap() && <p className="text-14 text-ink-soft">{say.noMap}</p>}
    </section>
  );
}
