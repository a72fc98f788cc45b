import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '#contract/account';
import { accountsQuery, addAccount } from '../../api/accounts.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { AccountForm } from './AccountForm.tsx';
import { AccountRow } from './AccountRow.tsx';
import { IssuedPassword } from './IssuedPassword.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** What was just issued: it is shown until the administrator has passed it on. */
export interface Issued {
  readonly account: Account;
  readonly oneTimePassword: string;
}

/** The administrator's list: who may enter, as what; new accounts, stopped ones, passwords. */
export default function AccountsPlace(props: { readonly municipality: { readonly code: string } }) {
  const { code } = props.municipality;
  const words = useAccountsWords();
  const say = words.accounts;
  const query = useQuery(accountsQuery());
  const queryClient = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [text, setText] = useState('');
  const show = (next: Issued) => {
    setIssued(next);
    void queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey });
  };
  const add = useMutation({
    mutationFn: addAccount,
    onSuccess: (next) => {
      setAdding(false);
      show(next);
    },
  });
  const found = (query.data?.accounts ?? []).filter(({ displayName, loginName }) =>
    `${displayName} ${loginName}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-5xl flex-col gap-5 p-6 max-sm:p-3">
        <h2 className="text-24 font-bold">{words.account.others}</h2>
        <p className="text-ink-soft">{say.explain}</p>
        {isAdding ? (
          <section aria-label={say.add} className="rounded-12 bg-surface p-5">
            <AccountForm
              code={code}
              account={null}
              error={add.error}
              isSaving={add.isPending}
              onSave={(content, loginName) => add.mutate({ ...content, loginName })}
              onCancel={() => {
                add.reset();
                setAdding(false);
              }}
            />
          </section>
        ) : (
          <Button variant="primary" className="w-fit" onPress={() => setAdding(true)}>
            {say.add}
          </Button>
        )}
        {issued !== null && <IssuedPassword issued={issued} onDone={() => setIssued(null)} />}
        <section className="flex flex-col gap-3 rounded-12 bg-surface p-5">
          <div className="flex flex-wrap items-center gap-4">
            <input
              type="search"
              aria-label={say.search}
              placeholder={say.search}
              className={`${FIELD_STYLE} max-w-sm`}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <p role="status" className="number text-ink-soft">
              {query.isSuccess && say.count(formatNumber(found.length))}
            </p>
          </div>
          {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <SkeletonLines count={6} />}
          {query.isSuccess && found.length === 0 && <p>{say.none}</p>}
          <ul className="divide-y divide-line border-y border-line empty:hidden">
            {found.map((account) => (
              <AccountRow key={account.id} code={code} account={account} onIssued={show} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
