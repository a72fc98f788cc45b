import type { Problem } from '#contract/common';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from '../ui/Icon.tsx';

/** So much was asked that the server has to be given a moment: in its own words, which say how long. */
export default function WaitNotice({ messages }: { readonly messages: Problem['messages'] }) {
  const words = useWords();
  return (
    <div className="flex items-center gap-4 border-b-2 border-caution-line bg-caution-soft px-4 py-1.5 text-caution">
      <Icon name="warning" className="size-6" />
      <p className="min-w-0 flex-1 leading-normal">{words.pick(messages)}</p>
    </div>
  );
}
