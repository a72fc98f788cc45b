import { useId, useState } from 'react';
import type { ResidentDetail } from '#contract/resident';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Conflict } from './Conflict.tsx';
import { MoveResult } from './MoveResult.tsx';
import { StepButtons } from './StepButtons.tsx';
import type { MoveState } from './use-move.ts';

interface MoveFormProps {
  readonly from: ResidentDetail;
  readonly position: Position;
  readonly radiusMeters: number;
  readonly state: MoveState;
  readonly onRadius: (meters: number) => void;
  readonly onShift: (position: Position) => void;
  /** `base` is the person as it was seen: its version is what the server compares. */
  readonly onSave: (reason: string, base: ResidentDetail) => void;
  readonly onPlaceAgain: () => void;
  readonly onClose: () => void;
}

const RADII_METERS = [5, 10, 30, 60];

/** What stands beside the map while a person is placed: how far, how sure, and why. */
export function MoveForm(props: MoveFormProps) {
  const { from, position, state } = props;
  const words = useWords();
  const say = words.peopleDesk.move;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const titleId = useId();
  const isMissing = reason.trim() === '';
  const apart = from.position === null ? 0 : distanceMeters(from.position, position);
  // A block or town is known by its circle: outside of it the address says otherwise.
  const isBeyond =
    (from.accuracy === 'block' || from.accuracy === 'town') && apart > (from.radiusMeters ?? 0);
  const save = (base: ResidentDetail) =>
    isMissing ? setAsked(true) : props.onSave(reason.trim(), base);
  return (
    <section
      aria-labelledby={titleId}
      className="absolute top-3 left-3 z-2 flex max-h-[calc(100%-1.5rem)] w-80 max-w-[calc(100%-1.5rem)] flex-col gap-2 overflow-y-auto rounded-8 border border-line-strong bg-surface p-4 text-ink shadow-2"
    >
      <h2 id={titleId} className="text-18 font-bold">
        {say.title} <span className="text-16 font-normal">{from.name}</span>
      </h2>
      {state.step === 'done' ? (
        <MoveResult before={state.before} after={state.after} onClose={props.onClose} />
      ) : state.step === 'conflict' ? (
        <Conflict
          stored={state.stored}
          position={position}
          onOverwrite={() => save(state.stored)}
          onKeep={props.onClose}
        />
      ) : (
        <>
          <p className="text-14 text-ink-soft">{say.how}</p>
          <p className="number font-bold" aria-live="polite">
            {from.position === null ? say.placed : say.moved(words.metersText(apart))}
          </p>
          <div role="status">
            {isBeyond && (
              <Caution>
                {say.beyond(words.metersText(apart), words.metersText(from.radiusMeters ?? 0))}
              </Caution>
            )}
          </div>
          <StepButtons position={position} onShift={props.onShift} />
          <fieldset className="flex flex-wrap gap-1">
            <legend className="text-14 font-bold">{say.radius}</legend>
            {RADII_METERS.map((meters) => (
              <Choice
                key={meters}
                label={words.metersText(meters)}
                isChosen={meters === props.radiusMeters}
                onChoose={() => props.onRadius(meters)}
              />
            ))}
          </fieldset>
          <fieldset className="flex flex-wrap gap-1">
            <legend className="text-14 font-bold">{say.reason}</legend>
            {say.reasons.map((text) => (
              <Choice
                key={text}
                label={text}
                isChosen={reason === text}
                onChoose={() => setReason(text)}
              />
            ))}
            <input
              aria-label={say.reasonOther}
              placeholder={say.reasonOther}
              value={reason}
              maxLength={500}
              className="min-h-11 w-full rounded-8 border border-line-strong bg-surface px-3"
              onChange={(event) => setReason(event.target.value)}
            />
          </fieldset>
          {isAsked && isMissing && <Caution>{say.reasonMissing}</Caution>}
          {state.step === 'failed' && (
            <Caution>
              {state.message === null ? say.failed : `${state.message} ${say.failed}`}
            </Caution>
          )}
          <div className="flex gap-2">
            <Button
              variant="primary"
              isDisabled={state.step === 'saving'}
              onPress={() => save(from)}
            >
              {state.step === 'saving' ? say.saving : say.save}
            </Button>
            <Button onPress={props.onClose}>{say.cancel}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Choice(props: {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={props.isChosen}
      className={`min-h-11 rounded-8 border px-3 text-14 ${props.isChosen ? 'border-action bg-action-soft font-bold text-action' : 'border-line-strong hover:bg-surface-soft'}`}
      onClick={props.onChoose}
    >
      {props.label}
    </button>
  );
}
