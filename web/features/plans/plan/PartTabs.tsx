import type { PlanPart } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

const TABS = ['status', 'content', 'versions'] as const;

/** What of the plan is looked at; a section is a part of the content. */
export function PartTabs({ part }: { readonly part: PlanPart }) {
  const say = usePlanWords().plan.parts;
  const isOpen = (tab: (typeof TABS)[number]) =>
    tab === part || (tab === 'content' && !TABS.some((one) => one === part));
  return (
    <nav
      aria-label={say.label}
      className="not-printed grid shrink-0 grid-cols-3 border-b border-line bg-surface"
    >
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={isOpen(tab) ? 'page' : undefined}
          className={`focus-inset min-h-11 border-b-4 px-2 ${
            isOpen(tab)
              ? 'border-action font-bold text-action'
              : 'border-transparent hover:bg-surface-soft'
          }`}
          onClick={() => changePlansView({ part: tab }, 'push')}
        >
          {say[tab]}
        </button>
      ))}
    </nav>
  );
}
