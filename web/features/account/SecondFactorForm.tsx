import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SessionView } from '#contract/account';
import { proveSecondFactor } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** The code of the authenticator, or one of the recovery codes. */
export function SecondFactorForm(props: {
  readonly onProved: (session: SessionView) => void;
  /** Back to name and password. */
  readonly onBack: () => void;
}) {
  const words = useWords();
  const say = words.account.secondFactor;
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const attempt = useMutation({
    mutationFn: () => proveSecondFactor(code.replaceAll(/\s/g, '')),
    onSuccess: props.onProved,
  });
  return (
    <form
      aria-label={say.title}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.isPending) attempt.mutate();
      }}
    >
      <p>{say.explain}</p>
      <LabelledField label={say.code} hint={say.codeHint}>
        {(ids) => (
          <input
            {...ids}
            ref={input}
            required
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            className={`${FIELD_STYLE} number text-20 tracking-wider`}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </LabelledField>
      <Refusal error={attempt.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={attempt.isPending}>
          {attempt.isPending ? say.checking : say.button}
        </Button>
        <Button onPress={props.onBack}>{say.back}</Button>
      </div>
    </form>
  );
}
