import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/Button.tsx';

const KEYS = {
  search: ['/'],
  move: ['↑', '↓'],
  open: ['Enter'],
  close: ['Esc'],
  undo: ['Ctrl', 'Z'],
  zoom: ['+', '−'],
  print: ['Ctrl', 'P'],
  step: ['[', ']'],
  help: ['?'],
} as const;

/** The keys, each with what it does. */
export default function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const say = words.frame.shortcuts;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
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
          <a
            className="w-fit text-action underline"
            href="/licences.txt"
            target="_blank"
            rel="noreferrer"
          >
            {say.licences}
          </a>
          <Button variant="primary" slot="close">
            {words.frame.close}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
