import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Consent, ConsentContent } from '#contract/access';
import { CONSENT_STATE_LABELS, CONSENT_STATES, PURPOSE_LABELS } from '#domain/access/consent';
import { ApiError } from '../../api/client.ts';
import { sheltersQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

interface ConsentFormProps {
  readonly code: string;
  readonly consent: Consent;
  readonly onSave: (content: ConsentContent) => Promise<void>;
  readonly onReread: () => void;
  readonly onCancel: () => void;
}

/** What the person said, when, who explained it, on paper or not, and to which facilities. */
export function ConsentForm({ code, consent, onSave, onReread, onCancel }: ConsentFormProps) {
  const words = useWords();
  const say = words.access.consent;
  const [state, setState] = useState(consent.state);
  const [decidedOn, setDecidedOn] = useState(consent.decidedOn ?? '');
  const [explainedBy, setExplainedBy] = useState(consent.explainedBy ?? '');
  const [onPaper, setOnPaper] = useState(consent.onPaper);
  const [shelterIds, setShelterIds] = useState<readonly string[]>(consent.shelterIds);
  const isDecided = state !== 'not-asked' && state !== 'asked';
  const save = useMutation({
    mutationFn: () =>
      onSave({
        ...{ state, onPaper, shelterIds: [...shelterIds] },
        decidedOn: decidedOn === '' ? null : decidedOn,
        explainedBy: explainedBy.trim() === '' ? null : explainedBy,
      }),
    onError: (error) => {
      if (error instanceof ApiError && error.status === 409) onReread();
    },
  });
  const isStale = save.error instanceof ApiError && save.error.status === 409;
  const purpose = words.pick(PURPOSE_LABELS[consent.purpose]);
  return (
    <form
      aria-label={purpose}
      className="flex flex-col gap-3 border-t border-line pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h4 className="font-bold">{purpose}</h4>
      <LabelledField label={say.state}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={state}
            onChange={(event) => {
              const chosen = CONSENT_STATES.find((one) => one === event.target.value);
              if (chosen !== undefined) setState(chosen);
            }}
          >
            {CONSENT_STATES.map((one) => (
              <option key={one} value={one}>
                {words.pick(CONSENT_STATE_LABELS[one])}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField label={say.decidedOn}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            required={isDecided}
            className={FIELD_STYLE}
            value={decidedOn}
            onChange={(event) => setDecidedOn(event.target.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={say.explainedBy}>
        {(ids) => (
          <input
            {...ids}
            required={isDecided}
            maxLength={100}
            className={FIELD_STYLE}
            value={explainedBy}
            onChange={(event) => setExplainedBy(event.target.value)}
          />
        )}
      </LabelledField>
      <Checkbox label={say.onPaper} isChecked={onPaper} onChange={setOnPaper} />
      {consent.purpose === 'plan' && (
        <Facilities code={code} chosen={shelterIds} onChange={setShelterIds} />
      )}
      {isStale && (
        <p role="alert" className="font-bold text-error">
          {say.stale}
        </p>
      )}
      {save.isError && !isStale && <LoadError error={save.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={save.isPending}>
          {save.isPending ? say.saving : say.save}
        </Button>
        <Button onPress={onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}

function Facilities(props: {
  readonly code: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const say = useWords().access.consent;
  const { data } = useQuery(sheltersQuery(props.code));
  const { chosen } = props;
  const offered = (data?.shelters ?? []).filter(
    ({ id, kind }) => kind === 'welfare-shelter' || chosen.includes(id),
  );
  return (
    <fieldset className="flex flex-col">
      <legend className="text-14 font-bold">{say.facilities}</legend>
      {offered.length === 0 && <p className="text-14 text-ink-soft">{say.noFacilities}</p>}
      <div className="max-h-60 overflow-y-auto">
        {offered.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            isChecked={chosen.includes(id)}
            onChange={(isChecked) =>
              props.onChange(isChecked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
