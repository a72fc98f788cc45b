import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelayOfficeOnWire } from '#contract/relay-office';
import { OFFICE_KIND_LABELS, OFFICE_KINDS, type OfficeKind } from '#domain/relay/listed-office';
import { districtsQuery } from '../../api/queries.ts';
import type { NewRelayOffice } from '../../api/relay-offices.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DistrictChecks } from '../../ui/DistrictChecks.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { useOfficeWords } from './use-office-words.ts';

/** Name, kind and districts of an office; null for a new one. */
export function OfficeForm(props: {
  readonly code: string;
  readonly office: RelayOfficeOnWire | null;
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly onSave: (office: NewRelayOffice) => void;
  readonly onCancel: () => void;
}) {
  const { code, office } = props;
  const words = useWords();
  const say = useOfficeWords();
  const [name, setName] = useState(office?.name ?? '');
  const [kind, setKind] = useState<OfficeKind>(office?.kind ?? 'civic-centre');
  const [districts, setDistricts] = useState<string[]>(office?.districts ?? []);
  const known = useQuery(districtsQuery(code)).data?.districts.map((one) => one.name) ?? [];
  // One that is in force no more stays until somebody takes it away.
  const names = [...known, ...districts.filter((one) => !known.includes(one))];
  return (
    <form
      aria-label={office === null ? say.add : say.editNamed(office.name)}
      className="flex flex-col gap-4 rounded-8 border border-line-strong p-4"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave({ name: name.trim(), kind, districts });
      }}
    >
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <LabelledField label={say.name}>
          {(ids) => (
            <input
              {...ids}
              required
              maxLength={100}
              autoComplete="off"
              className={FIELD_STYLE}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </LabelledField>
        <ChoiceField
          label={say.kind}
          value={kind}
          choices={OFFICE_KINDS.map((one): [OfficeKind, string] => [
            one,
            words.pick(OFFICE_KIND_LABELS[one]),
          ])}
          onChange={(next) => setKind(OFFICE_KINDS.find((one) => one === next) ?? 'other')}
        />
      </div>
      <fieldset>
        <legend className="text-14 font-bold">{say.districts}</legend>
        <p className="text-14 text-ink-soft">{say.districtsHint}</p>
        <DistrictChecks names={names} chosen={districts} onChange={setDistricts} />
      </fieldset>
      <Refusal error={props.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={props.isSaving || name.trim() === ''}>
          {say.save}
        </Button>
        <Button onPress={props.onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}
