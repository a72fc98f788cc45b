import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '#contract/account';
import { sessionQuery } from '../api/session.ts';
import { DemoAccounts } from '../features/account/DemoAccounts.tsx';
import { NewPasswordForm } from '../features/account/NewPasswordForm.tsx';
import { SecondFactorForm } from '../features/account/SecondFactorForm.tsx';
import { SignInForm } from '../features/account/SignInForm.tsx';
import { SsoButton } from '../features/account/SsoButton.tsx';
import { useWords } from '../i18n/use-words.ts';
import { EntrancePage } from './EntrancePage.tsx';

/** Password, second factor, a new password where one must be chosen: whichever is next. */
export default function AskWho(props: {
  readonly session: SessionView;
  readonly onEntered: (session: SessionView) => void;
}) {
  const { session, onEntered } = props;
  const say = useWords().account;
  const queryClient = useQueryClient();
  /** The one-time password that was just typed: it is not asked for twice. */
  const [typed, setTyped] = useState<string | null>(null);
  if (session.needsSecondFactor)
    return (
      <EntrancePage title={say.secondFactor.title}>
        <SecondFactorForm
          onProved={onEntered}
          onBack={() => onEntered({ ...session, account: null, needsSecondFactor: false })}
        />
      </EntrancePage>
    );
  if (session.account !== null)
    return (
      <EntrancePage title={say.newPassword.mustTitle}>
        <p className="text-ink-soft">{say.newPassword.mustText}</p>
        <NewPasswordForm
          {...(typed !== null && { current: typed })}
          onChanged={() => {
            setTyped(null);
            void queryClient.refetchQueries(sessionQuery());
          }}
        />
      </EntrancePage>
    );
  const signedIn = (entered: SessionView, password: string) => {
    if (entered.account?.mustChangePassword === true) setTyped(password);
    onEntered(entered);
  };
  return (
    <EntrancePage
      title={say.signIn.title}
      {...(session.demoAccounts.length > 0 && {
        aside: <DemoAccounts accounts={session.demoAccounts} onSignedIn={signedIn} />,
      })}
    >
      <p className="text-ink-soft">{say.signIn.explain}</p>
      <SignInForm onSignedIn={signedIn} />
      {session.sso !== null && <SsoButton label={session.sso.label} />}
      <p className="text-14 text-ink-soft">{say.signIn.forgotten}</p>
    </EntrancePage>
  );
}
