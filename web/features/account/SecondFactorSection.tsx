import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { beginSecondFactor, sessionQuery } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { StopSecondFactor } from './StopSecondFactor.tsx';
import { TotpSetup } from './TotpSetup.tsx';

/** Set up in three steps: scan, prove, keep the recovery codes; stopped by the password. */
export function SecondFactorSection({ isOn }: { readonly isOn: boolean }) {
  const words = useWords();
  const say = words.account.totp;
  const queryClient = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState('');
  const begin = useMutation({ mutationFn: beginSecondFactor });
  const finish = (text: string) => {
    setCodes(null);
    begin.reset();
    setDone(text);
    void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
  };
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      {codes !== null ? (
        <RecoveryCodes codes={codes} onKept={() => finish(say.started)} />
      ) : begin.data !== undefined && !isOn ? (
        <TotpSetup start={begin.data} onProved={setCodes} onCancel={() => begin.reset()} />
      ) : (
        <>
          <p className="text-ink-soft">{isOn ? say.on : say.off}</p>
          {isOn ? (
            <StopSecondFactor onStopped={() => finish(say.stopped)} />
          ) : (
            <Button
              className="w-fit"
              isDisabled={begin.isPending}
              onPress={() => {
                setDone('');
                begin.mutate();
              }}
            >
              {begin.isPending ? say.beginning : say.begin}
            </Button>
          )}
          <Refusal error={begin.error} />
        </>
      )}
      <p role="status" className="empty:hidden">
        {done}
      </p>
    </section>
  );
}
