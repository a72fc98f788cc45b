import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SessionView } from '#contract/account';
import { signIn } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** Name and password. `loginName`: whose session has ended; it stands there and is not asked for. */
export function SignInForm(props: {
  readonly loginName?: string;
  readonly onSignedIn: (session: SessionView, password: string) => void;
}) {
  const say = useWords().account.signIn;
  const [name, setName] = useState(props.loginName ?? '');
  const [password, setPassword] = useState('');
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wanted = props.loginName === undefined ? '[name=username]' : '[type=password]';
    first.current?.querySelector<HTMLInputElement>(wanted)?.focus();
  }, [props.loginName]);
  const attempt = useMutation({
    mutationFn: () => signIn(name.trim(), password),
    onSuccess: (session) => props.onSignedIn(session, password),
    onError: () => setPassword(''),
  });
  return (
    <form
      ref={first}
      aria-label={say.title}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.isPending) attempt.mutate();
      }}
    >
      <LabelledField label={say.loginName}>
        {(ids) => (
          <input
            {...ids}
            required
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            readOnly={props.loginName !== undefined}
            className={`${FIELD_STYLE} read-only:bg-surface-strong`}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </LabelledField>
      <PasswordField
        label={say.password}
        kind="current-password"
        value={password}
        onChange={setPassword}
      />
      <Refusal error={attempt.error} />
      <Button type="submit" variant="primary" isDisabled={attempt.isPending}>
        {attempt.isPending ? say.signingIn : say.button}
      </Button>
    </form>
  );
}
