import { useState } from 'react';
import type { DisasterMode } from '#contract/access';
import { ARTICLE_LABELS } from '#domain/access/disaster-mode';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** On a phone two lines; law and reason are one press away there. */
export default function DisasterBand({ mode }: { readonly mode: DisasterMode }) {
  const { districts, articles, reason, endsAt } = mode;
  const words = useWords();
  const say = words.access.disaster;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-ink px-4 py-2 text-surface max-sm:gap-y-0 max-sm:px-3 max-sm:py-1 max-sm:leading-tight">
      <span className="flex items-center gap-2 font-bold max-sm:flex-1">
        <Icon name="warning" />
        {say.banner}
      </span>
      <button
        type="button"
        aria-expanded={isOpen}
        className="flex min-h-11 items-center gap-1 px-2 underline underline-offset-4 sm:hidden"
        onClick={() => setOpen(!isOpen)}
      >
        {say.more}
        <Icon name="down" className={`size-4 ${isOpen ? 'rotate-180' : ''}`} />
      </button>
      <span
        className={`font-bold max-sm:text-14 ${isOpen ? 'max-sm:w-full' : 'max-sm:min-w-0 max-sm:truncate'}`}
      >
        {districts === null ? say.everywhere : districts.join(words.comma)}
      </span>
      <span className="font-bold whitespace-nowrap max-sm:text-14">
        {say.until(words.moment(endsAt))}
      </span>
      <span className={`text-14 ${isOpen ? '' : 'max-sm:hidden'}`}>
        {articles.map((article) => words.pick(ARTICLE_LABELS[article])).join(words.comma)}
        {words.dot}
        {reason}
      </span>
    </div>
  );
}
