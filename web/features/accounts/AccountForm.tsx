import { useState } from 'react';
import type { Account } from '#contract/account';
import { PERSON_RULES } from '#domain/access/policy';
import { ROLE_LABELS, ROLES, type Role } from '#domain/access/roles';
import { mayBeOfOffice } from '#domain/relay/listed-office';
import { useAccount } from '../../api/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { OfficeField } from './OfficeField.tsx';
import { ReachFields } from './ReachFields.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** What an administrator says of an account; where and for whom it reaches depends on the role. */
export interface AccountContent {
  readonly displayName: string;
  readonly role: Role;
  /** null: administrators of the installation. */
  readonly municipalityCode: string | null;
  readonly districts: string[] | null;
  readonly shelterIds: string[];
  readonly residentIds: string[];
  readonly relayOfficeId: string | null;
}

const EMPTY: Omit<AccountContent, 'municipalityCode'> = {
  displayName: '',
  role: 'disaster-officer',
  districts: null,
  shelterIds: [],
  residentIds: [],
  relayOfficeId: null,
};

interface AccountFormProps {
  /** The municipality of the account; of one of the installation, the one that is looked at. */
  readonly code: string;
  /** Null for a new one. */
  readonly account: Account | null;
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly onSave: (content: AccountContent, loginName: string) => void;
  readonly onCancel: () => void;
}

export function AccountForm(props: AccountFormProps) {
  const words = useAccountsWords();
  const say = words.accounts;
  const { account } = props;
  const isNew = account === null;
  /** Role, municipality and districts are said by the single sign-on at each sign-in. */
  const granted = account?.isLocal === false ? account : null;
  const [loginName, setLoginName] = useState('');
  const [content, setContent] = useState<AccountContent>(
    account ?? { ...EMPTY, municipalityCode: props.code },
  );
  // Only who looks after every municipality makes somebody else who does.
  const isInstallation = useAccount()?.municipalityCode === null;
  const change = (part: Partial<AccountContent>) => setContent({ ...content, ...part });
  return (
    <form
      aria-label={isNew ? say.add : say.editNamed(account.displayName)}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const own = withinReach(content, props.code);
        const kept = granted === null ? {} : { districts: granted.districts };
        props.onSave({ ...own, ...kept }, loginName.trim());
      }}
    >
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        {isNew && (
          <LabelledField label={say.loginName} hint={say.loginNameHint}>
            {(ids) => (
              <input
                {...ids}
                required
                pattern="[\p{L}\p{N}._@\-]{1,64}"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={64}
                className={FIELD_STYLE}
                value={loginName}
                onChange={({ target }) => setLoginName(target.value)}
              />
            )}
          </LabelledField>
        )}
        <LabelledField label={say.displayName} hint={say.displayNameHint}>
          {(ids) => (
            <input
              {...ids}
              required
              autoComplete="off"
              maxLength={100}
              className={FIELD_STYLE}
              value={content.displayName}
              onChange={({ target }) => change({ displayName: target.value })}
            />
          )}
        </LabelledField>
        <LabelledField label={say.role} {...(granted !== null && { hint: say.grantedElsewhere })}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              disabled={granted !== null}
              value={content.role}
              onChange={({ target }) => {
                const role = ROLES.find((one) => one === target.value);
                if (role === undefined) return;
                const isBound = PERSON_RULES[role].reach === 'districts';
                change({ role, districts: isBound ? (content.districts ?? []) : null });
              }}
            >
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {words.pick(ROLE_LABELS[role])}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      </div>
      {isInstallation && granted === null && content.role === 'administrator' && (
        <Checkbox
          label={say.everyMunicipality}
          isChecked={content.municipalityCode === null}
          onChange={(isEvery) => change({ municipalityCode: isEvery ? null : props.code })}
        />
      )}
      {(granted === null || PERSON_RULES[granted.role].reach !== 'districts') && (
        <ReachFields code={props.code} content={content} onChange={change} />
      )}
      {mayBeOfOffice(content.role) && (
        <OfficeField
          code={content.municipalityCode ?? props.code}
          officeId={content.relayOfficeId}
          onChange={(relayOfficeId) => change({ relayOfficeId })}
        />
      )}
      {!isNew && <p className="text-14 text-ink-soft">{say.endsSessions}</p>}
      <Refusal error={props.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={props.isSaving}>
          {isNew ? (props.isSaving ? say.adding : say.add) : props.isSaving ? say.saving : say.save}
        </Button>
        <Button onPress={props.onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}

/** Only what the role is bound to: what was typed for another role is not sent. */
function withinReach(content: AccountContent, code: string): AccountContent {
  const { displayName, role, municipalityCode, relayOfficeId } = content;
  const { reach } = PERSON_RULES[role];
  return {
    displayName,
    role,
    municipalityCode: role === 'administrator' ? municipalityCode : (municipalityCode ?? code),
    districts: reach === 'districts' ? content.districts : null,
    shelterIds: reach === 'facility' ? content.shelterIds : [],
    residentIds: reach === 'own' ? content.residentIds : [],
    relayOfficeId: mayBeOfOffice(role) ? relayOfficeId : null,
  };
}
