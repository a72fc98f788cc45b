import { useState } from 'react';
import { localDay } from '#domain/local-day';
import { useMay } from '../../api/access.ts';
import type { Decision } from '../../api/criteria.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { FIELD } from './field.ts';
import type { AdoptionState } from './use-adoption.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** Who decides, from when and why: what stands beside criteria in the record of adoptions. */
export function AdoptForm(props: {
  readonly state: AdoptionState;
  /** Why it cannot be adopted now; null where it can. */
  readonly hindrance: string | null;
  readonly onAdopt: (decision: Decision) => void;
  readonly onCancel?: () => void;
}) {
  const words = useCriteriaWords();
  const say = words.criteria.adopt;
  const today = localDay(new Date());
  const [adoptedBy, setBy] = useState('');
  const [effectiveOn, setOn] = useState(today);
  const [note, setNote] = useState('');
  const may = useMay();
  const { state, hindrance } = props;
  if (!may('criteria.adopt')) return <p>{say.notYours}</p>;
  if (state.step === 'ranking')
    return (
      <div role="status" className="flex flex-col gap-3">
        <ProgressBar title={say.ranking} share={null} />
      </div>
    );
  return (
    <form
      aria-label={say.title}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (hindrance === null) props.onAdopt({ adoptedBy, effectiveOn, note });
      }}
    >
      <p>{say.text}</p>
      <div className="flex flex-wrap gap-4">
        <label className="flex min-w-52 flex-1 flex-col gap-1">
          <span className="text-14">{say.by}</span>
          <input
            required
            maxLength={100}
            className={FIELD}
            value={adoptedBy}
            onChange={(event) => setBy(event.target.value)}
          />
        </label>
        <label className="flex flex-col gap-1">
          <span className="text-14">{say.on}</span>
          <input
            required
            type="date"
            max={today}
            className={`${FIELD} number`}
            value={effectiveOn}
            onChange={(event) => setOn(event.target.value)}
          />
        </label>
      </div>
      <label className="flex flex-col gap-1">
        <span className="text-14">{say.note}</span>
        <textarea
          required
          maxLength={2000}
          className={`${FIELD} min-h-22 py-2 leading-normal`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      {hindrance !== null && <p className="text-caution">{hindrance}</p>}
      {state.step === 'failed' && (
        <p role="alert" className="font-bold text-error">
          {say.failed}
        </p>
      )}
      {state.step === 'refused' && <LoadError error={state.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={hindrance !== null}>
          {say.button}
        </Button>
        {props.onCancel !== undefined && <Button onPress={props.onCancel}>{say.cancel}</Button>}
      </div>
    </form>
  );
}
