import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const KEYS = {
  search: ['/'],
  move: ['↑', '↓'],
  open: ['Enter'],
  close: ['Esc'],
  zoom: ['+', '−'],
  help: ['?'],
} as const;

/** What the keyboard can do, under ? and behind a button. */
export function ShortcutHelp() {
  const words = useWords();
  const say = words.frame.shortcuts;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === '?' && !isTyping) setOpen(true);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={say.title}
        title={`${say.title} (?)`}
        className="inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong max-sm:hidden"
        onClick={() => setOpen(true)}
      >
        <Icon name="question" />
      </button>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-20 flex items-center justify-center bg-black/40 p-4"
      >
        <Modal className="w-full max-w-md rounded-12 border border-line-strong bg-surface text-ink shadow-4">
          <Dialog className="flex flex-col gap-4 p-6 outline-none">
            <Heading slot="title" className="text-20 font-bold">
              {say.title}
            </Heading>
            <dl className="divide-y divide-line border-y border-line">
              {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((name) => (
                <div key={name} className="flex items-center gap-4 py-2">
                  <dt className="flex w-24 shrink-0 gap-1">
                    {KEYS[name].map((key) => (
                      <kbd
                        key={key}
                        className="rounded-4 border border-line-strong bg-surface-soft px-2 font-sans font-bold"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{say[name]}</dd>
                </div>
              ))}
            </dl>
            <Button variant="primary" slot="close">
              {words.frame.close}
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
