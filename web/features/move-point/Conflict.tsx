import type { ResidentDetail } from '#contract/resident';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Caution } from '../../ui/Notice.tsx';

/** Somebody else changed the person: both positions side by side, and nothing of either is lost. */
export function Conflict(props: {
  readonly stored: ResidentDetail;
  readonly position: Position;
  readonly onOverwrite: () => void;
  readonly onKeep: () => void;
}) {
  const words = useWords();
  const say = words.peopleDesk.move.conflict;
  const { stored, position } = props;
  const apart = stored.position === null ? null : distanceMeters(stored.position, position);
  return (
    <div role="alert" className="flex flex-col gap-2">
      <Caution>{say.title}</Caution>
      <p className="text-14 text-ink-soft">{say.theirs}</p>
      <p>
        {words.terms.accuracy[stored.accuracy]}
        {stored.positionSource === null ? '' : `${words.dot}${stored.positionSource}`}
      </p>
      <p className="text-14 text-ink-soft">{say.mine}</p>
      <p className="number">
        {position[1].toFixed(6)}, {position[0].toFixed(6)}
        {apart === null
          ? ''
          : `${words.dot}${words.peopleDesk.move.moved(words.metersText(apart))}`}
      </p>
      <Button variant="primary" onPress={props.onOverwrite}>
        {say.overwrite}
      </Button>
      <Button onPress={props.onKeep}>{say.keep}</Button>
    </div>
  );
}
