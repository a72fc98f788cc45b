import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ShelterDetail } from '#contract/shelter';
import { SHELTER_EQUIPMENT } from '#domain/shelter/shelter';
import { ApiError } from '../../api/client.ts';
import { shelterQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setEditorName, useEditorName } from '../../state/editor-name.ts';
import { setTool, useTool } from '../../state/tool.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { type EditForm, formOf, readForm } from './edit-form.ts';
import { positionText } from './field-words.ts';
import { placePosition, usePlacedPosition } from './place-draft.ts';
import { StaleEdit } from './StaleEdit.tsx';
import { useEditShelter } from './use-edit-shelter.ts';

interface ShelterEditFormProps {
  readonly code: string;
  readonly shelter: ShelterDetail;
  readonly onEnd: () => void;
}

/** The fields that an officer can say anew. What was typed stays whatever happens. */
export function ShelterEditForm({ code, shelter, onEnd }: ShelterEditFormProps) {
  const words = useWords();
  const say = words.shelterEdit;
  const client = useQueryClient();
  const save = useEditShelter(code);
  const editedBy = useEditorName();
  const placed = usePlacedPosition();
  const isPicking = useTool() === 'place-shelter';
  const [form, setForm] = useState<EditForm>(() => formOf(shelter));
  // The record that the form was filled from: what changes behind it is told and not taken over.
  const [read, setRead] = useState(shelter);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const set = (change: Partial<EditForm>) => setForm((now) => ({ ...now, ...change }));

  useEffect(() => {
    if (placed !== null) setForm((now) => ({ ...now, position: positionText(placed) }));
  }, [placed]);
  useEffect(
    () => () => {
      placePosition(null);
      setTool(null);
    },
    [],
  );

  const submit = async () => {
    const values = readForm(form, read);
    if (!values.ok) return setProblem(say[values.reason]);
    if (reason.trim() === '' || editedBy.trim() === '') return setProblem(say.required);
    setProblem(null);
    setSaving(true);
    try {
      await save({
        ...{ id: read.id, version: read.edit.version, former: read.edit.overrides },
        ...{ overrides: values.overrides, reason, editedBy, text: say.saved },
      });
      onEnd();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.problem?.code === 'shelter.stale') await compare();
      else setProblem(error.problem ? words.pick(error.problem.messages) : say.failed);
    } finally {
      setSaving(false);
    }
  };
  /** Shows what stands now only when it is here: the value of before would pass for the other officer's. */
  const compare = async () => {
    try {
      setRead(await client.fetchQuery({ ...shelterQuery(code, read.id), staleTime: 0 }));
      setStale(true);
    } catch {
      setProblem(say.failed);
    }
  };

  return (
    <form
      className="flex flex-col gap-3"
      aria-label={say.title}
      // Esc would close the panel and lose what was typed.
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="text-14 leading-normal text-ink-soft">{say.note}</p>
      {isStale && <StaleEdit form={form} now={read} />}
      <LabelledField label={say.fields.capacity}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            className={`${FIELD_STYLE} number`}
            value={form.capacity}
            onChange={(event) => set({ capacity: event.target.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={say.fields.acceptedGroups} hint={say.groupsHint}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={form.acceptedGroups}
            onChange={(event) => set({ acceptedGroups: event.target.value })}
          />
        )}
      </LabelledField>
      <fieldset>
        <legend className="text-14 font-bold">{say.fields.equipment}</legend>
        {SHELTER_EQUIPMENT.map((item) => (
          <Checkbox
            key={item}
            label={words.terms.equipment[item]}
            isChecked={form.equipment.includes(item)}
            onChange={(isChecked) =>
              set({
                equipment: SHELTER_EQUIPMENT.filter((one) =>
                  one === item ? isChecked : form.equipment.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <LabelledField label={say.fields.phone}>
        {(ids) => (
          <input
            {...ids}
            type="tel"
            className={FIELD_STYLE}
            value={form.phone}
            onChange={(event) => set({ phone: event.target.value })}
          />
        )}
      </LabelledField>
      <LabelledField label={say.fields.designatedForLandslide}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={form.landslide}
            onChange={({ target: { value } }) =>
              set({ landslide: value === 'yes' || value === 'no' ? value : 'unknown' })
            }
          >
            {(['yes', 'no', 'unknown'] as const).map((value) => (
              <option key={value} value={value}>
                {say.landslide[value]}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField label={say.fields.openingNote}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            className={FIELD_STYLE}
            value={form.openingNote}
            onChange={(event) => set({ openingNote: event.target.value })}
          />
        )}
      </LabelledField>
      <LabelledField
        label={`${say.fields.position}(${say.coordinates})`}
        hint={say.coordinatesHint}
      >
        {(ids) => (
          <input
            {...ids}
            className={`${FIELD_STYLE} number`}
            value={form.position}
            onChange={(event) => set({ position: event.target.value })}
          />
        )}
      </LabelledField>
      <Button aria-pressed={isPicking} onPress={() => setTool(isPicking ? null : 'place-shelter')}>
        {say.pick}
      </Button>
      <LabelledField label={say.reason}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={say.editedBy}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={editedBy}
            onChange={(event) => setEditorName(event.target.value)}
          />
        )}
      </LabelledField>
      {problem !== null && (
        <div role="alert">
          <Caution>{problem}</Caution>
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isDisabled={isSaving}>
          {isSaving ? say.saving : say.save}
        </Button>
        <Button onPress={onEnd}>{say.cancel}</Button>
      </div>
    </form>
  );
}
