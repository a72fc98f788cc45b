import { useQuery } from '@tanstack/react-query';
import { officeKey, officeWords, type RelayOffice } from '#domain/relay/office';
import { relayOfficesQuery } from '../../api/relay.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { useRelayWords } from './use-relay-words.ts';

const of = (role: RelayOffice['role']): RelayOffice => ({ role, district: null, shelterId: null });
/** There without a network too. */
const CITY_HALL = [of('welfare-officer'), of('disaster-officer'), of('fire-department')];

/** To whom; null while nothing is chosen. */
export function OfficeChoice(props: {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
  readonly office: RelayOffice | null;
  readonly onChange: (office: RelayOffice | null) => void;
}) {
  const { code, label, hint, office, onChange } = props;
  const words = useWords();
  const say = useRelayWords();
  const known = useQuery(relayOfficesQuery(code)).data?.offices;
  const offices = known ?? CITY_HALL.map((one) => ({ ...one, name: officeWords(one, null) }));
  return (
    <LabelledField label={label} {...(hint !== undefined && { hint })}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
          value={office === null ? '' : officeKey(office)}
          onChange={({ target }) => {
            const found = offices.find((one) => officeKey(one) === target.value);
            onChange(
              found === undefined
                ? null
                : {
                    ...{ role: found.role, district: found.district },
                    ...{ shelterId: found.shelterId, officeId: found.officeId },
                  },
            );
          }}
        >
          {office === null && <option value="">{say.chooseOffice}</option>}
          {offices.map((one) => (
            <option key={officeKey(one)} value={officeKey(one)}>
              {words.pick(one.name)}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
