import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LEAST_PASSWORD_LENGTH } from '#contract/account';
import { changePassword, useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** Takes a new password. `current`: just typed at the sign-in, so it is not asked for again. */
export function NewPasswordForm(props: {
  readonly current?: string;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const say = words.account.newPassword;
  const account = useAccount();
  const [current, setCurrent] = useState(props.current ?? '');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setAgain('');
      props.onChanged();
    },
  });
  return (
    <form
      aria-label={say.button}
      className="flex max-w-lg flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setDiffers(next !== again);
        if (next === again && !change.isPending) change.mutate();
      }}
    >
      <input
        hidden
        readOnly
        name="username"
        autoComplete="username"
        value={account?.loginName ?? ''}
      />
      {(props.current === undefined || change.isError) && (
        <PasswordField
          label={say.current}
          kind="current-password"
          value={current}
          onChange={setCurrent}
        />
      )}
      <PasswordField
        label={say.next}
        hint={say.hint(String(LEAST_PASSWORD_LENGTH))}
        kind="new-password"
        minLength={LEAST_PASSWORD_LENGTH}
        value={next}
        onChange={setNext}
      />
      <PasswordField label={say.again} kind="new-password" value={again} onChange={setAgain} />
      {differs && next !== again && (
        <p role="alert" className="font-bold text-error">
          {say.differs}
        </p>
      )}
      <Refusal error={change.error} />
      <Button type="submit" variant="primary" className="w-fit" isDisabled={change.isPending}>
        {change.isPending ? say.changing : say.button}
      </Button>
    </form>
  );
}
