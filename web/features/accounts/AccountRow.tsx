import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '#contract/account';
import { PERSON_RULES } from '#domain/access/policy';
import { ROLE_LABELS } from '#domain/access/roles';
import {
  type AccountChange,
  accountsQuery,
  changeAccount,
  resetAccount,
} from '../../api/accounts.ts';
import { ApiError } from '../../api/client.ts';
import { municipalitiesQuery } from '../../api/queries.ts';
import { useAccount } from '../../api/session.ts';
import { formatNumber } from '../../i18n/format.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { AccountForm } from './AccountForm.tsx';
import type { Issued } from './AccountsPlace.tsx';
import { type AccountsWords, useAccountsWords } from './use-accounts-words.ts';

interface AccountRowProps {
  /** The municipality that is looked at. */
  readonly code: string;
  readonly account: Account;
  readonly onIssued: (issued: Issued) => void;
}

/** One account: what it is, and what the administrator does with it. */
export function AccountRow({ code, account, onIssued }: AccountRowProps) {
  const words = useAccountsWords();
  const say = words.accounts;
  const own = useAccount();
  const isOwn = own?.id === account.id;
  const municipality = useMunicipalityName(account.municipalityCode);
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'reset' | null>(null);
  const [version, setVersion] = useState(account.version);
  const reread = () => queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey });
  const save = useMutation({
    mutationFn: (change: Partial<AccountChange>) =>
      changeAccount(account.id, {
        ...contentOf(account),
        ...change,
        version: open === 'edit' ? version : account.version,
      }),
    onSuccess: (saved, change) => {
      setOpen(null);
      const name = saved.displayName;
      const wasDisabled = change.isDisabled;
      offerUndo({
        text:
          wasDisabled === undefined
            ? say.saved(name)
            : wasDisabled
              ? say.disabled(name)
              : say.enabled(name),
        undo: async () => {
          await changeAccount(account.id, { ...contentOf(account), version: saved.version });
          await reread();
        },
      });
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.status !== 409) return;
      // What was typed stays; saving again is then on top of what the other one did.
      const now = await queryClient.fetchQuery(accountsQuery());
      setVersion(now.accounts.find(({ id }) => id === account.id)?.version ?? version);
    },
    onSettled: reread,
  });
  const reset = useMutation({
    mutationFn: () => resetAccount(account.id, account.version),
    onSuccess: (issued) => {
      setOpen(null);
      onIssued(issued);
    },
    // Refused because somebody else changed it: the next press is on top of that.
    onSettled: reread,
  });
  const isStale = save.error instanceof ApiError && save.error.status === 409;
  return (
    <li className="flex flex-col gap-3 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className={`font-bold ${account.isDisabled ? 'text-ink-soft line-through' : ''}`}>
              {account.displayName}
            </span>
            <span className="text-14 text-ink-soft" translate="no">
              {account.loginName}
            </span>
          </p>
          <p>
            {words.pick(ROLE_LABELS[account.role])}
            {words.dot}
            {reachText(account, words)}
            {own?.municipalityCode === null && words.dot + municipality}
          </p>
          <p className="text-14 text-ink-soft">
            {[
              account.isDisabled ? say.states.disabled : say.states.active,
              account.mustChangePassword ? say.states.mustChange : null,
              !account.isLocal ? say.states.sso : null,
              `${say.secondFactor} ${account.hasSecondFactor ? say.yes : say.no}`,
              `${say.lastSeen} ${account.lastSignInAt === null ? say.never : words.moment(account.lastSignInAt)}`,
            ]
              .filter((part) => part !== null)
              .join(words.dot)}
          </p>
        </div>
        {open === null && (
          <div className="flex flex-wrap gap-2">
            <Button
              aria-label={say.editNamed(account.displayName)}
              onPress={() => {
                save.reset();
                setVersion(account.version);
                setOpen('edit');
              }}
            >
              {say.edit}
            </Button>
            {account.isLocal && (
              <Button
                aria-label={say.resetNamed(account.displayName)}
                onPress={() => setOpen('reset')}
              >
                {say.reset}
              </Button>
            )}
            {!isOwn && (
              <Button
                aria-label={(account.isDisabled ? say.enableNamed : say.disableNamed)(
                  account.displayName,
                )}
                isDisabled={save.isPending}
                onPress={() => save.mutate({ isDisabled: !account.isDisabled })}
              >
                {account.isDisabled ? say.enable : say.disable}
              </Button>
            )}
          </div>
        )}
      </div>
      {open === 'edit' && (
        <AccountForm
          code={account.municipalityCode ?? code}
          account={account}
          error={isStale ? null : save.error}
          isSaving={save.isPending}
          onSave={(content) => save.mutate(content)}
          onCancel={() => setOpen(null)}
        />
      )}
      {isStale && (
        <p role="alert" className="font-bold text-error">
          {say.stale}
        </p>
      )}
      {open === null && !isStale && <Refusal error={save.error} />}
      {open === 'reset' && (
        <div className="flex flex-col gap-3 rounded-8 border border-line-strong p-4">
          <p>{say.resetAsk}</p>
          <Refusal error={reset.error} />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" isDisabled={reset.isPending} onPress={() => reset.mutate()}>
              {say.resetConfirm}
            </Button>
            <Button onPress={() => setOpen(null)}>{say.cancel}</Button>
          </div>
        </div>
      )}
    </li>
  );
}

function useMunicipalityName(code: string | null): string {
  const { everyMunicipality } = useAccountsWords().accounts;
  const { data } = useQuery(municipalitiesQuery());
  if (code === null) return everyMunicipality;
  return data?.municipalities.find((one) => one.code === code)?.name ?? code;
}

/** Where or for whom the account reaches. */
function reachText(
  { role, districts, shelterIds, residentIds }: Account,
  words: AccountsWords,
): string {
  const say = words.accounts;
  const { reach } = PERSON_RULES[role];
  if (reach === 'facility') return say.reachShelters(formatNumber(shelterIds.length));
  if (reach === 'own') return say.reachPeople(formatNumber(residentIds.length));
  if (districts === null) return say.allDistricts;
  return districts.length === 0 ? say.noDistrict : districts.join(words.comma);
}

/** What stands there as it was read. */
function contentOf(account: Account): Omit<AccountChange, 'version'> {
  const { displayName, role, municipalityCode, districts, isDisabled } = account;
  const { shelterIds, residentIds, relayOfficeId } = account;
  const reach = { role, municipalityCode, districts, shelterIds, residentIds, relayOfficeId };
  return { displayName, ...reach, isDisabled };
}
