import { useQuery } from '@tanstack/react-query';
import { OFFICE_KIND_LABELS } from '#domain/relay/listed-office';
import { listedOfficesQuery } from '../../api/relay-offices.ts';
import { relayOffices as english } from '../../i18n/en/relay-offices.ts';
import { relayOffices as japanese } from '../../i18n/ja/relay-offices.ts';
import { useWords } from '../../i18n/use-words.ts';
import { usePreferences } from '../../state/preferences.ts';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';

/** Of which office of the city's list an account is; null: of none. */
export function OfficeField(props: {
  readonly code: string;
  readonly officeId: string | null;
  readonly onChange: (officeId: string | null) => void;
}) {
  const words = useWords();
  const say = usePreferences().language === 'en' ? english : japanese;
  const offices = useQuery(listedOfficesQuery(props.code)).data?.offices ?? [];
  // One that was closed is left to whoever is of it.
  const offered = offices.filter(({ id, isClosed }) => !isClosed || id === props.officeId);
  if (offered.length === 0) return null;
  return (
    <LabelledField label={say.ofAccount} hint={say.ofAccountHint}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
          value={props.officeId ?? ''}
          onChange={({ target }) => props.onChange(target.value === '' ? null : target.value)}
        >
          <option value="">{say.ofNone}</option>
          {offered.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {name}({words.pick(OFFICE_KIND_LABELS[kind])})
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
