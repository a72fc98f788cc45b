import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { Issued } from './AccountsPlace.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** Shown once, to be passed on by hand. */
export function IssuedPassword(props: { readonly issued: Issued; readonly onDone: () => void }) {
  const say = useAccountsWords().accounts;
  const { account, oneTimePassword } = props.issued;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-label={say.passwordTitle(account.displayName)}
      className="flex flex-col gap-3 rounded-12 border-2 border-action bg-surface p-5"
    >
      <h3 ref={heading} tabIndex={-1} className="text-20 font-bold">
        {say.passwordTitle(account.displayName)}
      </h3>
      <p>{say.passwordText}</p>
      <dl className="grid w-fit grid-cols-[auto_1fr] items-baseline gap-x-6">
        <dt className="text-14 text-ink-soft">{say.loginName}</dt>
        <dd className="font-bold" translate="no">
          {account.loginName}
        </dd>
        <dt className="text-14 text-ink-soft">{say.states.mustChange}</dt>
        <dd className="number text-20 font-bold break-all" translate="no">
          {oneTimePassword}
        </dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={oneTimePassword} />
        <Button variant="primary" onPress={props.onDone}>
          {say.done}
        </Button>
      </div>
    </section>
  );
}
