import { useQuery } from '@tanstack/react-query';
import { PERSON_RULES } from '#domain/access/policy';
import { districtsQuery, sheltersQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DistrictChecks } from '../../ui/DistrictChecks.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import type { AccountContent } from './AccountForm.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** Of a person; it may stand in an address that was pasted. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface ReachFieldsProps {
  readonly code: string;
  readonly content: AccountContent;
  readonly onChange: (part: Partial<AccountContent>) => void;
}

/** Districts, facilities or people, whichever the role is bound to. */
export function ReachFields({ code, content, onChange }: ReachFieldsProps) {
  const say = useAccountsWords().accounts;
  const shelters = useQuery({
    ...sheltersQuery(code),
    enabled: content.role === 'welfare-shelter',
  });
  const isBound = PERSON_RULES[content.role].reach === 'districts';
  const known = useQuery({ ...districtsQuery(code), enabled: isBound });
  const toggle = (list: readonly string[], one: string, isIn: boolean) =>
    isIn ? [...list, one] : list.filter((other) => other !== one);
  if (content.role === 'supporter')
    return (
      <div>
        <LabelledField label={say.residents} hint={say.residentsHint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              spellCheck={false}
              className={`${FIELD_STYLE} number`}
              defaultValue={content.residentIds.join('\n')}
              onChange={({ target }) =>
                onChange({
                  residentIds: [...new Set(target.value.toLowerCase().match(UUID) ?? [])],
                })
              }
            />
          )}
        </LabelledField>
        <p role="status" className="text-14">
          {say.residentsRead(formatNumber(content.residentIds.length))}
        </p>
      </div>
    );
  if (content.role === 'welfare-shelter')
    return (
      <fieldset className="max-h-72 overflow-y-auto">
        <legend className="text-14 font-bold">{say.shelters}</legend>
        {(shelters.data?.shelters ?? [])
          .filter(({ kind }) => kind === 'welfare-shelter')
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isChecked={content.shelterIds.includes(id)}
              onChange={(isIn) => onChange({ shelterIds: toggle(content.shelterIds, id, isIn) })}
            />
          ))}
      </fieldset>
    );
  if (!isBound) return null;
  return (
    <fieldset>
      <legend className="text-14 font-bold">{say.districts}</legend>
      <DistrictChecks
        names={(known.data?.districts ?? []).map(({ name }) => name)}
        chosen={content.districts ?? []}
        onChange={(districts) => onChange({ districts })}
      />
    </fieldset>
  );
}
