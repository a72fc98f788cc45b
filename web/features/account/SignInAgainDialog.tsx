import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { SessionView } from '#contract/account';
import { readSession, sessionQuery, useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { holderOf } from '../../state/holder.ts';
import { hearOtherWindows, tellOtherWindows } from '../../state/other-windows.ts';
import { Button } from '../../ui/Button.tsx';
import { goOn } from './go-on.ts';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SsoButton } from './SsoButton.tsx';

/** Asks who is there, over the page that the session of somebody has ended on. */
export default function SignInAgainDialog() {
  const words = useWords();
  const say = words.account.ended;
  const account = useAccount();
  const queryClient = useQueryClient();
  const sso = queryClient.getQueryData(sessionQuery().queryKey)?.sso ?? null;
  const [needsCode, setNeedsCode] = useState(false);
  const [waits, setWaits] = useState(false);
  const signedIn = (session: SessionView) => {
    setNeedsCode(session.needsSecondFactor);
    if (session.needsSecondFactor || session.account === null) return;
    tellOtherWindows({ kind: 'signed-in', holder: holderOf(session.account) });
    goOn(queryClient, session);
  };
  const holder = account === null ? null : holderOf(account);
  useEffect(
    () =>
      hearOtherWindows((news) => {
        // Anybody else opens a page of their own (Entrance); the same one goes on here.
        if (news.kind !== 'signed-in' || news.holder !== holder) return;
        void readSession().then(
          (session) => goOn(queryClient, session),
          // Out of reach: the dialog stays.
          () => {},
        );
      }),
    [holder, queryClient],
  );
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled
      className="fixed inset-0 z-40 flex items-center justify-center overflow-y-auto bg-surface/70 p-4 backdrop-blur-xl"
    >
      <Modal className="w-full max-w-md rounded-12 border border-line-strong bg-surface text-ink shadow-4">
        <Dialog role="alertdialog" className="flex flex-col gap-4 p-6 outline-none">
          <Heading slot="title" className="text-20 font-bold">
            {say.title}
          </Heading>
          <p>{say.text}</p>
          {needsCode ? (
            <SecondFactorForm onProved={signedIn} onBack={() => setNeedsCode(false)} />
          ) : (
            account?.isLocal !== false && (
              <SignInForm loginName={account?.loginName ?? ''} onSignedIn={signedIn} />
            )
          )}
          {sso !== null && !needsCode && (
            <SsoButton label={sso.label} inNewWindow onPress={() => setWaits(true)} />
          )}
          {waits && <p role="status">{say.waiting}</p>}
          <div className="flex flex-col gap-1 border-t border-line pt-4">
            <Button className="w-fit" onPress={() => location.replace('/')}>
              {say.other}
            </Button>
            <p className="text-14 text-ink-soft">{say.otherNote}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
