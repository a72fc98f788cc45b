import { lazy, Suspense, useState } from 'react';
import { ROLE_LABELS } from '#domain/access/roles';
import { useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useFetchedSoon } from '../../state/use-fetched-soon.ts';
import { ACCOUNT_BUTTON, AccountFace, type MenuChoice } from './AccountFace.tsx';

const load = () => import('./OpenAccountMenu.tsx');
const OpenAccountMenu = lazy(load);

/** Who is signed in, in what role; behind it one's own account and the way out. */
export function AccountMenu({ choices }: { readonly choices: readonly MenuChoice[] }) {
  const words = useWords();
  const account = useAccount();
  const [isWanted, setWanted] = useState(false);
  useFetchedSoon(load);
  if (account === null) return null;
  const closed = (
    <button
      type="button"
      aria-label={words.account.menu.label(
        account.displayName,
        words.pick(ROLE_LABELS[account.role]),
      )}
      aria-haspopup="menu"
      aria-expanded={false}
      className={ACCOUNT_BUTTON}
      onClick={() => setWanted(true)}
    >
      <AccountFace account={account} />
    </button>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenAccountMenu choices={choices} />
    </Suspense>
  );
}
