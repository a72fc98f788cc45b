import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';

export function PasswordSection() {
  const words = useWords();
  const say = words.account.newPassword;
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {isOpen ? (
        <>
          <NewPasswordForm
            onChanged={() => {
              setOpen(false);
              setChanged(true);
            }}
          />
          <Button variant="quiet" className="w-fit" onPress={() => setOpen(false)}>
            {words.account.cancel}
          </Button>
        </>
      ) : (
        <Button
          className="w-fit"
          onPress={() => {
            setChanged(false);
            setOpen(true);
          }}
        >
          {say.button}
        </Button>
      )}
      <p role="status" className="empty:hidden">
        {isChanged ? say.changed : ''}
      </p>
    </section>
  );
}
