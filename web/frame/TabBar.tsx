import { useWords } from '../i18n/use-words.ts';
import { changeView, useView } from '../state/use-view.ts';

/** On a narrow screen map and list are two tabs. */
export function TabBar() {
  const words = useWords();
  const tab = useView((view) => view.tab);
  return (
    <fieldset
      aria-label={words.frame.tabsLabel}
      className="desk-tabs grid grid-cols-2 border-b border-line bg-surface-soft"
    >
      {(['list', 'map'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={tab === name}
          className={`focus-inset min-h-12 text-16 font-bold ${
            tab === name
              ? 'border-b-4 border-action bg-surface text-action'
              : 'border-b-4 border-transparent hover:bg-surface-strong'
          }`}
          onClick={() => changeView({ tab: name }, 'replace')}
        >
          {words.frame.tabs[name]}
        </button>
      ))}
    </fieldset>
  );
}
