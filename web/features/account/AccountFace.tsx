import type { OwnAccount } from '#contract/account';
import { ROLE_LABELS } from '#domain/access/roles';
import type { Language } from '../../i18n/language.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

export const ACCOUNT_BUTTON =
  'inline-flex min-h-11 shrink-0 items-center gap-2 rounded-8 px-2 text-left hover:bg-surface-strong';

/** Whatever else finds its place in the menu on a small screen. */
export interface MenuChoice {
  readonly icon: IconName;
  readonly label: string;
  readonly language: Language;
  readonly choose: () => void;
}

/** What the button of the account's menu shows: who is signed in, in what role. */
export function AccountFace({ account }: { readonly account: OwnAccount }) {
  const words = useWords();
  return (
    <>
      <Icon name="account" className="size-6" />
      <span className="max-w-40 leading-tight max-lg:hidden">
        <span className="block truncate text-14 text-ink-soft">
          {words.pick(ROLE_LABELS[account.role])}
        </span>
        <span className="block truncate font-bold" lang="ja">
          {account.displayName}
        </span>
      </span>
      <Icon name="down" className="size-4 max-lg:hidden" />
    </>
  );
}
