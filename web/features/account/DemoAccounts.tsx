import { useMutation } from '@tanstack/react-query';
import type { DemoAccount, SessionView } from '#contract/account';
import { ROLE_LABELS } from '#domain/access/roles';
import { signIn } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Refusal } from '../../ui/Refusal.tsx';

/** One press signs in as one of the made-up people. They are there only while the program shows its demo city. */
export function DemoAccounts(props: {
  readonly accounts: readonly DemoAccount[];
  readonly onSignedIn: (session: SessionView, password: string) => void;
}) {
  const words = useWords();
  const say = words.account.signIn;
  const attempt = useMutation({
    mutationFn: ({ loginName, password }: DemoAccount) => signIn(loginName, password),
    onSuccess: (session, { password }) => props.onSignedIn(session, password),
  });
  return (
    <section aria-label={say.demoTitle} className="flex flex-col gap-3">
      <h2 className="text-18 font-bold">{say.demoTitle}</h2>
      <p className="text-ink-soft">{say.demoText}</p>
      <Refusal error={attempt.error} />
      <ul className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        {props.accounts.map((account) => (
          <li key={account.loginName}>
            <button
              type="button"
              disabled={attempt.isPending}
              className="flex min-h-14 w-full flex-col justify-center rounded-8 border border-line-strong bg-surface px-4 py-1.5 text-left leading-snug hover:bg-surface-soft disabled:text-ink-soft"
              onClick={() => attempt.mutate(account)}
            >
              <span className="font-bold">{words.pick(ROLE_LABELS[account.role])}</span>
              <span className="text-14 text-ink-soft" lang="ja">
                {account.displayName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
