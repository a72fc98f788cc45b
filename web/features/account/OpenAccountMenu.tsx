import { useMutation } from '@tanstack/react-query';
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { ROLE_LABELS } from '#domain/access/roles';
import { signOut, useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { tellOtherWindows } from '../../state/other-windows.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ACCOUNT_BUTTON, AccountFace, type MenuChoice } from './AccountFace.tsx';

const ITEM =
  'flex min-h-11 cursor-pointer items-center gap-3 rounded-8 px-3 outline-none data-focused:bg-surface-strong data-focus-visible:outline-3 data-focus-visible:outline-(--focus-line)';

/** The open menu: one's own account and the way out. */
export default function OpenAccountMenu({ choices }: { readonly choices: readonly MenuChoice[] }) {
  const words = useWords();
  const say = words.account.menu;
  const account = useAccount();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: (goTo) => {
      tellOtherWindows({ kind: 'signed-out' });
      // A new page: nothing of what was shown stays in its memory or its address.
      location.replace(goTo);
    },
  });
  if (account === null) return null;
  const role = words.pick(ROLE_LABELS[account.role]);
  return (
    <>
      <MenuTrigger defaultOpen>
        <AriaButton
          aria-label={say.label(account.displayName, role)}
          className={ACCOUNT_BUTTON}
          isDisabled={leave.isPending}
        >
          <AccountFace account={account} />
        </AriaButton>
        <Popover
          placement="bottom end"
          className="w-72 max-w-[calc(100vw-1rem)] rounded-12 border border-line-strong bg-surface p-2 text-ink shadow-2"
        >
          <div className="px-3 py-2 lg:hidden">
            <p className="font-bold" lang="ja">
              {account.displayName}
            </p>
            <p className="text-14 text-ink-soft">{role}</p>
          </div>
          <Menu aria-label={say.label(account.displayName, role)} className="outline-none">
            <MenuItem className={ITEM} onAction={() => changeView({ place: 'account' })}>
              <Icon name="account" />
              {say.own}
            </MenuItem>
            <MenuItem
              className={ITEM}
              onAction={() => changeView({ place: 'access', relay: null })}
            >
              <Icon name="access" />
              {say.whatISee}
            </MenuItem>
            {choices.map(({ icon, label, language, choose }) => (
              <MenuItem key={icon} className={ITEM} textValue={label} onAction={choose}>
                <Icon name={icon} />
                <span lang={language}>{label}</span>
              </MenuItem>
            ))}
            <Separator className="my-1 border-t border-line" />
            <MenuItem className={ITEM} onAction={() => leave.mutate()}>
              <Icon name="leave" />
              {say.signOut}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {leave.isError && (
        <div
          role="alert"
          className="fixed inset-x-0 bottom-0 z-30 flex items-center gap-4 border-t-2 border-caution-line bg-caution-soft px-4 py-3 text-caution"
        >
          <Icon name="warning" className="size-6" />
          <p className="flex-1">{say.failed}</p>
          <Button onPress={() => leave.mutate()}>{say.signOut}</Button>
          <Button onPress={() => leave.reset()}>{words.frame.close}</Button>
        </div>
      )}
    </>
  );
}
