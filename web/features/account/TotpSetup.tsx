import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondFactorStart } from '#contract/account';
import { confirmSecondFactor } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** The secret as a picture and as letters; the first code proves that the app has it. */
export function TotpSetup(props: {
  readonly start: SecondFactorStart;
  readonly onProved: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const { start } = props;
  const words = useWords();
  const say = words.account.totp;
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () => confirmSecondFactor(code.replaceAll(/\s/g, '')),
    onSuccess: ({ recoveryCodes }) => props.onProved(recoveryCodes),
  });
  return (
    <form
      aria-label={say.title}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!prove.isPending) prove.mutate();
      }}
    >
      <p>{say.scan}</p>
      <div className="flex flex-wrap items-start gap-5">
        {/* Black on white in both themes: cameras read nothing else. */}
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(start.qrSvg)}`}
          alt={say.qr}
          className="size-52 rounded-8 border border-line bg-white p-2"
        />
        <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2">
          <p className="text-14 text-ink-soft">{say.secret}</p>
          <p className="number font-bold break-all" translate="no">
            {start.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </p>
          <div className="flex gap-2">
            <CopyButton text={start.secret} />
          </div>
        </div>
      </div>
      <div className="max-w-xs">
        <LabelledField label={say.code}>
          {(ids) => (
            <input
              {...ids}
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              className={`${FIELD_STYLE} number text-20 tracking-wider`}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </LabelledField>
      </div>
      <Refusal error={prove.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={prove.isPending}>
          {prove.isPending ? say.confirming : say.confirm}
        </Button>
        <Button onPress={props.onCancel}>{words.account.cancel}</Button>
      </div>
    </form>
  );
}
