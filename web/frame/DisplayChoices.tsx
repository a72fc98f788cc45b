import type { Language } from '../i18n/language.ts';
import { loadLanguage, useWords } from '../i18n/use-words.ts';
import { changePreferences, usePreferences } from '../state/preferences.ts';
import { Icon } from '../ui/Icon.tsx';

/** Language and theme. */
export function DisplayChoices() {
  const words = useWords();
  const { language, theme } = usePreferences();
  const themeLabel = theme === 'dark' ? words.frame.toLight : words.frame.toDark;
  return (
    <>
      <button
        type="button"
        lang={language === 'ja' ? 'en' : 'ja'}
        className="min-h-11 rounded-8 px-3 font-bold hover:bg-surface-strong"
        onClick={() => void switchLanguage(language === 'ja' ? 'en' : 'ja')}
      >
        {words.frame.switchLanguage}
      </button>
      <button
        type="button"
        aria-label={themeLabel}
        title={themeLabel}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-8 hover:bg-surface-strong"
        onClick={() => changePreferences({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
    </>
  );
}

/** The language stays as it is where the other one cannot be fetched. */
function switchLanguage(language: Language): Promise<void> {
  return loadLanguage(language).then(
    () => changePreferences({ language }),
    () => {},
  );
}
