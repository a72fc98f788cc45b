import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { stopSecondFactor } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

export function StopSecondFactor({ onStopped }: { readonly onStopped: () => void }) {
  const words = useWords();
  const say = words.account.totp;
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const stop = useMutation({ mutationFn: () => stopSecondFactor(password), onSuccess: onStopped });
  if (!isOpen)
    return (
      <Button className="w-fit" onPress={() => setOpen(true)}>
        {say.stop}
      </Button>
    );
  return (
    <form
      aria-label={say.stop}
      className="flex max-w-lg flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!stop.isPending) stop.mutate();
      }}
    >
      <p>{say.stopText}</p>
      <PasswordField
        label={words.account.newPassword.current}
        kind="current-password"
        value={password}
        onChange={setPassword}
      />
      <Refusal error={stop.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={stop.isPending}>
          {stop.isPending ? say.stopping : say.stop}
        </Button>
        <Button onPress={() => setOpen(false)}>{words.account.cancel}</Button>
      </div>
    </form>
  );
}
